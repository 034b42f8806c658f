import type { EChartsCoreOption } from 'echarts/core';

interface Beside {
  readonly name: string;
  readonly active: number;
  readonly entropy: number | null;
}

const ink = 'var(--ink)';
const nameWidthPx = 110;

/** Two bars for each indicator, distinguished by place, hatching and name, each with its figure at its end. */
export function weightsOption(
  weights: readonly Beside[],
  names: { readonly active: string; readonly entropy: string },
  fontSizePx: number,
): EChartsCoreOption {
  const percent = (value: number | null): number | null =>
    value === null ? null : Math.round(value * 1000) / 10;
  const text = { fontSize: fontSizePx, color: ink };
  const label = {
    show: true,
    position: 'right',
    ...text,
    formatter: ({ value }: { readonly value: number | null }) => (value === null ? '' : `${value}%`),
  };
  const hatched = {
    decal: {
      symbol: 'rect',
      dashArrayX: [1, 0],
      dashArrayY: [3, 4],
      rotation: Math.PI / 4,
      color: 'var(--paper)',
    },
  };
  return {
    grid: { left: 8, right: fontSizePx * 5, top: fontSizePx * 3, bottom: 8, containLabel: true },
    legend: { top: 0, textStyle: text },
    xAxis: { type: 'value', min: 0, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: weights.map(({ name }) => name),
      axisTick: { show: false },
      axisLabel: { ...text, width: nameWidthPx, overflow: 'break' },
    },
    series: [
      { type: 'bar', name: names.active, data: weights.map(({ active }) => percent(active)), label },
      {
        type: 'bar',
        name: names.entropy,
        itemStyle: hatched,
        label,
        data: weights.map(({ entropy }) => percent(entropy)),
      },
    ],
  };
}
