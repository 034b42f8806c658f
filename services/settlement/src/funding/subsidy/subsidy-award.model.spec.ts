import { describe, expect, it } from '@jest/globals';
import { type AwardTerms, awardOf, checkTerms, reportDueAt } from './subsidy-award.model.js';

const graded: AwardTerms = {
  basis: 'graded',
  grades: [
    { name: 'A', amountFen: 200_000n },
    { name: 'B', amountFen: 100_000n },
  ],
  percent: null,
  capFen: null,
  budgetFen: 1_000_000n,
  opensAt: null,
  closesAt: null,
};
const half: AwardTerms = { ...graded, basis: 'percent', grades: [], percent: '50', capFen: 80_000n };

describe('what an application gets', () => {
  it.each([
    // The grade's amount…
    [graded, 300_000n, 900_000n, { grade: 'A', amountFen: null }, 200_000n],
    // …and never more than it asked for.
    [graded, 150_000n, 900_000n, { grade: 'A', amountFen: null }, 150_000n],
    // 50 % of 1,000.01 yuan = 50,000.5 fen, rounded down.
    [half, 90_000n, 100_001n, { grade: null, amountFen: null }, 50_000n],
    // 50 % of 2,000.00 would be 1,000.00: above the cap.
    [half, 150_000n, 200_000n, { grade: null, amountFen: null }, 80_000n],
    [half, 30_000n, 200_000n, { grade: null, amountFen: null }, 30_000n],
    [half, 90_000n, 200_000n, { grade: null, amountFen: 12_345n }, 12_345n],
  ])('%#', (terms, requestedFen, plannedFen, wish, expected) => {
    expect(awardOf(terms, { requestedFen, plannedFen }, wish)).toBe(expected);
  });

  it.each([
    [graded, { grade: 'D', amountFen: null }, 'SUBSIDY_GRADE_UNKNOWN', '/grade'],
    [graded, { grade: null, amountFen: null }, 'SUBSIDY_GRADE_UNKNOWN', '/grade'],
    [graded, { grade: 'A', amountFen: 1n }, 'SUBSIDY_BASIS_MIXED', '/amount'],
    [half, { grade: 'A', amountFen: null }, 'SUBSIDY_BASIS_MIXED', '/grade'],
    [half, { grade: null, amountFen: 50_001n }, 'SUBSIDY_ABOVE_DUE', '/amount'],
    [half, { grade: null, amountFen: 0n }, 'AMOUNT_NOT_POSITIVE', '/amount'],
  ])('%# is refused', (terms, wish, code, pointer) => {
    const asked = { requestedFen: 90_000n, plannedFen: 100_000n };
    expect(() => awardOf(terms, asked, wish)).toThrow(
      expect.objectContaining({ code, errors: [expect.objectContaining({ pointer })] }),
    );
  });
});

describe('the terms of a programme', () => {
  const at = (text: string) => new Date(text);

  it.each([graded, half, { ...graded, opensAt: at('2026-12-01'), closesAt: at('2026-12-02') }])(
    '%# hold',
    (terms) => {
      expect(() => checkTerms(terms)).not.toThrow();
    },
  );

  it.each<[Partial<AwardTerms>, string, string]>([
    [{ budgetFen: 0n }, 'AMOUNT_NOT_POSITIVE', '/budget'],
    [{ grades: [] }, 'SUBSIDY_GRADES_REQUIRED', '/grades'],
    [{ percent: '50' }, 'SUBSIDY_BASIS_MIXED', '/percent'],
    [{ capFen: 1n }, 'SUBSIDY_BASIS_MIXED', '/cap'],
    [{ grades: [{ name: 'A', amountFen: 0n }] }, 'AMOUNT_NOT_POSITIVE', '/grades/0/amount'],
    [{ grades: [...graded.grades, ...graded.grades] }, 'SUBSIDY_GRADE_DUPLICATE', '/grades/2/name'],
    [{ opensAt: at('2026-12-02'), closesAt: at('2026-12-02') }, 'PERIOD_EMPTY', '/closesAt'],
    [{ ...half, grades: graded.grades }, 'SUBSIDY_BASIS_MIXED', '/grades'],
    [{ ...half, percent: null }, 'SUBSIDY_PERCENT_REQUIRED', '/percent'],
    [{ ...half, capFen: null }, 'SUBSIDY_PERCENT_REQUIRED', '/cap'],
    [{ ...half, capFen: 0n }, 'AMOUNT_NOT_POSITIVE', '/cap'],
    [{ ...half, percent: '101' }, 'PERCENT_FORMAT', '/percent'],
  ])('%# do not', (changes, code, pointer) => {
    expect(() => checkTerms({ ...graded, ...changes })).toThrow(
      expect.objectContaining({ code, errors: [expect.objectContaining({ pointer })] }),
    );
  });
});

describe('the time for a report', () => {
  it('ends with the day, in China', () => {
    expect(reportDueAt('2026-12-31', 30).toISOString()).toBe('2027-01-30T16:00:00.000Z');
    expect(reportDueAt('2026-12-31', 0).toISOString()).toBe('2026-12-31T16:00:00.000Z');
  });
});
