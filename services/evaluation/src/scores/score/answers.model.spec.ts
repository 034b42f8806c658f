import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AnswerBand, meanAnswer, pooledAnswers, widestAnswers } from './answers.model.js';

const scale = [1, 5] as const;
const partsOf = (count: number, sum: number, bands: readonly AnswerBand[] | null) =>
  widestAnswers({ count, sum, bands, scale }).parts.map(({ value, count: many }) => [value, many]);

describe('answers as they may have been', () => {
  it('are as they were where every option was told', () => {
    const bands = [
      { values: [3], count: 5 },
      { values: [5], count: 7 },
    ];
    // 5 · 3 + 7 · 5 = 50
    expect(partsOf(12, 50, bands)).toEqual([
      [3, 5],
      [5, 7],
    ]);
  });

  it('E127: of options told together take the farthest apart that the sum allows, and so say nothing held back', () => {
    const bands = [
      { values: [1, 2, 3], count: 6 },
      { values: [5], count: 5 },
    ];
    // 39 − 5 · 5 = 14 for six: at least 6, so 8 above it: four threes (+2 each), two ones
    expect(partsOf(11, 39, bands)).toEqual([
      [1, 2],
      [3, 4],
      [5, 5],
    ]);
  });

  it('lie at both ends where only number and sum were told, one between them if need be', () => {
    // 5 ones are 5; 21 − 5 = 16 = 4 · 4
    expect(partsOf(5, 21, null)).toEqual([
      [1, 1],
      [5, 4],
    ]);
    // 19 − 5 = 14 = 3 · 4 + 2
    expect(partsOf(5, 19, null)).toEqual([
      [1, 1],
      [3, 1],
      [5, 3],
    ]);
  });

  it('always keep number and sum', () => {
    const answer = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 5, maxLength: 60 }), fc.boolean(), (given, isTold) => {
        const sum = given.reduce((total, one) => total + one, 0);
        const low = given.filter((one) => one < 4).length;
        const told = [
          { values: [1, 2, 3], count: low },
          { values: [4, 5], count: given.length - low },
        ];
        const { parts } = widestAnswers({ count: given.length, sum, bands: isTold ? told : null, scale });
        expect(parts.reduce((total, part) => total + part.count, 0)).toBe(given.length);
        expect(parts.reduce((total, part) => total + part.count * part.value, 0)).toBeCloseTo(sum, 9);
      }),
    );
  });

  it('of several surveys count as if they had been given to one: each answer once', () => {
    const few = widestAnswers({ count: 5, sum: 25, bands: [{ values: [5], count: 5 }], scale });
    const many = widestAnswers({ count: 15, sum: 45, bands: [{ values: [3], count: 15 }], scale });
    const pooled = pooledAnswers([few, many]);
    // (25 + 45) / 20, not the mean of 5 and 3
    expect(meanAnswer(pooled)).toBe(3.5);
    expect(pooled.parts).toEqual([
      { value: 3, count: 15 },
      { value: 5, count: 5 },
    ]);
    expect(meanAnswer(undefined)).toBeNull();
  });
});
