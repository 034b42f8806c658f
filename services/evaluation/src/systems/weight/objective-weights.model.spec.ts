import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import fc from 'fast-check';
import { criticWeights } from './critic.model.js';
import { entropyWeights } from './entropy.model.js';
import { mixWeights } from './mixture.model.js';

function problemOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof DomainError) return `${error.code} ${error.errors[0]?.pointer ?? ''}`;
    throw error;
  }
  return 'accepted';
}

function expectClose(actual: readonly number[], expected: readonly number[], digits: number): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? Number.NaN, digits));
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const rowsArbitrary = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rowCount, columnCount]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: columnCount, maxLength: columnCount }), {
      minLength: rowCount,
      maxLength: rowCount,
    }),
  );

describe('entropyWeights', () => {
  it('agrees with Xu 2004, EJOR 156:530', () => {
    const result = entropyWeights([
      [30, 30, 38, 29],
      [19, 54, 86, 29],
      [19, 15, 85, 28.9],
      [68, 70, 60, 29],
    ]);
    expectClose(result.entropy, [0.887204, 0.902736, 0.966416, 0.999999], 6);
    expectClose(result.weights, [0.462952, 0.399204, 0.137841, 0.000003], 6);
  });

  it.each([
    [
      'a constant column weighs nothing',
      [
        [0.1, 1],
        [0.1, 3],
        [0.1, 5],
      ],
      [0, 1],
    ],
    [
      'a column of zeros weighs nothing',
      [
        [0, 1],
        [0, 3],
      ],
      [0, 1],
    ],
    [
      'all constant weigh the same',
      [
        [2, 0, 7],
        [2, 0, 7],
      ],
      [1 / 3, 1 / 3, 1 / 3],
    ],
    ['one row is constant', [[2, 9]], [0.5, 0.5]],
    // Each column: p = (1, 0), 0·ln 0 = 0, so e = 0 in both.
    [
      'zero times its logarithm is zero',
      [
        [5, 0],
        [0, 3],
      ],
      [0.5, 0.5],
    ],
  ])('E136: %s', (_, rows, expected) => {
    const { weights, entropy } = entropyWeights(rows);
    expectClose(weights, expected, 12);
    expect(entropy.every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  it('E136: refuses negatives, ragged rows and what is no number, naming the cell', () => {
    expect(
      problemOf(() =>
        entropyWeights([
          [1, 2],
          [3, -4],
        ]),
      ),
    ).toBe('NEGATIVE_VALUE /rows/1/1');
    expect(problemOf(() => entropyWeights([[1, 2], [3]]))).toBe('ROWS_SHAPE /rows/1');
    expect(problemOf(() => entropyWeights([]))).toBe('ROWS_SHAPE /rows');
    expect(problemOf(() => entropyWeights([[1], [Number.NaN]]))).toBe('VALUE_NOT_A_NUMBER /rows/1/0');
  });

  it('keeps its digits where values are nearly equal', () => {
    // With x = 1 ± t: 1 − e = ((1+t) ln(1+t) + (1−t) ln(1−t)) / (2 ln 2) = t² / (2 ln 2) + O(t⁴), so
    // t = 1e-5 against 2e-5 gives 1 : 4.
    const { weights } = entropyWeights([
      [1 + 1e-5, 1 + 2e-5],
      [1 - 1e-5, 1 - 2e-5],
    ]);
    expectClose(weights, [0.2, 0.8], 9);
  });

  it('weights sum to 1, are not negative, and follow their columns', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const { weights } = entropyWeights(rows);
        expect(sumOf(weights)).toBeCloseTo(1, 12);
        expect(weights.every((weight) => weight >= 0)).toBe(true);
        const mirrored = entropyWeights(rows.map((row) => row.toReversed()).toReversed());
        expectClose(mirrored.weights, weights.toReversed(), 10);
      }),
    );
  });
});

