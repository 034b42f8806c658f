import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import { lastDay, monthsBetween, requireClosable, requireReopenable } from './period.model.js';

function problemOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.params['month']];
    throw error;
  }
  return null;
}

describe('a month', () => {
  it.each([
    ['2026-01', '2026-01-31'],
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (month, day) => {
    expect(lastDay(month)).toBe(day);
  });

  it('comes after the one before it, over the end of a year', () => {
    expect(monthsBetween('2026-11', '2027-01')).toEqual(['2027-01', '2026-12', '2026-11']);
    expect(monthsBetween('2027-01', '2026-11')).toEqual([]);
  });
});

describe('closing', () => {
  const today = '2026-11-20';
  it.each([
    { month: '2026-09', first: '2026-09', lastClosed: null, problem: null },
    { month: '2026-10', first: '2026-09', lastClosed: '2026-09', problem: null },
    { month: '2026-10', first: '2026-09', lastClosed: null, problem: ['PERIOD_OUT_OF_ORDER', '2026-09'] },
    { month: '2026-09', first: '2026-09', lastClosed: '2026-09', problem: ['PERIOD_CLOSED', undefined] },
    { month: '2026-11', first: '2026-09', lastClosed: '2026-10', problem: ['PERIOD_NOT_PAST', '2026-11'] },
    { month: '2026-08', first: '2026-09', lastClosed: null, problem: ['PERIOD_UNKNOWN', undefined] },
    { month: '2026-10', first: null, lastClosed: null, problem: ['PERIOD_UNKNOWN', undefined] },
  ])(
    '$month after $lastClosed, of a ledger from $first: $problem',
    ({ month, first, lastClosed, problem }) => {
      expect(problemOf(() => requireClosable(month, { first, lastClosed, today }))).toEqual(problem);
    },
  );
});

describe('opening again', () => {
  it.each([
    { month: '2026-10', lastClosed: '2026-10', problem: null },
    { month: '2026-09', lastClosed: '2026-10', problem: ['PERIOD_OUT_OF_ORDER', '2026-10'] },
    { month: '2026-11', lastClosed: '2026-10', problem: ['PERIOD_NOT_CLOSED', undefined] },
    { month: '2026-10', lastClosed: null, problem: ['PERIOD_NOT_CLOSED', undefined] },
  ])('$month where the last is $lastClosed: $problem', ({ month, lastClosed, problem }) => {
    const closed = { first: '2026-09', lastClosed, today: '2026-11-20' };
    expect(problemOf(() => requireReopenable(month, closed))).toEqual(problem);
  });
});
