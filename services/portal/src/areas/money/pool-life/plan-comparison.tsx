import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFen } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import type { Column } from '../../../kit/data-table.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { plotted } from '../ledger/amount.model.js';
import { SignedAmount } from '../ledger/signed-amount.js';
import type { Comparison, PoolSummary } from './pool-life.model.js';

/** Two bars for each expense code: planned and actual. */
export function PlanComparison({ summary }: { readonly summary: PoolSummary }) {
  const { t } = useTranslation();
  const fontSize = useChartFont();
  const rows = summary.comparison;
  return (
    <section className="card" aria-labelledby="comparison-title">
      <h2 id="comparison-title">{t('money.poolLife.plan.comparison')}</h2>
      <Chart
        label={t('money.poolLife.plan.comparison')}
        option={useComparisonOption(rows)}
        heightPx={120 + 4 * fontSize * rows.length}
        columns={useComparisonColumns()}
        rows={rows}
        rowKey={({ expenseCode }) => expenseCode}
      />
    </section>
  );
}

function useComparisonOption(rows: readonly Comparison[]): EChartsCoreOption {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const fontSize = useChartFont();
  return useMemo(() => {
    const [planned, actual] = [t('money.poolLife.plan.planned'), t('money.poolLife.plan.actual')];
    return {
      grid: { left: 8, right: 24, top: 8 + 2 * fontSize, bottom: 8, containLabel: true },
      legend: { textStyle: { fontSize }, top: 0, left: 0, data: [planned, actual] },
      tooltip: {
        trigger: 'item',
        renderMode: 'richText',
        confine: true,
        formatter: ({ seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number }) => {
          const row = rows[dataIndex];
          if (row === undefined) return '';
          const { amount } = seriesIndex === 0 ? row.planned : row.actual;
          return `${t(`money.expense.${row.expenseCode}`)} ${formatFen(amount, locale)}`;
        },
      },
      xAxis: { type: 'value', splitNumber: 2, axisLabel: { fontSize, hideOverlap: true } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ expenseCode }) => t(`money.expense.${expenseCode}`)),
        axisLabel: { fontSize, width: 120, overflow: 'break' },
      },
      series: [
        { type: 'bar', name: planned, barMaxWidth: 22, data: rows.map((row) => plotted(row.planned)) },
        { type: 'bar', name: actual, barMaxWidth: 22, data: rows.map((row) => plotted(row.actual)) },
      ],
    };
  }, [rows, t, locale, fontSize]);
}

function useComparisonColumns(): Column<Comparison>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  return [
    {
      key: 'code',
      title: t('money.costPool.items.expense'),
      cell: ({ expenseCode }) => t(`money.expense.${expenseCode}`),
    },
    {
      key: 'planned',
      title: t('money.poolLife.plan.planned'),
      isNumber: true,
      cell: ({ planned }) => money(planned),
    },
    {
      key: 'actual',
      title: t('money.poolLife.plan.actual'),
      isNumber: true,
      cell: ({ actual }) => money(actual),
    },
    {
      key: 'difference',
      title: t('money.poolLife.plan.difference'),
      isNumber: true,
      cell: ({ difference }) => <SignedAmount amount={difference} />,
    },
  ];
}