describe('criticWeights', () => {
  it('multiplies deviation and conflict', () => {
    // Scaled: a = (0, ½, 1), b = (0, 1, ½) [max], c = 1 − a [min over the same figures].
    // Each σ = ½. r_ab = ½, r_ac = −1, r_bc = −½: conflicts a: ½ + 2 = 5/2, b: ½ + 3/2 = 2, c: 2 + 3/2 = 7/2; sum 8.
    const { weights } = criticWeights(
      [
        [1, 10, 1],
        [2, 30, 2],
        [3, 20, 3],
      ],
      ['max', 'max', 'min'],
    );
    expectClose(weights, [5 / 16, 4 / 16, 7 / 16], 12);
  });

  it.each([
    [
      'a constant column weighs nothing and changes nothing',
      [
        [1, 10, 4],
        [2, 30, 4],
        [3, 20, 4],
      ],
      [0.5, 0.5, 0],
    ],
    [
      'the only column that varies has all the weight',
      [
        [1, 4],
        [2, 4],
      ],
      [1, 0],
    ],
    [
      'all constant weigh the same',
      [
        [1, 4],
        [1, 4],
      ],
      [0.5, 0.5],
    ],
    ['one row is constant', [[1, 4]], [0.5, 0.5]],
    [
      'columns that agree fully weigh by their deviation',
      [
        [1, 2],
        [2, 4],
        [3, 6],
      ],
      [0.5, 0.5],
    ],
  ])('E136: %s', (_, rows, expected) => {
    const directions = (rows[0] ?? []).map(() => 'max' as const);
    expectClose(criticWeights(rows, directions).weights, expected, 12);
  });

  it('refuses directions that do not fit', () => {
    expect(problemOf(() => criticWeights([[1, 2]], ['max']))).toBe('DIRECTIONS_SHAPE /directions');
  });

  it('weights sum to 1, are not negative, and follow their columns', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const directions = (rows[0] ?? []).map((_, j) => (j % 2 === 0 ? ('max' as const) : ('min' as const)));
        const { weights } = criticWeights(rows, directions);
        expect(sumOf(weights)).toBeCloseTo(1, 12);
        expect(weights.every((weight) => weight >= 0)).toBe(true);
        const mirrored = criticWeights(
          rows.map((row) => row.toReversed()),
          directions.toReversed(),
        );
        expectClose(mirrored.weights, weights.toReversed(), 10);
      }),
    );
  });
});

describe('mixWeights', () => {
  it('multiplies or adds', () => {
    // (.5·.2, .3·.2, .2·.6) = (.10, .06, .12), sum .28
    const multiplied = mixWeights([0.5, 0.3, 0.2], [0.2, 0.2, 0.6], { kind: 'multiplicative' });
    expectClose(multiplied, [10 / 28, 6 / 28, 12 / 28], 12);
    // ¼ · .5 + ¾ · .2 = .275, ¼ · .3 + ¾ · .2 = .225, ¼ · .2 + ¾ · .6 = .5
    const added = mixWeights([5, 3, 2], [0.2, 0.2, 0.6], { kind: 'additive', coefficient: 0.25 });
    expectClose(added, [0.275, 0.225, 0.5], 12);
  });

  it('refuses what cannot be mixed', () => {
    const multiplicative = { kind: 'multiplicative' } as const;
    expect(problemOf(() => mixWeights([1, 0], [0, 1], multiplicative))).toBe('NO_WEIGHT /objective');
    expect(problemOf(() => mixWeights([0, 0], [0, 1], multiplicative))).toBe('NO_WEIGHT /subjective');
    expect(problemOf(() => mixWeights([1, 1], [1], multiplicative))).toBe('WEIGHTS_SHAPE /objective');
    expect(problemOf(() => mixWeights([1, -1], [1, 1], multiplicative))).toBe('NEGATIVE_VALUE /subjective/1');
    expect(problemOf(() => mixWeights([1], [1], { kind: 'additive', coefficient: 1.5 }))).toBe(
      'COEFFICIENT_RANGE /coefficient',
    );
  });
});
