import { describe, expect, it } from '@jest/globals';
import { copiedTimes, type CopyWish } from './copied-times.js';

const now = new Date('2026-03-02T09:00:00+08:00');
const nextYear: CopyWish = { startsAt: null, keepDay: false };

/** An activity from 9:00 to 16:00, with sign-up from 20 days before at 8:00 until 2 days before at 18:00. */
function original(day: string, timeZone = 'Asia/Shanghai', offset = '+08:00', hours = ['09:00', '16:00']) {
  const at = (time: string, daysBefore = 0): Date =>
    new Date(Date.parse(`${day}T${time}:00${offset}`) - daysBefore * 86_400_000);
  return {
    startsAt: at(hours[0] ?? ''),
    endsAt: at(hours[1] ?? ''),
    signUpOpensAt: at('08:00', 20),
    signUpClosesAt: at('18:00', 2),
    timeZone,
  };
}

function asked(startsAt: string, keepDay = false): CopyWish {
  return { startsAt: new Date(startsAt), keepDay };
}

/** Local time in a zone. */
function shown(instant: Date, timeZone = 'Asia/Shanghai'): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    instant,
  );
}

describe('the time of a copy', () => {
  it.each([
    ['2025-03-08', '2026-03-07 09:00'], // Saturday → Saturday
    ['2025-03-12', '2026-03-11 09:00'], // Wednesday → Wednesday
    ['2024-02-29', '2027-02-25 09:00'], // Thursday; those of 2025 and 2026 (26 February) are over on 2 March 2026
    ['2025-03-01', '2027-02-27 09:00'], // Saturday; that of 2026, 28 February, has passed
    ['2027-05-12', '2028-05-10 09:00'], // one in the future: still a year after it
  ])('is about a year later on the same weekday: %s → %s', (day, expected) => {
    expect(shown(copiedTimes(original(day), nextYear, now).times.startsAt)).toBe(expected);
  });

  it('is what was asked for, and sign-up keeps its distance in days and hours', () => {
    const { times, moved } = copiedTimes(original('2025-03-08'), asked('2026-04-11T13:30:00+08:00'), now);
    expect(
      [times.startsAt, times.endsAt, times.signUpOpensAt, times.signUpClosesAt].map((one) => shown(one)),
    ).toEqual([
      '2026-04-11 13:30',
      '2026-04-11 20:30', // 7 hours, as before
      '2026-03-22 12:30', // 20 days and 1 hour before
      '2026-04-09 22:30', // 1 day and 15 hours before
    ]);
    expect(moved).toEqual([]);
  });

  it.each([
    // New York: 5 hours behind UTC in winter, 4 in summer time, which began on 8 March 2026.
    [
      'E36: from winter into summer time',
      'America/New_York',
      '2026-02-07',
      '-05:00',
      '2026-05-16T09:00:00-04:00',
    ],
    [
      'E37: from summer time into winter',
      'America/New_York',
      '2026-06-13',
      '-04:00',
      '2026-12-12T09:00:00-05:00',
    ],
    ['E38: over both changes', 'Europe/Berlin', '2026-07-11', '+02:00', '2027-07-10T09:00:00+02:00'],
  ])('%s it keeps what the clock shows', (_name, timeZone, day, offset, startsAt) => {
    const { times } = copiedTimes(original(day, timeZone, offset), asked(startsAt), now);
    expect(times.startsAt).toEqual(new Date(startsAt));
    expect(shown(times.endsAt, timeZone).slice(11)).toBe('16:00');
    expect(shown(times.signUpOpensAt, timeZone).slice(11)).toBe(
      shown(original(day, timeZone, offset).signUpOpensAt, timeZone).slice(11),
    );
  });

  it('E36: an hour that the zone skips is the one after it', () => {
    // Sunday 15 March 2026 → Sunday 14 March 2027, when New York goes from 2 o'clock to 3.
    const early = original('2026-03-15', 'America/New_York', '-04:00', ['02:30', '05:00']);
    const { times } = copiedTimes(early, nextYear, now);
    const local = [times.startsAt, times.endsAt].map((one) => shown(one, 'America/New_York'));
    expect(local).toEqual(['2027-03-14 03:30', '2027-03-14 05:00']);
  });

  it('E39: is the same whatever the zone of the process, which is the one that was asked for', () => {
    const { TZ } = process.env;
    if (TZ !== undefined) expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(TZ);
    expect(copiedTimes(original('2025-03-08'), nextYear, now).times.startsAt.toISOString()).toBe(
      '2026-03-07T01:00:00.000Z',
    );
  });
});

describe('a copy that falls on a holiday', () => {
  it('is moved as a whole, each time with the reason', () => {
    // Saturday 27 September 2025 + 53 weeks = Saturday 3 October 2026, within the holiday: Sunday the 11th, 8 days later.
    const { times, moved, holidaysUnknown } = copiedTimes(
      original('2025-09-27'),
      asked('2026-10-03T09:00:00+08:00'),
      now,
    );
    expect(moved.map(({ field, from, to }) => [field, shown(from), shown(to)])).toEqual([
      ['startsAt', '2026-10-03 09:00', '2026-10-11 09:00'],
      ['endsAt', '2026-10-03 16:00', '2026-10-11 16:00'],
      ['signUpOpensAt', '2026-09-13 08:00', '2026-09-21 08:00'],
      ['signUpClosesAt', '2026-10-01 18:00', '2026-10-09 18:00'],
    ]);
    expect(new Set(moved.map(({ reason, holiday }) => `${reason} ${holiday ?? ''}`))).toEqual(
      new Set(['publicHoliday nationalDay']),
    );
    expect(times.startsAt).toEqual(moved[0]?.to);
    expect(holidaysUnknown).toBeNull();
  });

  it('is left where it was asked for that very day', () => {
    const retained = copiedTimes(original('2025-09-27'), asked('2026-10-03T09:00:00+08:00', true), now);
    expect([shown(retained.times.startsAt), retained.moved]).toEqual(['2026-10-03 09:00', []]);
  });

  it('is that day in the zone of the activity, not in that of the server', () => {
    // 23:30 on 30 September in UTC is 07:30 on 1 October in Shanghai.
    const early = original('2025-09-25', 'Asia/Shanghai', '+08:00', ['07:30', '09:00']);
    const { moved } = copiedTimes(early, asked('2026-09-30T23:30:00Z'), now);
    expect(moved[0]).toMatchObject({ reason: 'publicHoliday' });
  });

  it('ends at midnight without taking the next day with it', () => {
    // Wednesday 30 September 2026 until midnight; the 1st is a holiday.
    const evening = original('2025-09-24', 'Asia/Shanghai', '+08:00', ['19:00', '24:00']);
    expect(copiedTimes(evening, asked('2026-09-30T19:00:00+08:00'), now).moved).toEqual([]);
  });

  it('of a year whose holidays are not known says so', () => {
    const { moved, holidaysUnknown } = copiedTimes(original('2026-10-17'), nextYear, now);
    expect([moved, holidaysUnknown]).toEqual([[], 2027]);
  });
});
