import { describe, expect, it } from '@jest/globals';
import { checkFlexible, commonTime, firstFree, spansOf, type StoredFlexible } from './span.model.js';

const at = (time: string): Date => new Date(`2026-12-05T${time}:00+08:00`);
const period = (from: string, to: string) => ({ start: at(from), end: at(to) });
const flexible: StoredFlexible = {
  fromDay: '2026-12-04',
  toDay: '2026-12-07',
  weekdays: [],
  fromTime: '09:00',
  toTime: '18:00',
  minutes: 120,
};
const daysOf = (changes: Partial<StoredFlexible>): string[] =>
  spansOf([], [{ ...flexible, ...changes }]).map(
    ({ start, end }) => `${start.toISOString()} ${end.toISOString()}`,
  );

describe('the days of a flexible window', () => {
  it.each([
    ['every day', {}, 4],
    ['weekends: the 5th and 6th of December 2026', { weekdays: ['saturday', 'sunday'] }, 2],
    ['one day', { toDay: '2026-12-04' }, 1],
    ['none where the last is before the first', { toDay: '2026-12-03' }, 0],
    ['92 at most', { toDay: '2027-12-04' }, 92],
    ['over a leap day', { fromDay: '2028-02-28', toDay: '2028-03-01' }, 3],
    ['over the end of a year', { fromDay: '2026-12-31', toDay: '2027-01-01' }, 2],
  ] as [string, Partial<StoredFlexible>, number][])('%s', (_name, changes, count) => {
    expect(daysOf(changes)).toHaveLength(count);
  });

  it('are told on the clock of China; an end before the beginning is that of the next day', () => {
    expect(daysOf({ toDay: '2026-12-04' })).toEqual(['2026-12-04T01:00:00.000Z 2026-12-04T10:00:00.000Z']);
    expect(daysOf({ toDay: '2026-12-04', fromTime: '19:00', toTime: '01:00' })).toEqual([
      '2026-12-04T11:00:00.000Z 2026-12-04T17:00:00.000Z',
    ]);
    expect(daysOf({ toDay: '2026-12-04', fromTime: '00:00', toTime: '00:00' })).toEqual([
      '2026-12-03T16:00:00.000Z 2026-12-04T16:00:00.000Z',
    ]);
  });

  it.each([
    [{ toDay: '2026-12-03' }, 'FLEXIBLE_DAYS_NONE'],
    [{ toDay: '2026-12-04', weekdays: ['monday'] }, 'FLEXIBLE_DAYS_NONE'],
    [{ toDay: '2027-03-06' }, 'FLEXIBLE_TOO_LONG'],
    [{ minutes: 541 }, 'FLEXIBLE_HOURS_SHORT'],
  ] as [Partial<StoredFlexible>, string][])('refuses %j with %s', (changes, code) => {
    expect(() => checkFlexible({ ...flexible, ...changes }, '/flexible/0')).toThrow(code);
  });

  it('takes just 92 days and just the hours', () => {
    expect(() => checkFlexible({ ...flexible, toDay: '2027-03-05', minutes: 540 }, '')).not.toThrow();
  });
});

describe('the first time that is free', () => {
  const span = { ...period('09:00', '18:00'), minutes: 120 };
  it.each([
    ['all of it', [], '09:00'],
    ['before what is taken, just fitting', [['11:00', '18:00']], '09:00'],
    [
      'between, in whichever order it is told',
      [
        ['12:00', '18:00'],
        ['08:00', '10:00'],
      ],
      '10:00',
    ],
    ['at the end', [['09:00', '16:00']], '16:00'],
    ['nowhere, a minute too short', [['09:00', '16:01']], null],
    [
      'after two that overlap',
      [
        ['09:00', '12:00'],
        ['10:00', '11:00'],
      ],
      '12:00',
    ],
  ] as [string, [string, string][], string | null][])('%s', (_name, taken, from) => {
    const free = firstFree(
      span,
      taken.map(([start, end]) => period(start, end)),
    );
    expect(free?.start ?? null).toEqual(from === null ? null : at(from));
    if (free) expect(free.end.getTime() - free.start.getTime()).toBe(120 * 60_000);
  });
});

describe('a time that suits both', () => {
  it('is as long as the shorter of the two needs, and none where they only touch', () => {
    const day = { ...period('09:00', '18:00'), minutes: 60 };
    const late = { ...period('17:00', '20:00'), minutes: 180 };
    expect(commonTime([day], [late])).toEqual(period('17:00', '18:00'));
    expect(commonTime([day], [{ ...late, ...period('18:00', '21:00') }])).toBeNull();
  });
});
