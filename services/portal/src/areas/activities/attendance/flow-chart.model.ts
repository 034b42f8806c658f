import type { EChartsCoreOption } from 'echarts/core';
import type { components } from '../../../api/schema.js';

export type DoorFlow = components['schemas']['DoorFlowView'];
type Point = DoorFlow['points'][number];

interface Names {
  readonly inside: string;
  readonly came: string;
}

interface Drawing {
  readonly stepMinutes: number;
  readonly fontSizePx: number;
  /** The label of an instant on the axis. */
  readonly timeOf: (instant: string) => string;
}

/** People inside as an area, and all who came as a line above it: the gap between them has left. */
export function flowOption(
  points: readonly Point[],
  names: Names,
  { stepMinutes, fontSizePx, timeOf }: Drawing,
): EChartsCoreOption {
  const steps = filledSteps(points, stepMinutes);
  const line = { type: 'line', step: 'middle', symbol: 'none' };
  return {
    legend: { top: 0, textStyle: { fontSize: fontSizePx } },
    tooltip: { trigger: 'axis' },
    grid: { left: fontSizePx * 3, right: fontSizePx, top: fontSizePx * 3, bottom: fontSizePx * 2 },
    xAxis: {
      type: 'category',
      data: steps.map(({ at }) => timeOf(at)),
      axisLabel: { fontSize: fontSizePx, hideOverlap: true },
    },
    yAxis: { type: 'value', min: 0, minInterval: 1, axisLabel: { fontSize: fontSizePx } },
    series: [
      { ...line, name: names.inside, areaStyle: { opacity: 0.25 }, data: steps.map(({ inside }) => inside) },
      { ...line, name: names.came, lineStyle: { type: 'dashed' }, data: steps.map(({ came }) => came) },
    ],
  };
}

/** A screen has no room for more steps. */
const stepsMax = 600;

/** The answer leaves out steps in which nobody moved; a chart needs them. */
export function filledSteps(points: readonly Point[], stepMinutes: number): Point[] {
  const stepMs = stepMinutes * 60_000;
  const filled: Point[] = [];
  for (const point of points) {
    const last = filled.at(-1);
    const missing = last === undefined ? 0 : (Date.parse(point.at) - Date.parse(last.at)) / stepMs - 1;
    for (let step = 1; last !== undefined && step <= missing && missing < stepsMax; step += 1)
      filled.push({ ...last, at: new Date(Date.parse(last.at) + step * stepMs).toISOString() });
    filled.push(point);
  }
  return filled;
}
