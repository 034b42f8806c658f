import type { EChartsCoreOption } from 'echarts/core';

export interface TrendPoint {
  /** A month or a quarter, in words. */
  readonly time: string;
  /** Null leaves a gap: not known is not zero. */
  readonly value: number | null;
  readonly text: string;
}

/** More figures than these beside each other would cover each other on a phone. */
const labelledMax = 12;

interface Scale {
  /** Behind the figures of the axis. */
  readonly unit?: string;
  /** How far the axis goes at least, so that small differences do not look large. */
  readonly maxAtLeast?: number;
}

/** A line with a point at each time, its figure above it: it is read without colours, and without hovering. */
export function trendOption(
  points: readonly TrendPoint[],
  fontSizePx: number,
  { unit = '', maxAtLeast }: Scale = {},
): EChartsCoreOption {
  const isLabelled = points.length <= labelledMax;
  const axisLabel = { fontSize: fontSizePx, color: 'var(--ink)', hideOverlap: true };
  return {
    grid: { left: 8, right: 16, top: fontSizePx * 2, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: points.map(({ time }) => time), boundaryGap: true, axisLabel },
    yAxis: {
      type: 'value',
      min: 0,
      ...(maxAtLeast === undefined
        ? {}
        : { max: ({ max }: { readonly max: number }) => Math.max(max, maxAtLeast) }),
      axisLabel: { ...axisLabel, formatter: `{value}${unit}` },
    },
    tooltip: { trigger: 'axis' },
    series: [
      {
        type: 'line',
        data: points.map(({ value }) => (value === null ? null : Math.round(value * 100) / 100)),
        symbol: 'circle',
        symbolSize: 9,
        lineStyle: { width: 3 },
        label: {
          show: isLabelled,
          position: 'top',
          fontSize: fontSizePx,
          color: 'var(--ink)',
          formatter: ({ dataIndex }: { readonly dataIndex: number }) => points[dataIndex]?.text ?? '',
        },
        labelLayout: { hideOverlap: true },
      },
    ],
  };
}
