import { describe, expect, it } from '@jest/globals';
import { isMemberOn } from '../../reference/membership.model.js';
import { openingOf, requireCompanions, requireNotStarted, requireOpen } from './eligibility.model.js';

const activity = {
  kind: 'sports',
  state: 'published',
  signUpOpensAt: new Date('2026-11-20T00:00:00Z'),
  signUpClosesAt: new Date('2026-11-25T00:00:00Z'),
  startsAt: new Date('2026-11-24T00:00:00Z'),
  companionsMax: 1,
};

describe('the opening of a pool', () => {
  const opened = { ...activity, signUpOpensAt: new Date('2026-11-10') };

  it.each([
    [null, '2026-11-10'],
    [{ opensAt: null }, '2026-11-10'],
    [{ opensAt: new Date('2026-11-12') }, '2026-11-12'],
    [{ opensAt: new Date('2026-11-08') }, '2026-11-10'], // never before the activity
  ])('of %j is %s', (pool, at) => {
    expect(openingOf(opened, pool).signUpOpensAt).toEqual(new Date(at));
  });
});

describe('the sign-up window', () => {
  it.each([
    ['2026-11-19T23:59:59Z', 'NOT_OPEN_YET'],
    ['2026-11-20T00:00:00Z', null],
    ['2026-11-23T23:59:59Z', null],
    ['2026-11-24T00:00:00Z', 'SIGN_UP_CLOSED'], // E17: begun, though its window is open until the 25th
  ])('at %s: %s', (now, code) => {
    const attempt = (): void => requireOpen(activity, new Date(now));
    if (code === null) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(code);
  });

  it.each(['draft', 'closing', 'closed', 'cancelled'])('is shut while the activity is %s', (state) => {
    const now = new Date('2026-11-21T00:00:00Z');
    expect(() => requireOpen({ ...activity, state }, now)).toThrow('ACTIVITY_NOT_OPEN');
    expect(() => requireNotStarted({ ...activity, state }, now)).toThrow('ACTIVITY_NOT_OPEN');
  });

  it('seats move until the start', () => {
    expect(() => requireNotStarted(activity, activity.startsAt)).toThrow('ACTIVITY_STARTED');
  });
});

describe('membership', () => {
  it.each([
    ['active', '2020-01-01', null, true],
    ['active', '2026-11-24', null, true], // the first day is inside
    ['active', '2026-11-25', null, false],
    ['active', null, '2026-11-25', true],
    ['active', null, '2026-11-24', false], // E23: valid today, over on the day of the activity
    ['imported', '2020-01-01', null, false], // E22: a roster row is no member yet
    ['ended', '2020-01-01', null, false],
  ])('%s from %s to %s holds on 2026-11-24: %s', (state, validFrom, validTo, expected) => {
    expect(isMemberOn({ state, validFrom, validTo }, '2026-11-24')).toBe(expected);
  });
});

describe('companions', () => {
  it('are as many as the activity allows', () => {
    expect(() => requireCompanions(activity, [{ name: '甲' }, { name: '乙' }])).toThrow(
      'TOO_MANY_COMPANIONS',
    );
  });

  it('E20: have an age band where children are expected, each of them', () => {
    const parentChild = { ...activity, kind: 'parentChild', companionsMax: 3 };
    expect(() => requireCompanions(parentChild, [{ name: '甲', ageBand: 'child3to6' }])).not.toThrow();
    try {
      requireCompanions(parentChild, [{ name: '甲', ageBand: 'child3to6' }, { name: '乙' }]);
      throw new Error('must be refused');
    } catch (error) {
      expect(error).toMatchObject({
        code: 'AGE_BAND_REQUIRED',
        errors: [{ pointer: '/companions/1/ageBand' }],
      });
    }
  });
});
