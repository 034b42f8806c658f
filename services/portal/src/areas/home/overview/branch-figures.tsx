import '../../../kit/styles/figure-tiles.css';
import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import type { BranchLine } from './overview.model.js';

type Month = components['schemas']['SharingBelowView']['months'][number];

const figures = ['activities', 'attendances', 'lent'] as const;
type Figure = (typeof figures)[number];

interface BranchFiguresProps {
  readonly months: readonly Month[];
  readonly lines: readonly BranchLine[];
  readonly members: number | null;
}

/** The whole branch in a few numbers: of a year, and how this month stands beside the last. */
export function BranchFigures({ months, lines, members }: BranchFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [last, now] = months.slice(-2);
  const total = (figure: Figure): number => months.reduce((sum, month) => sum + month[figure], 0);
  const late = lines.reduce((sum, { overdue }) => sum + (overdue ?? 0), 0);
  return (
    <dl className="figure-tiles">
      <Tile
        name={t('overview.unionsBelow')}
        value={format.number(lines.filter((one) => !one.isItself).length)}
      />
      {members !== null && <Tile name={t('overview.members')} value={format.number(members)} />}
      {figures.map((figure) => (
        <Tile
          key={figure}
          name={t(`overview.figure.${figure}`)}
          value={format.number(total(figure))}
          trend={t('overview.trend', { now: now?.[figure] ?? 0, last: last?.[figure] ?? 0 })}
        />
      ))}
      <Tile name={t('overview.overdueCount')} value={format.number(late)} />
    </dl>
  );
}

interface TileProps {
  readonly name: string;
  readonly value: string;
  readonly trend?: string;
}

function Tile({ name, value, trend }: TileProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
      {trend !== undefined && <dd className="is-trend">{trend}</dd>}
    </div>
  );
}

/** Month by month, each figure by itself: people are ten times as many as activities. */
export function BranchMonths({ months }: { readonly months: readonly Month[] }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="months-title">
      <h3 id="months-title">{t('overview.months')}</h3>
      {figures.map((figure) => (
        <MonthChart key={figure} months={months} figure={figure} />
      ))}
    </section>
  );
}

interface MonthChartProps {
  readonly months: readonly Month[];
  readonly figure: Figure;
}

function MonthChart({ months, figure }: MonthChartProps) {
  const { t } = useTranslation();
  const title = t(`overview.figure.${figure}`);
  return (
    <>
      <h4>{title}</h4>
      <Chart
        label={title}
        heightPx={160}
        option={useMonthOption({ months, figure })}
        columns={[
          { key: 'month', title: t('overview.month'), cell: ({ month }) => month },
          { key: figure, title, isNumber: true, cell: (row) => row[figure] },
        ]}
        rows={months}
        rowKey={({ month }) => month}
      />
    </>
  );
}

function useMonthOption({ months, figure }: MonthChartProps): EChartsCoreOption {
  const { t } = useTranslation();
  const fontSize = useChartFont();
  const title = t(`overview.figure.${figure}`);
  return useMemo(
    () => ({
      grid: { left: 8, right: 8, top: fontSize, bottom: 8, containLabel: true },
      xAxis: {
        type: 'category',
        data: months.map(({ month }) => month),
        axisLabel: { fontSize, hideOverlap: true },
      },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { fontSize } },
      series: [{ type: 'bar', name: title, barMaxWidth: 24, data: months.map((row) => row[figure]) }],
    }),
    [months, figure, title, fontSize],
  );
}
