import { describe, expect, it } from '@jest/globals';
import { dateIn, endOfDay, reminderAt } from './task-days.js';

describe('when a host is told', () => {
  const zone = 'Asia/Shanghai';

  it.each([
    [
      'at nine in the morning of the day before',
      '2026-11-20',
      '2026-11-01T00:00:00Z',
      '2026-11-19T01:00:00Z',
    ],
    ['no more where that has passed', '2026-11-20', '2026-11-19T01:00:00Z', null],
    ['never of what has no day', null, '2026-11-01T00:00:00Z', null],
  ])('%s', (_case, dueOn, now, expected) => {
    expect(reminderAt(dueOn, zone, new Date(now))?.toISOString() ?? null).toEqual(
      expected && new Date(expected).toISOString(),
    );
  });

  it('E36: by the clock of the activity, on whichever side of a change it is', () => {
    // Berlin goes back to winter time on 25 October 2026: nine is 07:00 UTC the day before, 08:00 UTC on it.
    expect(reminderAt('2026-10-25', 'Europe/Berlin', new Date(0))?.toISOString()).toBe(
      '2026-10-24T07:00:00.000Z',
    );
    expect(reminderAt('2026-10-26', 'Europe/Berlin', new Date(0))?.toISOString()).toBe(
      '2026-10-25T08:00:00.000Z',
    );
  });
});

describe('today', () => {
  it('is asked on the calendar of the zone', () => {
    const lateEvening = new Date('2026-11-19T16:30:00Z'); // half past midnight in Shanghai
    expect([dateIn('Asia/Shanghai', lateEvening), dateIn('UTC', lateEvening)]).toEqual([
      '2026-11-20',
      '2026-11-19',
    ]);
  });
});

it.each([
  ['2026-11-20', 'Asia/Shanghai', '2026-11-20T16:00:00.000Z'],
  // Berlin goes back to winter time on that day: it has 25 hours.
  ['2026-10-25', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
])('E36: %s is over in %s at %s', (day, zone, expected) => {
  expect(endOfDay(day, zone).toISOString()).toBe(expected);
});
