import { describe, expect, it } from '@jest/globals';
import { momentsOf } from './moments.fixture.js';
import { addMoments, covariancesOf, type Moments } from '../../surveys/survey/moments.model.js';
import { correlation, cronbachAlpha, itemFits } from './reliability.model.js';

/**
 * Thirty departments of a firm on seven questions: Chatterjee & Price, "Regression Analysis by Example", 1977; as
 * `attitude` in R. The figures beside are those that R's psych::alpha prints for it.
 */
const attitude = [
  [43, 51, 30, 39, 61, 92, 45],
  [63, 64, 51, 54, 63, 73, 47],
  [71, 70, 68, 69, 76, 86, 48],
  [61, 63, 45, 47, 54, 84, 35],
  [81, 78, 56, 66, 71, 83, 47],
  [43, 55, 49, 44, 54, 49, 34],
  [58, 67, 42, 56, 66, 68, 35],
  [71, 75, 50, 55, 70, 66, 41],
  [72, 82, 72, 67, 71, 83, 31],
  [67, 61, 45, 47, 62, 80, 41],
  [64, 53, 53, 58, 58, 67, 34],
  [67, 60, 47, 39, 59, 74, 41],
  [69, 62, 57, 42, 55, 63, 25],
  [68, 83, 83, 45, 59, 77, 35],
  [77, 77, 54, 72, 79, 77, 46],
  [81, 90, 50, 72, 60, 54, 36],
  [74, 85, 64, 69, 79, 79, 63],
  [65, 60, 65, 75, 55, 80, 60],
  [65, 70, 46, 57, 75, 85, 46],
  [50, 58, 68, 54, 64, 78, 52],
  [50, 40, 33, 34, 43, 64, 33],
  [64, 61, 52, 62, 66, 80, 41],
  [53, 66, 52, 50, 63, 80, 37],
  [40, 37, 42, 58, 50, 57, 49],
  [63, 54, 42, 48, 66, 75, 33],
  [66, 77, 66, 63, 88, 76, 72],
  [78, 75, 58, 74, 80, 78, 49],
  [48, 57, 44, 45, 51, 83, 38],
  [85, 85, 71, 71, 77, 74, 55],
  [82, 82, 39, 59, 64, 78, 39],
];
const questions = ['rating', 'complaints', 'privileges', 'learning', 'raises', 'critical', 'advance'];
const scale = { min: 1, max: 5 };

function covariancesFor(moments: Moments, signs = moments.keys.map((): 1 | -1 => 1)) {
  return covariancesOf(moments, signs) ?? [];
}

describe('reliability', () => {
  const covariances = covariancesFor(momentsOf(questions, attitude, scale));

  it("is 0.84 for the seven questions of Chatterjee and Price, as R's psych prints it", () => {
    expect(cronbachAlpha(covariances)?.toFixed(2)).toBe('0.84');
  });

  it.each([
    ['rating', '0.67', '0.81'],
    ['complaints', '0.74', '0.80'],
    ['privileges', '0.56', '0.83'],
    ['learning', '0.71', '0.80'],
    ['raises', '0.79', '0.80'],
    ['critical', '0.27', '0.86'],
    ['advance', '0.46', '0.84'],
  ])('of %s: correlation with the rest %s, alpha without it %s', (question, itemRest, alphaWithout) => {
    const fit = itemFits(covariances)[questions.indexOf(question)];
    expect([fit?.itemRest?.toFixed(2), fit?.alphaWithout?.toFixed(2)]).toEqual([itemRest, alphaWithout]);
  });

  it('is 1 for the same question twice, and unknown for one question, or where nobody differs', () => {
    const twice = momentsOf(
      ['a', 'b'],
      [
        [1, 1],
        [2, 2],
        [5, 5],
      ],
      scale,
    );
    expect(cronbachAlpha(covariancesFor(twice))).toBeCloseTo(1, 12);
    expect(cronbachAlpha(covariancesFor(momentsOf(['a'], [[1], [2]], scale)))).toBeNull();
    const same = momentsOf(
      ['a', 'b'],
      [
        [4, 5],
        [4, 5],
      ],
      scale,
    );
    expect(cronbachAlpha(covariancesFor(same))).toBeNull();
    expect(itemFits(covariancesFor(same))).toEqual([
      { itemRest: null, alphaWithout: null },
      { itemRest: null, alphaWithout: null },
    ]);
  });

  it('turns a question round where less is better', () => {
    // b = 6 − a: answered in the other direction, it says the same.
    const turned = momentsOf(
      ['a', 'b'],
      [
        [1, 5],
        [2, 4],
        [5, 1],
      ],
      scale,
    );
    expect(cronbachAlpha(covariancesFor(turned, [1, -1]))).toBeCloseTo(1, 12);
    expect(cronbachAlpha(covariancesFor(turned))).toBeNull(); // a + b is 6 for everybody
  });

  it('has no covariances of a single answer', () => {
    expect(covariancesOf(momentsOf(['a', 'b'], [[1, 2]], scale), [1, 1])).toBeNull();
  });

  it('keeps every digit over a million answers', () => {
    // Half of them 4 and half 5: s² = n/4 / (n − 1) = 250000/999999.
    const half = 500_000;
    const moments = {
      keys: ['a'],
      count: 2 * half,
      sums: [9 * half],
      products: [41 * half],
      lows: [0],
      highs: [half],
    };
    expect(covariancesOf(moments, [1])?.[0]?.[0]).toBe(250_000 / 999_999);
  });

  it('of two surveys together is that of all their answers', () => {
    const [first, second] = [attitude.slice(0, 11), attitude.slice(11)];
    const together = addMoments(momentsOf(questions, first, scale), momentsOf(questions, second, scale));
    expect(together).toEqual(momentsOf(questions, attitude, scale));
  });

  it('a correlation stays within −1 and 1, and is unknown of what does not vary', () => {
    expect(correlation(0.30000000000000004, 0.3, 0.3)).toBe(1);
    expect(correlation(0, 0, 1)).toBeNull();
  });
});
