import type { EChartsCoreOption } from 'echarts/core';
import type { BrandYear } from './brand.model.js';

interface Names {
  readonly editions: string;
  readonly heads: string;
  readonly unions: string;
}

/** Heads below, editions and unions above: these are far fewer, so they have a plot and an axis of their own. */
export function yearsOption(
  years: readonly BrandYear[],
  names: Names,
  fontSizePx: number,
): EChartsCoreOption {
  const label = { show: true, position: 'top', fontSize: fontSizePx, color: 'var(--ink)' };
  const counts = { type: 'value', min: 0, axisLabel: { show: false }, splitLine: { show: false } };
  const category = {
    type: 'category',
    data: years.map(({ year }) => String(year)),
    axisTick: { show: false },
  };
  const bar = { type: 'bar', barMaxWidth: 56, label };
  const above = { ...bar, xAxisIndex: 0, yAxisIndex: 0 };
  return {
    legend: { top: 0, textStyle: { fontSize: fontSizePx } },
    grid: [
      { left: 8, right: 8, top: fontSizePx * 5, height: '26%' },
      { left: 8, right: 8, top: '60%', bottom: fontSizePx * 2 },
    ],
    xAxis: [
      { ...category, gridIndex: 0, axisLabel: { show: false } },
      { ...category, gridIndex: 1, axisLabel: { fontSize: fontSizePx } },
    ],
    yAxis: [
      { ...counts, gridIndex: 0 },
      { ...counts, gridIndex: 1 },
    ],
    series: [
      { ...above, name: names.editions, data: years.map(({ editions }) => editions) },
      { ...above, name: names.unions, data: years.map(({ unions }) => unions) },
      { ...bar, xAxisIndex: 1, yAxisIndex: 1, name: names.heads, data: years.map(({ heads }) => heads) },
    ],
  };
}
