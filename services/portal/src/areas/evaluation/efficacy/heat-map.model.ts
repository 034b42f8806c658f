import type { EChartsCoreOption } from 'echarts/core';
import { measuredFont } from '../../../kit/bar-chart.model.js';

interface PlacedCell {
  readonly column: number;
  readonly row: number;
  readonly value: number;
}

export interface Scale {
  readonly min: number;
  readonly max: number;
}

interface Axes {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly isSlanted: boolean;
  readonly fontSizePx: number;
}

const ink = 'var(--ink)';
/** From least to most; the figure in a cell can be read on both. */
const colours = ['var(--action-soft)', 'var(--heat)'];

export function heatMapOption(cells: readonly PlacedCell[], axes: Axes, scale: Scale): EChartsCoreOption {
  const { min, max } = scale;
  const { fontSizePx: fontSize } = axes;
  return {
    grid: { left: rowNamesPx(axes) + 12, right: 4, top: topOf(axes), bottom: 56 },
    ...axesOption(axes),
    visualMap: {
      type: 'continuous',
      min,
      max,
      dimension: 2,
      text: [String(max), String(min)],
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemHeight: 160,
      textStyle: { fontSize, color: ink },
      inRange: { color: colours },
    },
    series: [seriesOption(cells, max, fontSize)],
  };
}

function axesOption(axes: Axes) {
  const { columns, rows, isSlanted, fontSizePx } = axes;
  const axisLabel = { interval: 0, color: ink, fontSize: fontSizePx, fontFamily: measuredFont };
  const axis = { type: 'category', axisTick: { show: false }, splitArea: { show: true } };
  return {
    xAxis: {
      ...axis,
      data: columns,
      position: 'top',
      axisLabel: { ...axisLabel, ...(isSlanted && { rotate: slantDegrees }) },
    },
    yAxis: {
      ...axis,
      data: rows,
      inverse: true,
      axisLabel: { ...axisLabel, width: rowNamesPx(axes) + roundingPx, overflow: 'break' },
    },
  };
}

function seriesOption(cells: readonly PlacedCell[], max: number, fontSize: number) {
  const digits = max > 10 ? 0 : 1;
  return {
    type: 'heatmap',
    data: cells.map(({ column, row, value }) => [column, row, value]),
    label: {
      show: true,
      color: ink,
      fontSize,
      formatter: ({ value }: { readonly value: readonly number[] }) => (value[2] ?? 0).toFixed(digits),
    },
    itemStyle: { borderColor: 'var(--paper)', borderWidth: 2 },
  };
}

const slantDegrees = 40;

const rowNamesPxMax = 120;
/** A name that is a fraction of a pixel wider than it was reckoned would break. */
const roundingPx = 4;

/** Room beside the map for the names of its rows; the longest of them break, so that cells stay wide enough for a figure. */
function rowNamesPx({ rows, fontSizePx }: Axes): number {
  return Math.min(rowNamesPxMax, widthOf(rows, fontSizePx));
}

/** Room above the map for the names of its columns. */
function topOf({ columns, isSlanted, fontSizePx }: Axes): number {
  const slanted = widthOf(columns, fontSizePx) * Math.sin((slantDegrees * Math.PI) / 180);
  return fontSizePx * 2 + (isSlanted ? slanted : 0);
}

/** About how wide the longest name is: a Chinese character is as wide as it is high, a Latin one some 0.6 of it. */
function widthOf(names: readonly string[], fontSizePx: number): number {
  const emsOf = (name: string): number =>
    [...name].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 1 : 0.6), 0);
  return Math.ceil(Math.max(...names.map(emsOf)) * fontSizePx);
}
