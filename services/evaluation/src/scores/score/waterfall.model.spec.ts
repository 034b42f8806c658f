import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Indicator } from '../../systems/indicator-system/indicator.model.js';
import { computeScore } from './score.model.js';
import { waterfallOf } from './waterfall.model.js';

const indicator = (id: string): Indicator => ({
  id,
  kind: 'fact',
  scaleMin: 0,
  scaleMax: 100,
  direction: 'max',
  function: 'service',
  business: 'culture',
});

/** Two groups: people (liked, ours) and deeds (came, deep/cost), and one indicator beside them. */
const paths = [
  ['people', 'liked'],
  ['people', 'ours'],
  ['deeds', 'came'],
  ['deeds', 'deep', 'cost'],
  ['alone'],
];
const ids = paths.map((path) => path.at(-1) ?? '');

function waterfall(weights: readonly number[], values: readonly (number | null)[]) {
  const sum = weights.reduce((total, one) => total + one, 0);
  const leaves = paths.map((path, index) => ({
    id: ids[index] ?? '',
    path,
    weight: (weights[index] ?? 0) / sum,
  }));
  const byId = Object.fromEntries(ids.map((id, index) => [id, values[index] ?? null]));
  const score = computeScore({
    weights: leaves,
    indicators: ids.map(indicator),
    values: byId,
    missing: 'omit',
  });
  return { score, waterfall: waterfallOf(score.score, score.contributions, leaves) };
}

describe('a waterfall', () => {
  it('goes from the top down, each group before what is in it, and ends at the score', () => {
    const { waterfall: made } = waterfall([3, 1, 2, 2, 2], [100, 50, 40, 30, 10]);
    // 30 + 5 + 8 + 6 + 2 = 51
    expect(made?.total).toBe(5_100);
    expect(made?.steps.map(({ key, level, from, points, most }) => [key, level, from, points, most])).toEqual(
      [
        ['people', 1, 0, 3_500, 4_000],
        ['liked', 2, 0, 3_000, 3_000],
        ['ours', 2, 3_000, 500, 1_000],
        ['deeds', 1, 3_500, 1_400, 4_000],
        ['came', 2, 3_500, 800, 2_000],
        ['deep', 2, 4_300, 600, 2_000],
        ['cost', 3, 4_300, 600, 2_000],
        ['alone', 1, 4_900, 200, 2_000],
      ],
    );
    expect(made?.steps.filter(({ isIndicator }) => isIndicator).map(({ key }) => key)).toEqual(ids);
  });

  it('rounds by largest remainder, so that thirds still sum to the whole', () => {
    const { waterfall: made } = waterfall([1, 1, 1, 0, 0], [100, 100, 100, 0, 0]);
    // 33.33… three times: 33.34 + 33.33 + 33.33
    expect(made?.steps.filter(({ isIndicator }) => isIndicator).map(({ points }) => points)).toEqual([
      3_334, 3_333, 3_333, 0, 0,
    ]);
  });

  it('sums exactly, group by group and to the total, whatever is weighed, measured or missing', () => {
    const weight = fc.array(fc.double({ min: 0.01, max: 9, noNaN: true }), { minLength: 5, maxLength: 5 });
    const value = fc.option(fc.double({ min: 0, max: 100, noNaN: true }));
    fc.assert(
      fc.property(weight, fc.array(value, { minLength: 5, maxLength: 5 }), (weights, values) => {
        const { score, waterfall: made } = waterfall(weights, values);
        if (made === null) return expect(score.score).toBeNull();
        expect(made.total).toBe(Math.round((score.score ?? 0) * 100));
        const below = (key: string | null): number =>
          made.steps
            .filter(({ parentKey }) => parentKey === key)
            .reduce((sum, { points }) => sum + points, 0);
        expect(below(null)).toBe(made.total);
        for (const { key, points } of made.steps.filter((step) => !step.isIndicator))
          expect(below(key)).toBe(points);
      }),
    );
  });

  it('is none without a score', () => {
    expect(waterfall([1, 1, 1, 1, 1], [null, null, null, null, null]).waterfall).toBeNull();
  });
});
