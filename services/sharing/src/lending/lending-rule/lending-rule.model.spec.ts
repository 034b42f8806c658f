import { describe, expect, it } from '@jest/globals';
import { civilInstant, civilText } from '../resource/civil-time.model.js';
import { alwaysOpen, type OpeningHours } from '../resource/opening-hours.model.js';
import {
  checkAhead,
  checkFairUse,
  checkReserved,
  checkRule,
  type FairUse,
  type LendingRule,
  noRule,
  opensAt,
  stretchesOf,
} from './lending-rule.model.js';

const at = (text: string): Date => civilInstant(text.slice(0, 10), text.slice(11) || '00:00');
const period = (from: string, to: string) => ({ start: at(from), end: at(to) });

/** @returns the code and the parameters of a refusal, or null */
function refusalOf(work: () => void): { code: string; params: object } | null {
  try {
    work();
    return null;
  } catch (error) {
    const { code, params } = error as { code: string; params: object };
    return { code, params };
  }
}

describe('how early and how late a time may be asked for', () => {
  const rule: LendingRule = { ...noRule, bookableDaysAhead: 30, smallEarlierDays: 14, noticeHours: 24 };

  it.each([
    ['the last minute before the 30th day', '2026-12-01 23:59', false, 'TOO_EARLY_FOR_YOU'], // 2027-01-01 − 30 d = 2026-12-02
    ['the first minute of the 30th day', '2026-12-02 00:00', false, null],
    ['the 44th day, by a small union', '2026-11-18 00:00', true, null], // 30 + 14
    ['the 44th day, by a large one', '2026-11-18 00:00', false, 'TOO_EARLY_FOR_YOU'],
    ['a minute before the 44th day, by a small union', '2026-11-17 23:59', true, 'TOO_EARLY_FOR_YOU'],
    ['24 hours before', '2026-12-31 10:00', false, null],
    ['a minute less than that', '2026-12-31 10:01', true, 'TOO_SHORT_NOTICE'],
  ])('%s', (_name, now, small, code) => {
    const refusal = refusalOf(() => checkAhead(rule, at('2027-01-01 10:00'), small, at(now)));
    expect(refusal?.code ?? null).toBe(code);
  });

  it('says when it opens, across the leap day', () => {
    const opens = opensAt({ ...noRule, bookableDaysAhead: 1 }, at('2028-03-01 08:00'), false);
    expect(opens && civilText(opens)).toBe('2028-02-29 00:00');
  });
});

describe('the share that is kept for small and micro unions', () => {
  /** 40 hours a week. */
  const hours: OpeningHours = {
    ...alwaysOpen,
    weekly: (['MO', 'TU', 'WE', 'TH', 'FR'] as const).map((weekday) => ({
      weekday,
      from: '09:00',
      to: '17:00',
    })),
  };
  const share = { percent: 50, per: 'week', releasedDaysBefore: 7 } as const;
  const now = at('2026-11-20 09:00');
  const monday = period('2026-12-07 09:00', '2026-12-07 17:00');
  const tuesday = period('2026-12-08 09:00', '2026-12-08 17:00');

  it.each([
    ['8 of 20 hours', [], monday, now, null],
    ['20 of 20 hours', [monday, tuesday], period('2026-12-09 09:00', '2026-12-09 13:00'), now, null],
    [
      'a minute more',
      [monday, tuesday],
      period('2026-12-09 09:00', '2026-12-09 13:01'),
      now,
      '2026-12-02 00:00', // Wednesday 9 December − 7 days
    ],
    [
      'on a day that is released',
      [monday, tuesday],
      period('2026-12-09 09:00', '2026-12-09 17:00'),
      at('2026-12-02 00:00'),
      null,
    ],
    ['in another week', [monday, tuesday], period('2026-12-14 09:00', '2026-12-14 17:00'), now, null],
  ])('%s', (_name, taken, wanted, moment, releasedAt) => {
    const refusal = refusalOf(() => checkReserved(share, { period: wanted, taken, now: moment }, hours));
    expect(refusal).toEqual(releasedAt && { code: 'RESERVED_FOR_SMALL', params: { releasedAt } });
  });

  it('of all hours leaves none to others before they are released', () => {
    const all = { ...share, percent: 100 };
    expect(refusalOf(() => checkReserved(all, { period: monday, taken: [], now }, hours))?.code).toBe(
      'RESERVED_FOR_SMALL',
    );
  });

  it('is counted from Monday to Monday, or by the month, of 28 to 31 days', () => {
    const weeks = stretchesOf(period('2026-12-06 12:00', '2026-12-07 12:00'), 'week');
    expect(weeks.map(({ start }) => civilText(start))).toEqual(['2026-11-30 00:00', '2026-12-07 00:00']);
    const months = stretchesOf(period('2028-01-31 12:00', '2028-03-01 12:00'), 'month');
    expect(months.map(({ start, end }) => [civilText(start), civilText(end)])).toEqual([
      ['2028-01-01 00:00', '2028-02-01 00:00'],
      ['2028-02-01 00:00', '2028-03-01 00:00'],
      ['2028-03-01 00:00', '2028-04-01 00:00'],
    ]);
  });
});

describe('E65: fair use', () => {
  const rule: FairUse = { periodDays: 7, loansMax: 2, hoursMax: 6, gapHours: 24 };
  const on = (day: number, from = '10:00', to = '12:00') =>
    period(
      `2026-12-${String(day).padStart(2, '0')} ${from}`,
      `2026-12-${String(day).padStart(2, '0')} ${to}`,
    );

  it.each([
    ['the first', on(1), [], null],
    ['the second, after the gap', on(2, '12:00', '14:00'), [on(1)], null], // 1st 12:00 + 24 h
    ['the second, within the gap', on(2, '11:00', '13:00'), [on(1)], '2026-12-02 12:00'],
    [
      'one before another, within the gap',
      on(1, '13:00', '15:00'),
      [on(2, '10:00', '12:00')],
      '2026-12-03 12:00',
    ],
    ['a third within 7 days', on(5), [on(1), on(3)], '2026-12-08 10:00'], // the 1st + 7 days
    ['a third on the 8th day', on(8), [on(1), on(3)], null],
    ['a third before two that come later', on(1), [on(3), on(5)], '2026-12-10 10:00'], // the 3rd + 7 days
    ['seven hours in two loans', on(3, '09:00', '13:00'), [on(1, '09:00', '12:00')], '2026-12-08 09:00'],
  ])('%s', (_name, wanted, others, next) => {
    const refusal = refusalOf(() => checkFairUse(rule, wanted, others));
    expect(refusal).toEqual(next && { code: 'FAIR_USE', params: { nextPossibleAt: next } });
  });

  it('refuses a single loan that no time could hold', () => {
    expect(refusalOf(() => checkFairUse(rule, on(1, '08:00', '15:00'), []))?.code).toBe(
      'FAIR_USE_LOAN_TOO_LONG',
    );
  });
});

it('rules that cannot be meant are refused', () => {
  expect(refusalOf(() => checkRule({ ...noRule, smallEarlierDays: 7 }))?.code).toBe('EARLIER_NEEDS_HORIZON');
  const fairUse = { periodDays: 7, loansMax: null, hoursMax: null, gapHours: null };
  expect(refusalOf(() => checkRule({ ...noRule, fairUse }))?.code).toBe('FAIR_USE_EMPTY');
  expect(refusalOf(() => checkRule(noRule))).toBeNull();
});
