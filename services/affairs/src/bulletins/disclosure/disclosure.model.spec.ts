import { describe, expect, it } from '@jest/globals';
import type { DisclosureRhythm } from '@gongxiang/contracts/affairs/bulletins/disclosure-item.contract';
import {
  type DisclosurePlan,
  isOccasion,
  momentsBetween,
  nextMomentAt,
  occasionsOf,
  occasionsOfYear,
  occasionStateOf,
  pastOccasions,
} from './disclosure.model.js';

function planOf(rhythm: DisclosureRhythm, firstDueOn: string, endedOn: string | null = null): DisclosurePlan {
  return { rhythm, firstDueOn, endedOn };
}

const at = (text: string): Date => new Date(`${text}+08:00`);

describe('the occasions of a year', () => {
  it.each<[string, DisclosurePlan, number, readonly string[]]>([
    ['once, in its year', planOf('once', '2026-05-10'), 2026, ['2026-05-10 null']],
    ['once, in another year', planOf('once', '2026-05-10'), 2027, []],
    [
      'each quarter on the same day, labelled by the quarter',
      planOf('quarterly', '2026-01-15'),
      2026,
      ['2026-01-15 2026-Q1', '2026-04-15 2026-Q2', '2026-07-15 2026-Q3', '2026-10-15 2026-Q4'],
    ],
    [
      'at the end of each quarter, also where that has 31 days',
      planOf('quarterly', '2026-06-30'),
      2027,
      ['2027-03-31 2027-Q1', '2027-06-30 2027-Q2', '2027-09-30 2027-Q3', '2027-12-31 2027-Q4'],
    ],
    [
      'twice a year, over the change of the year',
      planOf('halfYearly', '2025-08-20'),
      2026,
      ['2026-02-20 2026-H1', '2026-08-20 2026-H2'],
    ],
    ['yearly, on 29 February where there is one', planOf('yearly', '2024-02-29'), 2028, ['2028-02-29 2028']],
    [
      'yearly, on 28 February where there is no 29th',
      planOf('yearly', '2024-02-29'),
      2027,
      ['2027-02-28 2027'],
    ],
    ['none before the first', planOf('yearly', '2027-03-01'), 2026, []],
    [
      'none from the day on which it ended',
      planOf('quarterly', '2026-01-15', '2026-07-15'),
      2026,
      ['2026-01-15 2026-Q1', '2026-04-15 2026-Q2'],
    ],
  ])('%s', (_name, plan, year, expected) => {
    expect(occasionsOfYear(plan, year).map(({ on, period }) => `${on} ${period}`)).toEqual(expected);
  });

  it.each<[string, string, readonly string[]]>([
    ['the 31st is the last of a shorter month', '2026-01-31', ['02-28', '03-31', '04-30']],
    ['the 30th is the last of February alone', '2026-01-30', ['02-28', '03-30', '04-30']],
    ['the last of April is the last of each', '2026-04-30', ['05-31', '06-30', '07-31']],
    ['in a leap year February has its 29th', '2024-01-31', ['02-29', '03-31', '04-30']],
  ])('each month: %s', (_name, first, expected) => {
    const days = occasionsOf(planOf('monthly', first), first, `${first.slice(0, 4)}-12-31`);
    expect(days.slice(1, 4).map(({ on }) => on.slice(5))).toEqual(expected);
  });

  it('are at most twelve, the same whichever part of the year is asked for', () => {
    const plan = planOf('monthly', '2024-12-31');
    const year = occasionsOfYear(plan, 2026);
    expect(year).toHaveLength(12);
    expect(year.every(({ on }) => isOccasion(plan, on))).toBe(true);
    expect(isOccasion(plan, '2026-02-27')).toBe(false);
  });

  it('are past once their day is over', () => {
    const plan = planOf('monthly', '2026-10-15');
    expect(pastOccasions(plan, '2026-11-15').map(({ on }) => on)).toEqual(['2026-10-15']);
    expect(pastOccasions(plan, '2026-11-16')).toHaveLength(2);
    expect(pastOccasions(plan, '2026-10-01')).toEqual([]);
  });
});

describe('the state of an occasion', () => {
  it.each<[string, string, string | null, string]>([
    ['more than 14 days ahead', '2026-12-16', null, 'upcoming'],
    ['in 14 days', '2026-12-15', null, 'near'],
    ['today', '2026-12-01', null, 'near'],
    ['yesterday', '2026-11-30', null, 'missing'],
    ['disclosed on its day', '2026-11-30', '2026-11-30', 'met'],
    ['disclosed before its day', '2026-12-31', '2026-11-02', 'met'],
    ['disclosed the day after', '2026-11-29', '2026-11-30', 'metLate'],
  ])('%s', (_name, on, disclosedOn, state) => {
    expect(occasionStateOf(on, disclosedOn, '2026-12-01')).toBe(state);
  });
});

describe('what becomes due by itself', () => {
  const plan = planOf('once', '2026-11-10');

  it('is a reminder a week before, that it is missing the day after, and ten working days later the union above', () => {
    const moments = momentsBetween(plan, at('2026-10-01T00:00:00'), at('2026-12-31T00:00:00'));
    expect(moments.map(({ kind, at: when }) => [kind, when.toISOString()])).toEqual([
      ['near', at('2026-11-03T09:00:00').toISOString()],
      ['missing', at('2026-11-11T00:00:00').toISOString()],
      // 11, 12, 13, 16, 17, 18, 19, 20, 23 and 24 November are worked; the day after them begins.
      ['overdue', at('2026-11-25T00:00:00').toISOString()],
    ]);
  });

  it('is each once: the moment at which one was looked does not come again', () => {
    const first = at('2026-11-03T09:00:00');
    expect(nextMomentAt(plan, at('2026-01-01T00:00:00'))).toEqual(first);
    expect(nextMomentAt(plan, first)).toEqual(at('2026-11-11T00:00:00'));
    expect(nextMomentAt(plan, at('2026-11-25T00:00:00'))).toBeNull();
  });

  it('is found years ahead, and over the longest holidays', () => {
    expect(nextMomentAt(planOf('yearly', '2031-03-31'), at('2026-01-01T00:00:00'))).toEqual(
      at('2031-03-24T09:00:00'),
    );
    const before = planOf('once', '2026-02-13');
    const overdue = momentsBetween(before, at('2026-02-14T00:00:00'), at('2026-12-31T00:00:00'));
    expect(overdue.map(({ kind }) => kind)).toEqual(['overdue']);
  });
});
