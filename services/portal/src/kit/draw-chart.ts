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

/** Colours that stay apart for who sees few of them, each 3 : 1 on white. */
const colours = ['#0b5cad', '#b54708', '#067647', '#7a2e9e', '#b42318', '#475467'];

interface DrawOptions {
  readonly locale: Locale;
  readonly fontSizePx: number;
}

/** Draws into the element, follows its size, and @returns what takes the chart away again. */
export function drawChart(
  element: HTMLElement,
  option: EChartsCoreOption,
  { locale, fontSizePx }: DrawOptions,
): () => void {
  const chart = init(element, null, { renderer: 'svg', locale: locale === 'en' ? 'EN' : 'ZH' });
  // Named outright: what inherits cannot be measured, and labels would be cut.
  const { fontFamily } = getComputedStyle(element);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  chart.setOption({
    color: colours,
    animation: !isStill,
    aria: { enabled: false }, // the figure has a name and a table of its own
    textStyle: { fontFamily, fontSize: fontSizePx, color: '#1d2633' },
    ...option,
  });
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}
