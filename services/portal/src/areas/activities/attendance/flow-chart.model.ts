import type { EChartsCoreOption } from 'echarts/core';
import type { DoorFlow } from './use-attendance.js';

type Point = DoorFlow['points'][number];

interface Names {
  readonly inside: string;
  readonly came: string;
}

interface Drawing {
  readonly stepMinutes: number;
  readonly fontSizePx: number;
  /** A moment as the axis says it. */
  readonly timeOf: (instant: string) => string;
}

/** Those inside as an area, and all who came above it as a line: what lies between them has left. */
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

/** More steps than a screen has room for show nothing more. */
const stepsMax = 600;

/** Steps in which nobody moved are no part of the answer; in a chart they have their length. */
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
