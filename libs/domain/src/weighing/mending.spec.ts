import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ahpSolvers, ahpWeights, consistencyRatioMax, solveAhp } from './ahp.js';
import { judgementsArbitrary } from './judgements.fixture.js';
import { parseJudgements } from './judgement.js';
import { mendingOf, saatyNumber, saatyScale, withJudgement } from './mending.js';
import { spreadOfJudges } from './spread.js';

const judged = (upper: readonly (readonly (string | null)[])[]) => parseJudgements(upper.length + 1, upper);

describe('the value that mends judgements', () => {
  it.each([
    // 8 : 4 : 2 : 1, but d is judged 4 times a: 8 makes it whole.
    ['one that is upside down', [['2', '4', '1/4'], ['2', '4'], ['2']], { row: 0, column: 3, value: '8' }],
    // a = 2b, b = 3c: a is 6 times c, not 1/6.
    ['a reciprocal by mistake', [['2', '1/6'], ['3']], { row: 0, column: 2, value: '6' }],
    // a over b 9, b over c 9 ask for 81: 9 is as near as the scale comes. Any of the three would do as well.
    ['a circle', [['9', '1/9'], ['9']], { row: 0, column: 1, value: '1/9' }],
    // Four items with a gap: a = 2b = 4c, c = 2d, but d is judged 9 times b.
    ['one beside a gap', [['2', '4', null], ['2', '1/9'], ['2']], { row: 1, column: 3, value: '4' }],
  ] as const)('E134: names %s', (_what, upper, expected) => {
    expect(mendingOf(judged(upper))).toMatchObject(expected);
  });

  it('E134: says what is left of the ratio, which is what comes of judging so', () => {
    const judgements = judged([['2', '4', '1/4'], ['2', '4'], ['2']]);
    const mending = mendingOf(judgements);
    expect(mending?.consistencyRatio).toBeCloseTo(0, 9);
    const upper = [['9', '1/9'], ['9']];
    // With a over b at 1/9: c and b both 9 times a, and b 9 times c: no circle any more, but far from 0.10.
    const circle = mendingOf(judged(upper));
    const mended = ahpWeights({ items: ['a', 'b', 'c'], upper: [['1/9', '1/9'], ['9']] });
    expect(circle?.consistencyRatio).toBeCloseTo(mended.consistencyRatio, 12);
    expect(circle?.consistencyRatio).toBeGreaterThan(consistencyRatioMax);
  });

  it('has nothing to say of judgements that fit', () => {
    expect(mendingOf(judged([['1/2', '2'], ['3']]))).toBeNull();
    expect(mendingOf(judged([['9']]))).toBeNull();
  });

  it('is the best of all seventeen at its place, and lowers the ratio', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 7 }).chain(judgementsArbitrary),
        fc.constantFrom(...ahpSolvers),
        (judgements, solver) => {
          const before = solveAhp(judgements, { solver });
          const mending = mendingOf(judgements, { solver });
          if (before.acceptable) return expect(mending).toBeNull();
          if (mending === null) return;
          expect(mending.consistencyRatio).toBeLessThan(before.consistencyRatio);
          const others = saatyScale.map(
            (value) =>
              solveAhp(withJudgement(judgements, mending, saatyNumber(value)), { solver }).consistencyRatio,
          );
          expect(mending.consistencyRatio).toBeLessThanOrEqual(Math.min(...others) + 1e-9);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('how far judges are apart', () => {
  it('is the geometric standard deviation of each pair', () => {
    // ln 4 and ln 1: mean ln 2, deviations ± ln 2, s = √(2 · ln² 2 / 1) = 0.9803, exp(s) = 2.665
    const [[both, one] = [], [none] = []] = spreadOfJudges([
      [[4, 3], [null]],
      [[1, null], [null]],
    ]);
    expect(both).toBeCloseTo(Math.exp(Math.SQRT2 * Math.LN2), 12);
    expect([one, none]).toEqual([null, null]);
  });

  it('is 1 where all say the same, and nothing without judges', () => {
    expect(spreadOfJudges([[[3]], [[3]], [[3]]])).toEqual([[1]]);
    expect(spreadOfJudges([])).toEqual([]);
  });
});
