import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { barHeightPx, barOption } from '../../../kit/bar-chart.model.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { isTakenBack, type MemberImport, rowStates } from './roster.model.js';

interface RowCountsProps extends Pick<MemberImport, 'progress'> {
  readonly isUndone: boolean;
}

/** The number of rows by outcome; of an import that was undone, what it had done and what became of that. */
export function RowCounts({ progress, isUndone }: RowCountsProps) {
  const { t } = useTranslation();
  const { number, locale } = useFormat();
  const fontSizePx = useChartFont();
  const { created, updated, unchanged, ambiguous, rejected } = progress;
  const rows = useMemo(() => {
    const counts = { created, updated, unchanged, ambiguous, rejected };
    return rowStates.map((state) => {
      const undone = isUndone && isTakenBack(state) ? state : null;
      const [name, meaning] =
        undone === null
          ? [t(`roster.rowState.${state}`), t(`roster.rowStateHint.${state}`)]
          : [t(`roster.undoneState.${undone}`), t('roster.undoneStateHint')];
      return { state, name, meaning, value: counts[state] };
    });
    // Its texts follow the language.
  }, [created, updated, unchanged, ambiguous, rejected, isUndone, locale]);
  const option = useMemo(() => barOption(rows, { min: 0, digits: 0 }, fontSizePx), [rows, fontSizePx]);
  return (
    <section className="card" aria-labelledby="counts-title">
      <h2 id="counts-title">{t('roster.counts')}</h2>
      <Chart
        label={t('roster.counts')}
        option={option}
        heightPx={barHeightPx(rows.length, fontSizePx)}
        columns={[
          { key: 'state', title: t('roster.counts'), cell: ({ name }) => name },
          {
            key: 'meaning',
            title: t('roster.problemTitle'),
            cell: ({ meaning }) => meaning,
          },
          {
            key: 'count',
            title: t('roster.rowCount'),
            isNumber: true,
            cell: ({ value }) => number(value),
          },
        ]}
        rows={rows}
        rowKey={({ state }) => state}
      />
    </section>
  );
}
