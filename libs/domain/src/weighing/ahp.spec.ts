import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import type { RandomIndexTable } from './ahp.js';
import { ahpSolvers, ahpWeights, solveAhp } from './ahp.js';
import { principalEigenpair } from './eigenvector.js';
import type { Judgements } from './judgement.js';
import { judgementsArbitrary } from './judgements.fixture.js';

interface Published {
  readonly source: string;
  readonly upper: readonly (readonly string[])[];
  readonly weights: readonly number[];
  readonly digits: number;
  readonly lambdaMax?: number;
  readonly ci?: number;
  readonly cr: Partial<Record<RandomIndexTable, number>>;
  readonly crDigits: number;
}

/** Published examples, to the digits that were printed. */
const published: readonly Published[] = [
  {
    source: 'Saaty 2008, drinks (n = 7)',
    upper: [
      ['9', '5', '2', '1', '1', '1/2'],
      ['1/3', '1/9', '1/9', '1/9', '1/9'],
      ['1/3', '1/4', '1/3', '1/9'],
      ['1/2', '1', '1/3'],
      ['2', '1/2'],
      ['1/3'],
    ],
    weights: [0.177457, 0.019149, 0.041831, 0.116417, 0.189572, 0.128781, 0.326793],
    digits: 6,
    lambdaMax: 7.176629,
    ci: 0.029438,
    cr: { 'saaty-1980': 0.0223, 'saaty-2005': 0.0218 },
    crDigits: 4,
  },
  {
    source: 'the leader example (n = 4)',
    upper: [['4', '3', '7'], ['1/3', '3'], ['5']],
    weights: [0.548, 0.127, 0.27, 0.056],
    digits: 3,
    cr: { 'saaty-2005': 0.044 },
    crDigits: 3,
  },
  {
    source: 'five criteria of Chinese textbooks (n = 5)',
    upper: [['1/2', '4', '3', '3'], ['7', '5', '5'], ['1/2', '1/3'], ['1']],
    weights: [0.263603, 0.475835, 0.053815, 0.098068, 0.108678],
    digits: 6,
    lambdaMax: 5.072084,
    ci: 0.018021,
    cr: { 'saaty-1980': 0.0161 },
    crDigits: 4,
  },
];

const circle = [['9', '1/9'], ['9']];

function itemsFor(upper: readonly unknown[]): readonly string[] {
  return Array.from({ length: upper.length + 1 }, (_, index) => `item ${index}`);
}

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'accepted';
}

function expectWeights(actual: readonly number[], expected: readonly number[], digits: number): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((weight, index) => expect(weight).toBeCloseTo(expected[index] ?? Number.NaN, digits));
}

describe('ahpWeights', () => {
  it.each(published)('E131: agrees with $source', (example) => {
    for (const [randomIndex, ratio] of Object.entries(example.cr)) {
      const result = ahpWeights({
        items: itemsFor(example.upper),
        upper: example.upper,
        randomIndex: randomIndex === 'saaty-2005' ? 'saaty-2005' : 'saaty-1980',
      });
      expectWeights(result.weights, example.weights, example.digits);
      expect(result.consistencyRatio).toBeCloseTo(ratio, example.crDigits);
      if (example.lambdaMax !== undefined) expect(result.lambdaMax).toBeCloseTo(example.lambdaMax, 6);
      if (example.ci !== undefined) expect(result.consistencyIndex).toBeCloseTo(example.ci, 6);
      expect([result.acceptable, result.worst]).toEqual([true, null]);
    }
  });

  it('E132: gives other weights by the geometric mean than by the eigenvector', () => {
    const upper = published[2]?.upper ?? [];
    const { weights, lambdaMax } = ahpWeights({ items: itemsFor(upper), upper, solver: 'geometricMean' });
    // Row products to the fifth root: 18^.2, 350^.2, (1/4·1/7·1/2·1/3)^.2, (1/3·1/5·2·1)^.2, (1/3·1/5·3·1)^.2
    const roots = [18, 350, 1 / 168, 2 / 15, 1 / 5].map((product) => product ** 0.2);
    const total = roots.reduce((sum, root) => sum + root, 0);
    expectWeights(
      weights,
      roots.map((root) => root / total),
      12,
    );
    // 0.263633 against the eigenvector's 0.263603
    expect(weights[0]).not.toBeCloseTo(0.263603, 5);
    expect(lambdaMax).toBeGreaterThanOrEqual(5);
  });

  it('E133: a row judged more important has the greater weight', () => {
    const { weights } = ahpWeights({ items: ['a', 'b'], upper: [['4']] });
    expectWeights(weights, [4 / 5, 1 / 5], 12);
  });

  it.each(ahpSolvers)('E134, E135: finds a circle of judgements unacceptable (%s)', (solver) => {
    const result = ahpWeights({ items: ['a', 'b', 'c'], upper: circle, solver });
    expectWeights(result.weights, [1 / 3, 1 / 3, 1 / 3], 9);
    // 1 + 9 + 1/9 = 10.1111; (10.1111 − 3) / 2 / 0.58 = 6.13
    expect(result.lambdaMax).toBeCloseTo(10.1111, 4);
    expect(result.consistencyRatio).toBeCloseTo(6.13, 2);
    expect(result.acceptable).toBe(false);
    // All three are equally far from the weights: the first is named.
    expect(result.worst).toEqual({ row: 0, column: 1 });
  });

  it('E134: names the judgement that contradicts the others', () => {
    // a : b : c : d = 8 : 4 : 2 : 1, but d is judged 4 times a.
    const { acceptable, worst } = ahpWeights({
      items: ['a', 'b', 'c', 'd'],
      upper: [['2', '4', '1/4'], ['2', '4'], ['2']],
    });
    expect({ acceptable, worst }).toEqual({ acceptable: false, worst: { row: 0, column: 3 } });
  });

  it('E135: stops at the cap with a typed error', () => {
    const matrix = [
      [1, 9, 2],
      [1 / 9, 1, 9],
      [1 / 2, 1 / 9, 1],
    ];
    expect(codeOf(() => principalEigenpair(matrix, 3))).toBe('NOT_CONVERGED');
    expect(codeOf(() => principalEigenpair(matrix))).toBe('accepted');
  });

  it('two items never contradict each other', () => {
    const result = ahpWeights({ items: ['a', 'b'], upper: [['1/7']] });
    expect(result).toMatchObject({ consistencyIndex: 0, consistencyRatio: 0, acceptable: true, worst: null });
    expect(result.lambdaMax).toBeCloseTo(2, 12);
  });
});

