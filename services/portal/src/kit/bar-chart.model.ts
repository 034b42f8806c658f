import type { EChartsCoreOption } from 'echarts/core';

interface Bar {
  readonly name: string;
  readonly value: number;
}

interface Scale {
  readonly min?: number;
  readonly max?: number;
  /** Decimals of the figure at the end of each bar. */
  readonly digits: number;
  readonly unit?: string;
}

/** Where a name breaks is measured on a canvas, which knows nothing of the font of the page. */
export const measuredFont = 'system-ui, sans-serif';

const lineHeightEm = 1.25;
const nameLinesMax = 2;
const barWidthPx = 14;

/**
 * Bars that lie, the first at the top, each with its name above it and its figure at its end: names are sentences, and
 * phones are narrow.
 */
export function barOption(
  bars: readonly Bar[],
  { min, max, digits, unit = '' }: Scale,
  fontSizePx: number,
): EChartsCoreOption {
  // Written alike in both languages, and as on the page around it.
  const figure = new Intl.NumberFormat('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return {
    grid: { left: 0, right: fontSizePx * 4, top: 0, bottom: 0 },
    xAxis: { type: 'value', min, max, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { show: false },
      z: 3, // above the bars, which would hide what stands inside
      axisLabel: {
        inside: true,
        margin: 0,
        align: 'left',
        verticalAlign: 'bottom',
        padding: [0, 0, barWidthPx / 2 + 4, 0],
        width: 270,
        overflow: 'break',
        fontFamily: measuredFont,
        fontSize: fontSizePx,
        lineHeight: fontSizePx * lineHeightEm,
        color: 'var(--ink)',
      },
    },
    series: [
      {
        type: 'bar',
        barWidth: barWidthPx,
        data: bars.map(({ value }) => value),
        label: {
          show: true,
          position: 'right',
          fontSize: fontSizePx,
          color: 'var(--ink)',
          formatter: ({ value }: { readonly value: number }) => `${figure.format(value)}${unit}`,
        },
      },
    ],
  };
}

/** Room for the bar in the middle of its row, and for its name above it: in two lines, where it is not known to be short. */
export function barHeightPx(count: number, fontSizePx: number, nameLines = nameLinesMax): number {
  const half = nameLines * lineHeightEm * fontSizePx + barWidthPx / 2 + 4;
  return Math.ceil(count * half * 2);
}
