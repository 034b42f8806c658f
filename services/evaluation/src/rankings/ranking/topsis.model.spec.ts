import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sharedRanks } from '../../scores/score/shared-ranks.model.js';
import type { Scaling, TopsisRequest } from './topsis.model.js';
import { scalingNames, topsisRanking } from './topsis.model.js';

function expectClose(actual: readonly number[], expected: readonly number[], digits: number): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? Number.NaN, digits));
}

const mountain: TopsisRequest = {
  rows: [
    [1, 3000],
    [2, 3750],
    [5, 4500],
  ],
  weights: [0.5, 0.5],
  directions: ['min', 'max'],
};

const requestArbitrary = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5 }), fc.constantFrom(...scalingNames))
  .chain(([rowCount, columnCount, scaling]) => {
    const exactly = { minLength: columnCount, maxLength: columnCount };
    return fc.record({
      rows: fc.array(fc.array(fc.integer({ min: -20, max: 20 }), exactly), {
        minLength: rowCount,
        maxLength: rowCount,
      }),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), exactly),
      directions: fc.array(fc.constantFrom('max' as const, 'min' as const), exactly),
      scaling: fc.constant<Scaling>(scaling),
    });
  });

describe('topsisRanking', () => {
  it('agrees with Tzeng and Huang 2011', () => {
    const { scores, ranks } = topsisRanking({
      rows: [
        [5, 8, 4],
        [7, 6, 8],
        [8, 8, 6],
        [7, 4, 6],
      ],
      weights: [0.3, 0.4, 0.3],
      directions: ['max', 'max', 'max'],
      scaling: 'vector',
    });
    expectClose(scores, [0.5037, 0.6581, 0.7482, 0.334], 4);
    expect(ranks).toEqual([3, 2, 1, 4]);
  });

  it('agrees with Opricovic and Tzeng 2004: the scaling changes the winner', () => {
    const byRange = topsisRanking({ ...mountain, scaling: 'minMax' });
    expectClose(byRange.scores, [0.5, 0.617, 0.5], 3);
    expect(byRange.ranks).toEqual([2, 1, 2]);
    const byNorm = topsisRanking({ ...mountain, scaling: 'vector' });
    expectClose(byNorm.scores, [0.7621, 0.7222, 0.2379], 4);
    expect(byNorm.ranks).toEqual([1, 2, 3]);
  });

  it('scales by the vector norm unless told otherwise', () => {
    expect(topsisRanking(mountain)).toEqual(topsisRanking({ ...mountain, scaling: 'vector' }));
  });

  it.each(scalingNames)('E136: zero and constant columns contribute nothing (%s)', (scaling) => {
    const rows = mountain.rows.map((row) => [...row, 0, 7]);
    const directions = [...mountain.directions, 'max', 'min'] as const;
    const extended = topsisRanking({ rows, weights: [0.5, 0.5, 3, 2], directions, scaling });
    expectClose(extended.scores, topsisRanking({ ...mountain, scaling }).scores, 12);
  });

  it.each(scalingNames)('E136: no distance to either ideal scores one half (%s)', (scaling) => {
    const request = {
      rows: [
        [0, 4],
        [0, 4],
      ],
      weights: [1, 1],
      directions: ['max', 'min'],
      scaling,
    } as const;
    expect(topsisRanking(request)).toEqual({ scores: [0.5, 0.5], ranks: [1, 1] });
  });

  it.each([
    ['ragged rows', { rows: [[1, 2], [3]] }, 'ROWS_SHAPE'],
    ['no rows', { rows: [] }, 'ROWS_SHAPE'],
    ['a weight too many', { weights: [1, 2, 3] }, 'WEIGHTS_SHAPE'],
    ['a negative weight', { weights: [1, -1] }, 'NEGATIVE_VALUE'],
    ['weights of zero', { weights: [0, 0] }, 'NO_WEIGHT'],
    ['a direction too few', { directions: ['max'] as const }, 'DIRECTIONS_SHAPE'],
    ['an infinite value', { rows: [[1, Infinity]] }, 'VALUE_NOT_A_NUMBER'],
  ])('refuses %s', (_, change, code) => {
    expect(() => topsisRanking({ ...mountain, ...change })).toThrow(code);
  });

  it('scores lie within 0 and 1, follow their rows, and do not depend on the scale of the weights', () => {
    fc.assert(
      fc.property(requestArbitrary, (request) => {
        const { scores } = topsisRanking(request);
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
        const reversed = topsisRanking({ ...request, rows: request.rows.toReversed() });
        expectClose(reversed.scores, scores.toReversed(), 12);
        const heavier = topsisRanking({ ...request, weights: request.weights.map((weight) => weight * 7) });
        expectClose(heavier.scores, scores, 12);
      }),
    );
  });
});

describe('sharedRanks', () => {
  it.each([
    [
      [0.9, 0.7, 0.7, 0.1],
      [1, 2, 2, 4],
    ],
    [
      [0.1, 0.7, 0.9, 0.7],
      [4, 2, 1, 2],
    ],
    [
      [0.5, 0.5 + 5e-13],
      [1, 1],
    ],
    [
      [0.5, 0.5 + 2e-12],
      [2, 1],
    ],
    [[], []],
  ])('ranks %p as %p', (scores, ranks) => {
    expect(sharedRanks(scores)).toEqual(ranks);
  });
});