describe('missing judgements', () => {
  it.each(ahpSolvers)('follow from a chain of the others (%s)', (solver) => {
    // a = 2b, b = 3c: 6 : 3 : 1
    const result = ahpWeights({ items: ['a', 'b', 'c'], upper: [['2', null], ['3']], solver });
    expectWeights(result.weights, [0.6, 0.3, 0.1], 12);
    expect(result.lambdaMax).toBeCloseTo(3, 12);
  });

  it('are refused where nothing links an item to the rest', () => {
    const upper = [['2', null], [null]];
    expect(codeOf(() => ahpWeights({ items: ['a', 'b', 'c'], upper }))).toBe('JUDGEMENTS_DISCONNECTED');
  });

  it('take the completion with the least eigenvalue, found otherwise by a search over a grid', () => {
    // a_02 is missing in an inconsistent matrix of four.
    const upper = [['3', null, '1/2'], ['5', '2'], ['4']];
    const { lambdaMax } = ahpWeights({ items: itemsFor(upper), upper });
    const eigenvalueAt = (value: number): number =>
      solveAhp([[3, value, 1 / 2], [5, 2], [4]], { solver: 'eigenvector' }).lambdaMax;
    const grid = Array.from({ length: 4001 }, (_, k) => eigenvalueAt(Math.exp((k - 2000) / 500)));
    const least = Math.min(...grid);
    expect(lambdaMax).toBeLessThanOrEqual(least + 1e-12);
    expect(lambdaMax).toBeGreaterThan(least - 1e-5);
  });

  it('have no lower eigenvalue when any one of them is given instead', () => {
    fc.assert(
      fc.property(
        judgementsArbitrary(6),
        fc.double({ min: 0.02, max: 50, noNaN: true }),
        (judgements, value) => {
          const { lambdaMax } = solveAhp(judgements);
          judgements.forEach((cells, row) =>
            cells.forEach((cell, offset) => {
              if (cell !== null) return;
              const given = judgements.with(row, cells.with(offset, value));
              expect(solveAhp(given).lambdaMax).toBeGreaterThanOrEqual(lambdaMax - 1e-11);
            }),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('never count as the worst judgement', () => {
    const upper = [['9', null, '1/9'], ['9', null], ['9']];
    const { worst } = ahpWeights({ items: itemsFor(upper), upper });
    expect(worst).toEqual({ row: 0, column: 1 });
  });

  it('converge for nine items and every pattern of gaps that stays connected', () => {
    fc.assert(
      fc.property(judgementsArbitrary(9), fc.constantFrom(...ahpSolvers), (judgements, solver) => {
        const { weights, lambdaMax } = solveAhp(judgements, { solver });
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(weights.every((weight) => weight > 0)).toBe(true);
        expect(lambdaMax).toBeGreaterThanOrEqual(9 - 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('properties', () => {
  it('a consistent matrix gives back its weights, also with gaps', () => {
    fc.assert(
      fc.property(consistentArbitrary, fc.constantFrom(...ahpSolvers), ({ weights, judgements }, solver) => {
        const result = solveAhp(judgements, { solver });
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        expectWeights(
          result.weights,
          weights.map((weight) => weight / total),
          10,
        );
        expect(result.consistencyRatio).toBeLessThan(1e-9);
      }),
      { numRuns: 100 },
    );
  });

  it('naming the items in another order permutes the weights and nothing else', () => {
    fc.assert(
      fc.property(judgementsArbitrary(5), fc.constantFrom(...ahpSolvers), (judgements, solver) => {
        const original = solveAhp(judgements, { solver });
        const reversed = solveAhp(reverse(judgements), { solver });
        expectWeights(reversed.weights, original.weights.toReversed(), 8);
        expect(reversed.lambdaMax).toBeCloseTo(original.lambdaMax, 9);
      }),
      { numRuns: 60 },
    );
  });
});

const consistentArbitrary = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 9 }),
    fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }),
  )
  .map(([weights, gaps]) => {
    const judgements = weights.slice(0, -1).map((weight, row) =>
      // The chain 0–1–2–… is always given, so the graph is connected.
      weights
        .slice(row + 1)
        .map((other, offset) =>
          offset > 0 && gaps[(row * 7 + offset) % 36] === true ? null : weight / other,
        ),
    );
    return { weights, judgements };
  });

/** The same judgements with the items in reverse order. */
function reverse(judgements: Judgements): Judgements {
  const last = judgements.length;
  return judgements.map((cells, row) =>
    cells.map((_, offset) => {
      const column = row + 1 + offset;
      const value = judgements[last - column]?.[column - row - 1] ?? null;
      // The pair is now read from its other end.
      return value === null ? null : 1 / value;
    }),
  );
}
