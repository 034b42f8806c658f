import type { EChartsCoreOption } from 'echarts/core';

/** One kind of party as a group of two bars; null where nothing is shown. */
interface PairedBars {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface Look {
  readonly series: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly fontSizePx: number;
  /** Decimals, with a sign where a change is shown. */
  readonly isChange?: boolean;
}

const ink = 'var(--ink)';
/** The second bar of a pair is hatched: the two differ without colours. */
const hatches = [
  undefined,
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4, color: 'var(--paper)' },
];
const barWidthPx = 14;

/** Pairs of bars that lie, the first kind at the top, each bar with its figure at its end. */
export function pairedBarOption(groups: readonly PairedBars[], look: Look): EChartsCoreOption {
  const { series, min, max, fontSizePx: fontSize, isChange = false } = look;
  const label = { fontSize, color: ink };
  return {
    legend: { top: 0, left: 0, textStyle: label, selectedMode: false, data: [...series] },
    grid: { left: 4, right: fontSize * 4, top: fontSize * 2 + 12, bottom: 4, containLabel: true },
    xAxis: { type: 'value', min, max, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: groups.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { show: isChange, onZero: true },
      axisLabel: { ...label, width: fontSize * 6, overflow: 'break' },
      ...(isChange && { axisLabel: { ...label, margin: fontSize * 4 } }),
    },
    series: series.map((name, index) => ({
      type: 'bar',
      name,
      barWidth: barWidthPx,
      data: groups.map(({ values }) => values[index] ?? '-'),
      itemStyle: { decal: hatches[index] ?? null },
      label: {
        show: true,
        position: 'right',
        ...label,
        formatter: ({ value }: { readonly value: number | string }) => figureOf(value, isChange),
      },
    })),
  };
}

export function pairedBarHeightPx(count: number, fontSizePx: number): number {
  return fontSizePx * 2 + 16 + count * Math.max(2 * barWidthPx + 22, fontSizePx * 3.5);
}

function figureOf(value: number | string, isChange: boolean): string {
  if (typeof value !== 'number') return '';
  const text = value.toFixed(2);
  return isChange && value > 0 ? `+${text}` : text;
}

/** @returns null where one of the two is not shown */
export function changeOf(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}
