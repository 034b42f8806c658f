import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { barHeightPx, barOption } from '../../../kit/bar-chart.model.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { type MemberImport, rowStates } from './roster.model.js';

/** The number of rows by outcome. */
export function RowCounts({ progress }: Pick<MemberImport, 'progress'>) {
  const { t } = useTranslation();
  const { number, locale } = useFormat();
  const fontSizePx = useChartFont();
  const { created, updated, unchanged, ambiguous, rejected } = progress;
  const rows = useMemo(() => {
    const counts = { created, updated, unchanged, ambiguous, rejected };
    return rowStates.map((state) => ({ state, name: t(`roster.rowState.${state}`), value: counts[state] }));
    // Its texts follow the language.
  }, [created, updated, unchanged, ambiguous, rejected, locale]);
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
            cell: ({ state }) => t(`roster.rowStateHint.${state}`),
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
