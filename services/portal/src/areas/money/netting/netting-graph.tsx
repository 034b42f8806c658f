import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFen } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import type { Column } from '../../../kit/data-table.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import {
  type Arrow,
  arrowsOf,
  circleOf,
  largestOf,
  type NamedDebt,
  namesBeneathMax,
  spokesOf,
  widthOf,
} from './netting.model.js';

interface NettingGraphProps {
  readonly label: string;
  /** The parties in the picture, also those without an arrow. */
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
      heightPx={parties.length > namesBeneathMax ? 620 : 380}
      columns={useArrowColumns()}
      rows={arrows}
      rowKey={({ from, to }) => JSON.stringify([from, to])}
    />
  );
}

/** With more arrows than these there is no room for amounts: a tooltip and the table show them. */
const arrowLabelsMax = 10;
const radius = 100;

function useGraphOption(parties: readonly string[], arrows: readonly Arrow[]): EChartsCoreOption {
  const { locale } = useFormat();
  const labelPx = useChartFont();
  return useMemo(() => {
    const places = circleOf(parties.length, radius);
    const largest = largestOf(arrows.map(({ amount }) => amount));
    const areLabelled = arrows.length <= arrowLabelsMax;
    const look = parties.length > namesBeneathMax ? crowdedLook(labelPx) : plainLook(labelPx);
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
          ...look.series,
          edgeSymbol: ['none', 'arrow'],
          itemStyle: { color: 'var(--action)' },
          data: parties.map((name, place) => ({
            name,
            ...places[place],
            ...look.ofName(place, parties.length),
          })),
          links: arrows.map(({ from, to, amount }) => ({
            source: from,
            target: to,
            name: `${from} → ${to}`,
            value: formatFen(amount.amount, locale),
            lineStyle: { width: widthOf(amount, largest) * look.width },
            label: {
              show: areLabelled,
              formatter: formatFen(amount.amount, locale),
              fontSize: labelPx - 1,
              color: 'var(--ink)',
              textBorderColor: 'var(--paper)',
              textBorderWidth: 3,
            },
          })),
        },
      ],
    };
  }, [parties, arrows, locale, labelPx]);
}

/** What of the picture depends on how many stand in it. */
interface Look {
  readonly series: object;
  readonly ofName: (place: number, count: number) => object;
  /** Of the width of an arrow. */
  readonly width: number;
}

const line = { color: 'var(--warn)', curveness: 0.16 };

/** Few parties: large points, each name beneath its own. */
function plainLook(labelPx: number): Look {
  const label = {
    show: true,
    position: 'bottom',
    backgroundColor: 'var(--paper)',
    fontSize: labelPx,
    color: 'var(--ink)',
    width: labelPx * 9,
    overflow: 'break',
  };
  return {
    series: {
      left: 70,
      right: 70,
      top: 30,
      bottom: 50,
      symbolSize: 26,
      edgeSymbolSize: 12,
      label,
      lineStyle: { ...line, opacity: 0.85 },
    },
    ofName: () => ({}),
    width: 1,
  };
}

/** Many parties: small points, thin translucent arrows, names as spokes; a tooltip shows the names that would overlap. */
function crowdedLook(labelPx: number): Look {
  const margin = labelPx * 8;
  return {
    series: {
      left: margin,
      right: margin,
      top: margin,
      bottom: margin,
      symbolSize: 8,
      edgeSymbolSize: 6,
      label: {
        show: true,
        position: 'inside',
        verticalAlign: 'middle',
        fontSize: labelPx - 1,
        color: 'var(--ink)',
        width: labelPx * 7,
        overflow: 'truncate',
      },
      labelLayout: { hideOverlap: true },
      lineStyle: { ...line, opacity: 0.45 },
      emphasis: { focus: 'adjacency', lineStyle: { opacity: 1 } },
    },
    ofName: (place, count) => {
      const { rotate, align } = spokesOf(count)[place] ?? { rotate: 0, align: 'left' };
      return { label: { rotate, align, padding: align === 'left' ? [0, 0, 0, 10] : [0, 10, 0, 0] } };
    },
    width: 0.5,
  };
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
