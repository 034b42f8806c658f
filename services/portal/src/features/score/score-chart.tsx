import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { Chart } from '../../shell/chart.js';
import type { Column } from '../../shell/data-table.js';
import { barHeightPx, barOption } from '../efficacy/bar-chart.model.js';
import { useChartFont } from '../../shell/use-chart-font.js';
import type { Score } from './use-scores.js';

/** How many points of the score each indicator brings. */
export function ScoreChart({ score }: { readonly score: Score }) {
  const { t } = useTranslation();
  const { contributions } = score;
  const columns = useColumns();
  const fontSizePx = useChartFont();
  const option = useMemo(
    () =>
      barOption(
        contributions.map(({ name, points }) => ({ name, value: points })),
        { min: 0, digits: 1 },
        fontSizePx,
      ),
    [contributions, fontSizePx],
  );
  return (
    <section className="card" aria-labelledby="points-title">
      <h2 id="points-title">{t('score.chart')}</h2>
      <Chart
        label={t('score.chart')}
        option={option}
        heightPx={barHeightPx(contributions.length, fontSizePx)}
        columns={columns}
        rows={contributions}
        rowKey={({ indicatorId }) => indicatorId}
      />
    </section>
  );
}

function useColumns(): readonly Column<Score['contributions'][number]>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'name', title: t('indicatorSystem.indicator'), cell: ({ name }) => name },
    {
      key: 'value',
      title: t('evaluation.value'),
      isNumber: true,
      cell: ({ value }) =>
        value === null ? t('survey.withheld') : format.number(Math.round(value * 100) / 100),
    },
    {
      key: 'normalised',
      title: t('score.normalised'),
      isNumber: true,
      cell: ({ normalised }) => (normalised === null ? t('score.leftOut') : normalised.toFixed(1)),
    },
    {
      key: 'weight',
      title: t('weightVersion.weight'),
      isNumber: true,
      cell: ({ weight }) => format.share(weight),
    },
    {
      key: 'points',
      title: t('score.points'),
      isNumber: true,
      cell: ({ points }) => points.toFixed(1),
    },
  ];
}
