import { describe, expect, it } from '@jest/globals';
import { filledSteps, flowOption } from './flow-chart.model.js';

const at = (time: string): string => `2026-11-20T${time}:00.000Z`;
const points = [
  { at: at('01:00'), inside: 4, came: 4 },
  { at: at('01:05'), inside: 5, came: 5 },
  { at: at('01:20'), inside: 3, came: 5 },
];

describe('the steps of the chart', () => {
  it('are all of their length: where nobody moved as many are inside as before', () => {
    expect(filledSteps(points, 5).map((step) => [step.at, step.inside, step.came])).toEqual([
      [at('01:00'), 4, 4],
      [at('01:05'), 5, 5],
      [at('01:10'), 5, 5],
      [at('01:15'), 5, 5],
      [at('01:20'), 3, 5],
    ]);
  });

  it.each([
    ['none', [], 0],
    ['one', points.slice(0, 1), 1],
    // A device whose clock was wrong by a year draws no hundred thousand steps.
    ['a year between two', [{ ...points[0], at: '2025-11-20T01:00:00.000Z' }, points[1]], 2],
  ])('of %s', (_what, some, count) => {
    expect(filledSteps(some as typeof points, 5)).toHaveLength(count);
  });
});

it('draws who is inside as an area below all who came', () => {
  const drawing = { stepMinutes: 5, fontSizePx: 16, timeOf: (instant: string) => instant.slice(11, 16) };
  expect(flowOption(points, { inside: 'inside', came: 'came' }, drawing)).toMatchObject({
    xAxis: { data: ['01:00', '01:05', '01:10', '01:15', '01:20'] },
    series: [
      { name: 'inside', data: [4, 5, 5, 5, 3], areaStyle: {} },
      { name: 'came', data: [4, 5, 5, 5, 5] },
    ],
  });
});
