import type { EChartsCoreOption } from 'echarts/core';

interface Bars {
  readonly name: string;
  readonly data: readonly number[];
}

/** Bars beside each other, a group for each month. */
export function barsOption(
  months: readonly string[],
  series: readonly Bars[],
  fontSizePx: number,
): EChartsCoreOption {
  return {
    legend: { top: 0, textStyle: { fontSize: fontSizePx } },
    tooltip: { trigger: 'axis' },
    grid: { left: fontSizePx * 4, right: fontSizePx, top: fontSizePx * 4, bottom: fontSizePx * 2 },
    xAxis: { type: 'category', data: months, axisLabel: { fontSize: fontSizePx, hideOverlap: true } },
    yAxis: { type: 'value', min: 0, minInterval: 1, axisLabel: { fontSize: fontSizePx } },
    series: series.map(({ name, data }) => ({ type: 'bar', barMaxWidth: 36, name, data })),
  };
}
