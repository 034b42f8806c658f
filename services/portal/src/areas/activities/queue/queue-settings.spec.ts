import { describe, expect, it } from '@jest/globals';
import { queueFormOf, queueOf, settingPhaseOf } from './queue-settings.js';

const activity = {
  timeZone: 'Asia/Shanghai',
  // 20:00 in Shanghai.
  signUpOpensAt: '2026-11-24T12:00:00.000Z',
  queue: null,
};
const queue = {
  // 19:15:42, shown as 19:15.
  joinFrom: '2026-11-24T11:15:42.000Z',
  opensAt: activity.signUpOpensAt,
  perMinute: 60,
};

describe('the setting of a queue', () => {
  it('begins with half an hour before the opening, and 300 a minute', () => {
    const form = queueFormOf(activity);
    expect(form).toEqual({ joinFrom: '2026-11-24T19:30', perMinute: '300' });
    expect(queueOf(form, activity)).toEqual({ joinFrom: '2026-11-24T11:30:00.000Z', perMinute: 300 });
  });

  it('leaves a time alone that was not touched, also where seconds of it are not shown', () => {
    const there = { ...activity, queue };
    const form = queueFormOf(there);
    expect(form).toEqual({ joinFrom: '2026-11-24T19:15', perMinute: '60' });
    expect(queueOf({ ...form, perMinute: ' 600 ' }, there)).toEqual({ perMinute: 600 });
    expect(queueOf({ ...form, joinFrom: '2026-11-24T19:20' }, there)).toEqual({
      joinFrom: '2026-11-24T11:20:00.000Z',
      perMinute: 60,
    });
  });

  it.each([
    { queue: null, now: '2026-11-24T11:59:59.999Z', phase: 'none' },
    { queue: null, now: '2026-11-24T12:00:00.000Z', phase: 'tooLate' },
    { queue, now: '2026-11-24T11:15:41.999Z', phase: 'ahead' },
    { queue, now: '2026-11-24T11:15:42.000Z', phase: 'joining' },
    { queue, now: '2026-11-24T12:00:00.000Z', phase: 'open' },
  ])('is $phase at $now', ({ queue: set, now, phase }) => {
    expect(settingPhaseOf({ ...activity, queue: set }, new Date(now))).toBe(phase);
  });
});
