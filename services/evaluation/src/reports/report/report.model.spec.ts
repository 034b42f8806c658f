import { describe, expect, it } from '@jest/globals';
import { figuresOf, reportRows, timesOf } from './report.model.js';
import type { GroupSums } from './report.repository.js';

const sums: GroupSums = {
  key: 'a',
  name: '亲子工厂',
  activities: 2,
  heads: 90,
  smallHeads: 30,
  classifiedHeads: 80,
  costFen: '123456',
  costedHeads: 60,
  answers: 40,
  answerTotal: 170,
  scores: 2,
  scoreTotal: 151,
};

describe('the figures of a group', () => {
  it('are ratios of its sums, each with its own divisor', () => {
    expect(figuresOf(sums, { key: 'a', loans: 4, onTime: 3 })).toEqual({
      activities: 2,
      heads: 90,
      loans: 4,
      loansOnTime: 3,
      costPerHead: 20.576, // 1,234.56 yuan / 60 heads of activities with approved costs
      satisfaction: 4.25, // 170 / 40
      score: 75.5, // 151 / 2
      smallFirmShare: 0.375, // 30 / 80 heads of classified firms
    });
  });

  it('E136: are unknown, not zero, where there is nothing to divide by', () => {
    const none = { ...sums, costFen: null, answers: 0, scores: 0, classifiedHeads: 0 };
    const { costPerHead, satisfaction, score, smallFirmShare, loans } = figuresOf(none, null);
    expect([costPerHead, satisfaction, score, smallFirmShare, loans]).toEqual([null, null, null, null, null]);
  });
});

describe('the rows of a report', () => {
  const season = { from: '2026-11-15', to: '2027-01-10' };

  it('have every month of a trend, also those in which nothing took place', () => {
    const groups = [
      { ...sums, key: null },
      { ...sums, key: '2026-12' },
    ];
    const loans = [
      { key: null, loans: 5, onTime: 5 },
      { key: '2027-01', loans: 5, onTime: 5 },
    ];
    const { total, rows } = reportRows(groups, loans, { groupBy: 'month', ...season });
    expect(total).toMatchObject({ activities: 2, loans: 5 });
    expect(rows.map(({ key, activities, loans: lent }) => [key, activities, lent])).toEqual([
      ['2026-11', 0, 0],
      ['2026-12', 2, 0],
      ['2027-01', 0, 5],
    ]);
  });

  it('give loans to unions and times, and to nothing else', () => {
    const groups = [{ ...sums, key: 'service' }];
    const loans = [{ key: null, loans: 5, onTime: 4 }];
    const { total, rows } = reportRows(groups, loans, { groupBy: 'function', ...season });
    expect([total.loans, rows[0]?.loans]).toEqual([5, null]);
  });

  it.each([
    ['month', ['2026-11', '2026-12', '2027-01']],
    ['quarter', ['2026-Q4', '2027-Q1']],
  ] as const)('go by %s: %p', (step, times) => {
    expect(timesOf(season, step)).toEqual(times);
  });
});
