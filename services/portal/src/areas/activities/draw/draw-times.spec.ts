import { describe, expect, it } from '@jest/globals';
import { drawFormOf, drawOf, phaseOf, timeLeft } from './draw-times.js';
import type { Draw } from './use-draw.js';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 21, hour)).toISOString();
const drawOfState = (state: Draw['state']): Draw =>
  ({ state, opensAt: at(2), closesAt: at(4), fairShareDays: 90 }) as Draw;

describe('where a draw stands', () => {
  it.each<[Draw['state'], number, string]>([
    ['open', 1, 'ahead'],
    ['open', 2, 'open'],
    ['open', 4, 'closing'], // its work comes a moment later
    ['frozen', 3, 'closing'],
    ['drawn', 5, 'drawn'],
    ['cancelled', 3, 'cancelled'],
  ])('%s at %i o’clock is %s', (state, hour, phase) => {
    expect(phaseOf(drawOfState(state), new Date(at(hour)))).toBe(phase);
  });
});

describe('the time that is left', () => {
  const now = new Date(at(0));
  const left = (seconds: number): string => {
    const { unit, count } = timeLeft(new Date(now.getTime() + seconds * 1_000).toISOString(), now);
    return `${count} ${unit}`;
  };

  it.each([
    [-5, '0 seconds'],
    [59, '59 seconds'],
    [119, '119 seconds'],
    [120, '2 minutes'],
    [7_199, '119 minutes'],
    [7_200, '2 hours'],
    [172_799, '47 hours'],
    [259_199, '2 days'],
  ])('of %i seconds is %s', (seconds, text) => {
    expect(left(seconds)).toBe(text);
  });
});

describe('the form of a draw', () => {
  const activity = { timeZone: 'Asia/Shanghai', startsAt: at(12), signUpClosesAt: at(10) };

  it('begins with the next quarter of an hour, and ends with sign-up', () => {
    expect(drawFormOf(activity, null, new Date('2026-11-21T01:08:00Z'))).toEqual({
      opensAt: '2026-11-21T09:15',
      closesAt: '2026-11-21T18:00',
      isFair: true,
      fairShareDays: '365',
    });
    const late = { ...activity, signUpClosesAt: at(13) };
    expect(drawFormOf(late, null, new Date(at(1))).closesAt).toBe('2026-11-21T20:00'); // the start
  });

  it('is what the draw is, where one is changed', () => {
    const form = drawFormOf(activity, drawOfState('open'), new Date(at(1)));
    expect(form).toMatchObject({ opensAt: '2026-11-21T10:00', isFair: true, fairShareDays: '90' });
    expect(drawOf(form, activity.timeZone)).toEqual({ opensAt: at(2), closesAt: at(4), fairShareDays: 90 });
    expect(drawOf({ ...form, isFair: false }, activity.timeZone).fairShareDays).toBeNull();
  });
});
