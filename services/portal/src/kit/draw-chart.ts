import { BarChart, GraphChart, HeatmapChart, LineChart, RadarChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  RadarComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type EChartsCoreOption, init, use as useParts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Locale } from '../i18n/format.js';

useParts([
  BarChart,
  GraphChart,
  HeatmapChart,
  LineChart,
  RadarChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  RadarComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
]);

/** Colours that stay apart for who sees few of them, each 3 : 1 on what it stands on. */
const colours = ['action', 'warn', 'good', 'apart', 'bad', 'ink-soft'].map((name) => `var(--${name})`);

/** What the option of a chart does not say. */
const look = {
  color: colours,
  textStyle: { color: 'var(--ink)' },
  legend: { textStyle: { color: 'var(--ink)' } },
  categoryAxis: axisLook(),
  valueAxis: axisLook(),
  radar: {
    axisName: { color: 'var(--ink)' },
    axisLine: { lineStyle: { color: 'var(--line)' } },
    splitLine: { lineStyle: { color: 'var(--line)' } },
    splitArea: { show: false },
  },
  tooltip: {
    backgroundColor: 'var(--paper)',
    borderColor: 'var(--line-strong)',
    textStyle: { color: 'var(--ink)' },
    axisPointer: { lineStyle: { color: 'var(--line-strong)' } },
  },
};

function axisLook() {
  return {
    axisLine: { lineStyle: { color: 'var(--line-strong)' } },
    axisTick: { lineStyle: { color: 'var(--line-strong)' } },
    axisLabel: { color: 'var(--ink)' },
    splitLine: { lineStyle: { color: 'var(--line)' } },
    splitArea: { areaStyle: { color: ['transparent'] } },
  };
}

interface DrawOptions {
  readonly locale: Locale;
  readonly fontSizePx: number;
  /** As wide as a sheet, and at once as it stays. */
  readonly isForPaper: boolean;
  readonly onPick: ((id: string) => void) | undefined;
}

/** A4 between its margins, in pixels. */
const paperWidthPx = 660;

/**
 * Draws into the element, follows its size, and @returns what takes the chart away again. Colours are named as in a
 * stylesheet, and read from the page as they are now: another theme needs another drawing.
 */
export function drawChart(
  element: HTMLElement,
  option: EChartsCoreOption,
  { locale, fontSizePx, isForPaper, onPick }: DrawOptions,
): () => void {
  const colourOf = readColours(element);
  const chart = init(element, withColours(look, colourOf), {
    renderer: 'svg',
    locale: locale === 'en' ? 'EN' : 'ZH',
    ...(isForPaper && { width: paperWidthPx }),
  });
  // Named outright: what inherits cannot be measured, and labels would be cut.
  const { fontFamily } = getComputedStyle(element);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  chart.setOption({
    animation: !isStill && !isForPaper,
    aria: { enabled: false }, // the figure has a name and a table of its own
    textStyle: { fontFamily, fontSize: fontSizePx },
    ...withColours(option, colourOf),
  });
  if (onPick !== undefined) chart.on('click', ({ data }) => isPoint(data) && onPick(data.id));
  if (isForPaper) {
    element.querySelector('svg')?.setAttribute('viewBox', `0 0 ${paperWidthPx} ${chart.getHeight()}`);
    return () => chart.dispose();
  }
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}

function isPoint(data: unknown): data is { readonly id: string } {
  return typeof (data as { readonly id?: unknown } | null)?.id === 'string';
}

type ColourOf = (named: string) => string;

/** The library mixes colours, so it needs those that the names stand for. */
function readColours(element: HTMLElement): ColourOf {
  const read = new Map<string, string>();
  return (named) => {
    const colour = read.get(named) ?? computedColour(element, named);
    read.set(named, colour);
    return colour;
  };
}

function computedColour(element: HTMLElement, named: string): string {
  const sample = document.createElement('span');
  sample.style.color = named;
  element.append(sample);
  const { color } = getComputedStyle(sample);
  sample.remove();
  return color;
}

/** The same with the colour in the place of each name. */
function withColours<Value>(value: Value, colourOf: ColourOf): Value;
function withColours(value: unknown, colourOf: ColourOf): unknown {
  if (typeof value === 'string') return value.startsWith('var(--') ? colourOf(value) : value;
  if (Array.isArray(value)) return value.map((one: unknown) => withColours(one, colourOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withColours(one, colourOf)]));
}
