import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { solveAhp } from './ahp.js';
import {
  averagedWeights,
  completeOneByOne,
  eigenvectorOf,
  largestEigenvalue,
} from './independent.fixture.js';
import { type Judgements, reciprocalMatrix } from './judgement.js';
import { completeArbitrary, judgementsArbitrary } from './judgements.fixture.js';

const sizes = [2, 3, 4, 5, 6, 7, 8, 9];

function expectAlike(actual: readonly number[], expected: readonly number[], digits: number): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((weight, index) => expect(weight).toBeCloseTo(expected[index] ?? Number.NaN, digits));
}

function gapsOf(judgements: Judgements): number {
  return judgements.flat().filter((value) => value === null).length;
}

describe('an independent solver', () => {
  it.each(sizes)('E131, E132: agrees on random judgements of %d items', (size) => {
    fc.assert(
      fc.property(completeArbitrary(size), (judgements) => {
        const matrix = reciprocalMatrix(judgements).map((row) => row.map((value) => value ?? 1));
        const eigenvalue = largestEigenvalue(matrix);
        const { weights, lambdaMax } = solveAhp(judgements);
        // The digits that the polynomial keeps of a matrix of nines.
        expect(Math.abs(lambdaMax - eigenvalue) / eigenvalue).toBeLessThan(1e-6);
        expectAlike(weights, eigenvectorOf(matrix, lambdaMax), 8);
        expectAlike(solveAhp(judgements, { solver: 'geometricMean' }).weights, averagedWeights(matrix), 9);
      }),
      { numRuns: 15 },
    );
  });

  it.each(sizes)('agrees on consistent judgements of %d items, also where few are given', (size) => {
    const share = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.array(share, { minLength: size, maxLength: size }), fc.nat(), (shares, seed) => {
        const judgements = shares.slice(0, -1).map((one, row) =>
          // A chain through all of them, and of the rest what a seed leaves.
          shares
            .slice(row + 1)
            .map((other, offset) =>
              offset > 0 && (seed >> ((row + offset) % 20)) % 2 === 0 ? null : one / other,
            ),
        );
        const total = shares.reduce((sum, one) => sum + one, 0);
        const expected = shares.map((one) => one / total);
        for (const solver of ['eigenvector', 'geometricMean'] as const) {
          const { weights, consistencyRatio } = solveAhp(judgements, { solver });
          expectAlike(weights, expected, 9);
          expect(consistencyRatio).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 25 },
    );
  });

  it.each([3, 4, 5, 6])('agrees on the missing judgements of %d items', (size) => {
    fc.assert(
      fc.property(
        judgementsArbitrary(size).filter((one) => gapsOf(one) > 0 && gapsOf(one) < 4),
        (judgements) => {
          const matrix = reciprocalMatrix(judgements);
          const complete = completeOneByOne(matrix);
          const { weights, lambdaMax } = solveAhp(judgements);
          expect(lambdaMax).toBeCloseTo(largestEigenvalue(complete), 5);
          expectAlike(weights, eigenvectorOf(complete, largestEigenvalue(complete)), 3);
        },
      ),
      { numRuns: 6 },
    );
  });

  it.each(sizes)('agrees on the least squares of %d items with gaps', (size) => {
    fc.assert(
      fc.property(judgementsArbitrary(size), (judgements) => {
        const { weights } = solveAhp(judgements, { solver: 'geometricMean' });
        expectAlike(weights, averagedWeights(reciprocalMatrix(judgements)), 6);
      }),
      { numRuns: 10 },
    );
  });
});
