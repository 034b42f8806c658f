import { describe, expect, it } from '@jest/globals';
import { initialForm, ruleOf, type SeriesForm } from './recurrence-form.js';

/** Saturday 31 January 2026 in Shanghai, which is still Friday in UTC. */
const form = initialForm({ startsAt: '2026-01-30T23:00:00Z', timeZone: 'Asia/Shanghai' });

describe('the rule that a person chooses', () => {
  it('begins with the day of the activity, on the calendar of its zone', () => {
    expect([form.weekdays, form.ordinal, form.monthDay]).toEqual([['SA'], '5', '31']);
  });

  it.each<[Partial<SeriesForm>, string | null]>([
    [{}, 'FREQ=WEEKLY;BYDAY=SA;COUNT=10'],
    [{ weekdays: ['SU', 'TU'], interval: '2' }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=10'],
    [{ pace: 'monthlyWeekday', ordinal: '-1', weekday: 'FR' }, 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=10'],
    [{ pace: 'monthlyDay' }, 'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=10'],
    [{ pace: 'daily', ends: 'until', until: '2026-03-01' }, 'FREQ=DAILY;UNTIL=20260301'],
    [{ weekdays: [] }, null],
    [{ ends: 'until', until: '' }, null],
    [{ count: 'ten' }, null],
    [{ count: '0' }, null],
    [{ count: '' }, null],
  ])('E45: %j is %s', (changed, rule) => {
    expect(ruleOf({ ...form, ...changed })).toBe(rule);
  });
});
