import { describe, expect, it } from '@jest/globals';
import { defaultReminders, type Reminder, requireDifferent, roundsOf } from './rounds.js';

/** In Shanghai time. */
const at = (time: string): Date => new Date(`2099-11-${time}:00+08:00`);
const timetable = {
  startsAt: at('21T14:00'),
  signUpClosesAt: at('20T18:00'),
  timeZone: 'Asia/Shanghai',
};

const received = (
  reminders: readonly Reminder[],
  openings: readonly { poolId: string; opensAt: Date }[] = [],
) => roundsOf(timetable, reminders, openings).map(({ key, dueAt }) => [key, dueAt]);

describe('the sendings of reminders', () => {
  it('are a day and two hours before the start, and one more for who came later (E28)', () => {
    expect(received(defaultReminders)).toEqual([
      ['start/1440', at('20T14:00')],
      ['start/120', at('21T12:00')],
      ['start/late', at('21T13:00')],
    ]);
  });

  it('need no later one where the last goes within the last hour', () => {
    expect(received([{ anchor: 'start', minutesBefore: 60 }])).toEqual([['start/60', at('21T13:00')]]);
    expect(received([])).toEqual([]);
  });

  it('E28: have a time for each pool that opens, and one as it opens for who asked in the last minutes', () => {
    const openings = [
      { poolId: 'first', opensAt: at('10T09:00') },
      { poolId: 'second', opensAt: at('12T09:00') },
    ];
    expect(received([], openings)).toEqual([
      ['poolOpens/10/first', at('10T08:50')],
      ['poolOpens/late/first', at('10T09:00')],
      ['poolOpens/10/second', at('12T08:50')],
      ['poolOpens/late/second', at('12T09:00')],
    ]);
    expect(received([{ anchor: 'poolOpens', minutesBefore: 60 }], openings.slice(0, 1))).toEqual([
      ['poolOpens/60/first', at('10T08:00')],
      ['poolOpens/late/first', at('10T09:00')],
    ]);
  });

  it('wake nobody for a pool that opens at midnight', () => {
    expect(received([], [{ poolId: 'night', opensAt: at('10T00:00') }])).toEqual([
      ['poolOpens/10/night', at('09T21:30')],
    ]);
  });

  it('that the night puts together are one', () => {
    // 05:30 and 06:30 are at night, and 07:00 is too late for a start at 07:30
    const early = { ...timetable, startsAt: at('21T07:30') };
    expect(roundsOf(early, defaultReminders, []).map(({ key, dueAt }) => [key, dueAt])).toEqual([
      ['start/1440', at('20T07:30')],
      ['start/120', at('20T21:30')],
    ]);
  });

  it('count down to the close of sign-up as well', () => {
    expect(received([{ anchor: 'signUpCloses', minutesBefore: 180 }])).toEqual([
      ['signUpCloses/180', at('20T15:00')],
    ]);
  });
});

it('two reminders at the same time are one too many, and the second is named', () => {
  const twice: Reminder[] = [...defaultReminders, { anchor: 'start', minutesBefore: 120 }];
  expect(() => requireDifferent(twice)).toThrow(
    expect.objectContaining({
      errors: [expect.objectContaining({ code: 'REMINDER_TWICE', pointer: '/items/2/minutesBefore' })],
    }),
  );
  expect(() =>
    requireDifferent([...defaultReminders, { anchor: 'poolOpens', minutesBefore: 120 }]),
  ).not.toThrow();
});
