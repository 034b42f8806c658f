import type { EChartsCoreOption } from 'echarts/core';

/** One bar of the waterfall, in points. */
export interface WaterfallBar {
  readonly key: string;
  readonly name: string;
  readonly isSubtotal: boolean;
  readonly from: number;
  readonly points: number;
  readonly most: number;
}

interface Step {
  readonly key: string;
  readonly name: string;
  readonly isIndicator: boolean;
  readonly from: number;
  readonly points: number;
  readonly most: number;
}

/** Hundredths become points only here, where they are shown. */
export function waterfallBars(steps: readonly Step[]): readonly WaterfallBar[] {
  return steps.map(({ key, name, isIndicator, from, points, most }) => ({
    key,
    name,
    isSubtotal: !isIndicator,
    from: from / 100,
    points: points / 100,
    most: most / 100,
  }));
}

/** The bars of the main groups alone: they too begin where the one before has ended. All bars where no group has a name. */
export function mainBars(steps: readonly Step[], mainKeys: readonly string[]): readonly WaterfallBar[] {
  const main = steps.filter(({ key }) => mainKeys.includes(key));
  return waterfallBars(main.length === 0 ? steps : main);
}

const lineHeightEm = 1.25;
const barWidthPx = 14;
const measuredFont = 'system-ui, sans-serif';
const ink = 'var(--ink)';

/**
 * Bars that lie, each beginning where the one before has ended; beside indicators groups are hollow, so that nobody has to
 * tell colours apart, and every bar has its name above it and its points behind it.
 */
export function waterfallOption(bars: readonly WaterfallBar[], fontSizePx: number): EChartsCoreOption {
  const isMixed = bars.some(({ isSubtotal }) => !isSubtotal);
  return {
    grid: { left: 0, right: fontSizePx * 4, top: 0, bottom: 0 },
    xAxis: { type: 'value', min: 0, max: 100, axisLabel: { show: false } },
    yAxis: namesAxis(bars, fontSizePx),
    series: [
      // What lifts a bar to where it begins: it is not seen.
      {
        type: 'bar',
        stack: 'points',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: bars.map(({ from }) => from),
      },
      {
        type: 'bar',
        stack: 'points',
        barWidth: barWidthPx,
        data: bars.map(({ points, isSubtotal }) => ({
          value: points,
          ...(isMixed &&
            isSubtotal && {
              itemStyle: { color: 'transparent', borderColor: ink, borderWidth: 2, borderType: 'dashed' },
            }),
        })),
        label: {
          show: true,
          position: 'right',
          fontSize: fontSizePx,
          color: ink,
          formatter: ({ value }: { readonly value: number }) => `+${value.toFixed(2)}`,
        },
      },
    ],
  };
}

/** Each name stands above its bar, as names are sentences and phones are narrow. */
function namesAxis(bars: readonly WaterfallBar[], fontSizePx: number): EChartsCoreOption {
  return {
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
      width: 270,
      overflow: 'break',
      padding: [0, 0, barWidthPx / 2 + 4, 0],
      fontFamily: measuredFont,
      fontSize: fontSizePx,
      lineHeight: fontSizePx * lineHeightEm,
      color: ink,
    },
  };
}
