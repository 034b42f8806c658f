import './census.css';
import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { barHeightPx, barOption } from '../../../kit/bar-chart.model.js';
import { formatMonth } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import type { Statistics } from './census-page.js';
import { useCountText, useValueText } from './use-count-text.js';

type Dimension = Statistics['dimensions'][number];
type Month = Statistics['months'][number];

/** One chart for each dimension, and the months; each with its figures as a table behind it. */
export function CensusCharts({ statistics }: { readonly statistics: Statistics }) {
  return (
    <div className="census-charts">
      <MonthChart months={statistics.months} />
      {statistics.dimensions.map((dimension) => (
        <DimensionChart key={dimension.by} dimension={dimension} />
      ))}
    </div>
  );
}

function DimensionChart({ dimension: { by, values } }: { readonly dimension: Dimension }) {
  const { t } = useTranslation();
  const fontSize = useChartFont();
  const countText = useCountText();
  const valueText = useValueText();
  const title = t(`census.dimension.${by}`);
  const option = useMemo(
    () =>
      barOption(
        values.map(({ value, members }) => ({ name: valueText(by, value), value: members ?? 0 })),
        { min: 0, digits: 0 },
        fontSize,
      ),
    // `valueText` is new each time; its words change with the title.
    [by, values, fontSize, title],
  );
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <Chart
        label={title}
        option={option}
        heightPx={barHeightPx(values.length, fontSize, 1)}
        columns={[
          { key: 'value', title, cell: ({ value }) => valueText(by, value) },
          {
            key: 'members',
            title: t('census.people'),
            isNumber: true,
            cell: ({ members }) => countText(members),
          },
        ]}
        rows={values}
        rowKey={({ value }) => value}
      />
    </section>
  );
}

const movements = ['joined', 'left', 'moved'] as const;

function MonthChart({ months }: { readonly months: readonly Month[] }) {
  const { t } = useTranslation();
  const countText = useCountText();
  const format = useFormat();
  return (
    <section className="card is-wide" aria-label={t('census.months')}>
      <h2>{t('census.months')}</h2>
      <Chart
        label={t('census.months')}
        heightPx={240}
        option={useMonthOption(months)}
        columns={[
          { key: 'month', title: t('census.month'), cell: ({ month }) => format.month(month) },
          ...movements.map((key) => ({
            key,
            title: t(`census.${key}`),
            isNumber: true,
            cell: (row: Month) => countText(row[key]),
          })),
        ]}
        rows={months}
        rowKey={({ month }) => month}
      />
    </section>
  );
}

function useMonthOption(months: readonly Month[]): EChartsCoreOption {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const fontSize = useChartFont();
  return useMemo(() => {
    const names = movements.map((key) => t(`census.${key}`));
    return {
      grid: { left: 8, right: 8, top: 8 + 2 * fontSize, bottom: 8, containLabel: true },
      legend: { textStyle: { fontSize }, top: 0, left: 0, data: names },
      xAxis: {
        type: 'category',
        data: months.map(({ month }) => formatMonth(month, locale)),
        axisLabel: { fontSize, hideOverlap: true },
      },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { fontSize } },
      series: movements.map((key, index) => ({
        type: 'bar',
        name: names[index],
        barMaxWidth: 16,
        data: months.map((row) => row[key] ?? 0),
      })),
    };
  }, [months, t, locale, fontSize]);
}
