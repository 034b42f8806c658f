import { describe, expect, it } from '@jest/globals';
import { nextOf, scoreOf, scoreValuesOf, shownOf, weighedOf } from './judging.model.js';

const works = [
  { id: 'a', isScored: true },
  { id: 'b', isScored: false },
  { id: 'c', isScored: true },
  { id: 'd', isScored: false },
];

describe('which work is shown', () => {
  it.each([
    [works, 'c', 'c'],
    [works, null, 'b'],
    [works, 'gone', 'b'],
    [[{ id: 'a', isScored: true }], null, 'a'],
    [[], null, undefined],
  ])('of %j with %s in the address is %s', (all, chosen, shown) => {
    expect(shownOf(all, chosen)?.id).toBe(shown);
  });

  it.each([
    ['b', 'd'],
    ['d', 'b'],
    ['c', 'd'],
  ])('after %s is %s', (after, next) => {
    expect(nextOf(works, after)?.id).toBe(next);
  });

  it('is none once all have points', () => {
    expect(nextOf([{ id: 'a', isScored: false }], 'a')).toBeUndefined();
  });
});

describe('the points of a juror', () => {
  const criteria = [
    { name: 'Idea', weight: 6_000 },
    { name: 'Craft', weight: 4_000 },
  ];

  it('are sent in the order of the criteria, and the same as was read', () => {
    const points = [
      { criterion: 1, points: 90 },
      { criterion: 0, points: 80 },
    ];
    const values = scoreValuesOf({ points }, criteria);
    expect(values).toEqual({ points: ['80', '90'] });
    expect(scoreOf(values).points).toEqual([
      { criterion: 0, points: 80 },
      { criterion: 1, points: 90 },
    ]);
    expect(scoreValuesOf({ points: [] }, criteria)).toEqual({ points: ['', ''] });
  });

  it.each([
    // 0.6 × 80 + 0.4 × 90
    [['80', '90'], 84],
    [['80', ''], null],
    [['80', undefined], null],
    [['80', 'x'], null],
  ])('%j come to %s', (points, sum) => {
    expect(weighedOf(points, criteria)).toBe(sum);
  });
});
