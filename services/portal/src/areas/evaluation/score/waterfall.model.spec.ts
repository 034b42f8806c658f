import { describe, expect, it } from '@jest/globals';
import { mainBars, waterfallBars, waterfallOption } from './waterfall.model.js';

const steps = [
  { key: 'people', name: '评价', isIndicator: false, from: 0, points: 3_334, most: 5_000 },
  { key: 'liked', name: '满意度', isIndicator: true, from: 0, points: 3_334, most: 5_000 },
];

describe('the bars of a waterfall', () => {
  it('are in points, and groups are hollow: nobody has to tell colours apart', () => {
    const bars = waterfallBars(steps);
    expect(bars[1]).toEqual({
      key: 'liked',
      name: '满意度',
      isSubtotal: false,
      from: 0,
      points: 33.34,
      most: 50,
    });
    const { series } = waterfallOption(bars, 16) as { series: { data: unknown[] }[] };
    expect(series[1]?.data[0]).toMatchObject({
      value: 33.34,
      itemStyle: { color: 'transparent', borderType: 'dashed' },
    });
    expect(series[1]?.data[1]).toEqual({ value: 33.34 });
  });

  it('are filled where only groups are shown, as there is nothing to tell them apart from', () => {
    const bars = waterfallBars(steps).filter(({ isSubtotal }) => isSubtotal);
    const { series } = waterfallOption(bars, 16) as { series: { data: unknown[] }[] };
    expect(series[1]?.data).toEqual([{ value: 33.34 }]);
  });
});

it('the main groups alone begin where the one before has ended; all are shown where none is known', () => {
  const step = (key: string, isIndicator: boolean, from: number, points: number) => ({
    key,
    name: key,
    isIndicator,
    from,
    points,
    most: 5_000,
  });
  const steps = [
    step('x', true, 0, 2_000),
    step('y', true, 2_000, 1_000),
    step('g', false, 0, 3_000),
    step('h', true, 3_000, 2_500),
  ];
  expect(mainBars(steps, ['g', 'h']).map(({ key, from, points }) => [key, from, points])).toEqual([
    ['g', 0, 30],
    ['h', 30, 25],
  ]);
  expect(mainBars(steps, [])).toHaveLength(4);
});
