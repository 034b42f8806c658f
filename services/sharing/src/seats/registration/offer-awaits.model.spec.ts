import { describe, expect, it } from '@jest/globals';
import type { RegistrationState } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { awaitsOfOffer, isAcceptable } from './offer-awaits.model.js';

const until = new Date('2026-11-20T10:00:00Z');
const activity = { title: '羽毛球赛', timeZone: 'Asia/Shanghai' };
const registration = (state: RegistrationState, offerExpiresAt: Date | null = until) => ({
  activityId: 'activity',
  personId: 'person',
  state,
  offerExpiresAt,
});

describe('whom a registration waits for', () => {
  it('with an offered seat: the person, until it expires', () => {
    expect(awaitsOfOffer(registration('held'), activity)).toEqual([
      {
        kind: 'seatOffered',
        why: 'waited',
        personIds: ['person'],
        about: { activityId: 'activity' },
        ...activity,
        values: { expiresAt: '2026-11-20T10:00:00.000Z' },
        slot: String(until.getTime()),
        dueAt: until,
      },
    ]);
  });

  it.each(['confirmed', 'waitlisted', 'cancelled', 'expired'] as const)('%s: nobody', (state) => {
    expect(awaitsOfOffer(registration(state), activity)).toEqual([]);
  });
});

describe('an offer', () => {
  it.each([
    ['before its deadline', 'published', '2026-11-20T09:59:59Z', true],
    ['at its deadline', 'published', '2026-11-20T10:00:00Z', false],
    ['of a cancelled activity', 'cancelled', '2026-11-20T09:00:00Z', false],
    ['of a closed activity', 'closed', '2026-11-20T09:00:00Z', false],
  ])('%s', (_name, state, now, expected) => {
    expect(isAcceptable({ offerExpiresAt: until }, state, new Date(now))).toBe(expected);
  });
});
