import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFen } from '../../i18n/format.js';
import { useFormat } from '../../i18n/use-format.js';
import { Chart } from '../../shell/chart.js';
import type { Column } from '../../shell/data-table.js';
import { useChartFont } from '../../shell/use-chart-font.js';
import { type Arrow, arrowsOf, circleOf, largestOf, type NamedDebt, widthOf } from './netting.model.js';

interface NettingGraphProps {
  readonly label: string;
  /** Who stands in the picture, also where nothing leads to him or from him. */
  readonly parties: readonly string[];
  readonly debts: readonly NamedDebt[];
}

/** Who owes or pays whom, as arrows between the parties on a circle; the arrows as a table behind it. */
export function NettingGraph({ label, parties, debts }: NettingGraphProps) {
  const arrows = useMemo(() => arrowsOf(debts), [debts]);
  const option = useGraphOption(parties, arrows);
  return (
    <Chart
      label={label}
      option={option}
      heightPx={380}
      columns={useArrowColumns()}
      rows={arrows}
      rowKey={({ from, to }) => JSON.stringify([from, to])}
    />
  );
}

/** More arrows than these leave no room for their amounts: they are told when pointed at, and in the table. */
const arrowLabelsMax = 10;
const radius = 100;

function useGraphOption(parties: readonly string[], arrows: readonly Arrow[]): EChartsCoreOption {
  const { locale } = useFormat();
  const labelPx = useChartFont();
  return useMemo(() => {
    const places = circleOf(parties.length, radius);
    const largest = largestOf(arrows.map(({ amount }) => amount));
    const areLabelled = arrows.length <= arrowLabelsMax;
    return {
      tooltip: {
        renderMode: 'richText', // names come from people: none of them is ever HTML
        confine: true,
        formatter: ({ name, value }: TooltipOf) => textOf(name, value),
      },
      series: [
        {
          type: 'graph',
          layout: 'none',
          preserveAspect: true,
          left: 70,
          right: 70,
          top: 30,
          bottom: 50,
          symbolSize: 26,
          edgeSymbol: ['none', 'arrow'],
          edgeSymbolSize: 12,
          itemStyle: { color: '#0b5cad' },
          label: {
            show: true,
            position: 'bottom',
            backgroundColor: 'rgba(255,255,255,0.8)',
            fontSize: labelPx,
            color: '#1d2633',
            width: labelPx * 9,
            overflow: 'break',
          },
          lineStyle: { color: '#b54708', opacity: 0.85, curveness: 0.16 },
          data: parties.map((name, place) => ({ name, ...places[place] })),
          links: arrows.map(({ from, to, amount }) => ({
            source: from,
            target: to,
            name: `${from} → ${to}`,
            value: formatFen(amount.amount, locale),
            lineStyle: { width: widthOf(amount, largest) },
            label: { show: areLabelled, formatter: formatFen(amount.amount, locale), fontSize: labelPx - 1 },
          })),
        },
      ],
    };
  }, [parties, arrows, locale, labelPx]);
}

interface TooltipOf {
  readonly name: string;
  readonly value?: unknown;
}

function textOf(name: string, value: unknown): string {
  return typeof value === 'string' ? `${name} ${value}` : name;
}

function useArrowColumns(): Column<Arrow>[] {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  return [
    { key: 'from', title: t('money.payer'), cell: ({ from }) => from },
    { key: 'to', title: t('money.payee'), cell: ({ to }) => to },
    { key: 'count', title: t('money.netting.count'), isNumber: true, cell: ({ count }) => number(count) },
    { key: 'amount', title: t('money.amount'), isNumber: true, cell: ({ amount }) => money(amount) },
  ];
}
