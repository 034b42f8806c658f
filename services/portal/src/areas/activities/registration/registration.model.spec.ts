import { describe, expect, it } from '@jest/globals';
import {
  type Activity,
  closedReason,
  formOf,
  hasMinor,
  mayCancel,
  signUpOf,
  waitingAhead,
} from './registration.model.js';
import { isAhead } from '../kept-seats/by-time.model.js';

const activity = {
  state: 'published',
  signUpOpensAt: '2026-11-01T00:00:00Z',
  signUpClosesAt: '2026-11-10T00:00:00Z',
  startsAt: '2026-11-12T00:00:00Z',
} as Activity;

const waiting = (heads: number) => ({ seats: { waiting: heads } });

it.each([
  ['no pool', [], null, null],
  ['one pool', [waiting(4)], null, 4],
  ['one pool in which nobody waits', [waiting(0)], null, 0],
  ['several pools, of which the platform chooses', [waiting(4), waiting(0)], null, null],
  ['a waitlist that is not by sign-up alone', [waiting(4)], 90, null],
])('knows how many wait ahead in %s', (_name, pools, waitlistFairShareDays, expected) => {
  expect(waitingAhead(pools, { waitlistFairShareDays })).toBe(expected);
});

describe('signing up', () => {
  it.each([
    ['2026-10-31T23:59:59Z', {}, 'notOpenYet'],
    ['2026-11-01T00:00:00Z', {}, null], // opens at this very moment
    ['2026-11-09T23:59:59Z', {}, null],
    ['2026-11-10T00:00:00Z', {}, 'signUpClosed'],
    ['2026-11-12T00:00:00Z', {}, 'started'],
    ['2026-11-12T00:00:00Z', { signUpClosesAt: '2026-12-01T00:00:00Z' }, 'started'], // whatever its window says
    ['2026-11-05T00:00:00Z', { state: 'draft' }, 'draft'],
    ['2026-11-05T00:00:00Z', { state: 'cancelled' }, 'cancelled'],
    ['2026-11-05T00:00:00Z', { state: 'closing' }, 'ended'],
  ])('at %s of %j: %s', (now, changed, reason) => {
    expect(closedReason({ ...activity, ...changed } as Activity, new Date(now))).toBe(reason);
  });

  it('can be taken back until the activity begins', () => {
    expect(mayCancel(activity, new Date('2026-11-11T23:59:59Z'))).toBe(true);
    expect(mayCancel(activity, new Date('2026-11-12T00:00:00Z'))).toBe(false);
  });

  it('leaves an activity among those to come until it is over', () => {
    expect(isAhead({ endsAt: '2026-11-12T09:00:00Z' }, new Date('2026-11-12T08:59:59Z'))).toBe(true);
    expect(isAhead({ endsAt: '2026-11-12T09:00:00Z' }, new Date('2026-11-12T09:00:00Z'))).toBe(false);
  });

  it('sends what was typed, without blanks around names', () => {
    expect(signUpOf({ companions: [{ name: ' Ann ', ageBand: 'adult' }, { name: 'Bo' }] })).toEqual({
      companions: [
        { name: 'Ann', ageBand: 'adult' },
        { name: 'Bo', ageBand: null },
      ],
      guardianConsent: false,
    });
  });

  it('E20: tells of the consent where a minor comes along, and of none where nobody does any more', () => {
    const consented = { guardianConsent: true };
    const child = { name: 'Cy', ageBand: 'child3to6' } as const;
    expect(signUpOf({ ...consented, companions: [child] })).toMatchObject({ guardianConsent: true });
    expect(signUpOf({ ...consented, companions: [] })).toMatchObject({ guardianConsent: false });
    expect(signUpOf({ companions: [child] })).toMatchObject({ guardianConsent: false });
    expect(signUpOf({})).toEqual({ companions: [], guardianConsent: false });
  });

  it('asks for a guardian only where a minor comes along', () => {
    expect(hasMinor({ companions: [{ ageBand: 'adult' }, {}] })).toBe(false);
    expect(hasMinor({ companions: [{ ageBand: 'youth14to17' }] })).toBe(true);
  });
});

describe('a draft', () => {
  it.each([
    [null, { companions: [] }],
    ['nonsense', { companions: [] }],
    [
      { companions: [{ name: 'Ann', ageBand: 'adult', more: 1 }, null] },
      { companions: [{ name: 'Ann', ageBand: 'adult' }, {}] },
    ],
    [{ companions: [{ name: 7, ageBand: 'old' }] }, { companions: [{}] }],
  ])('%j is read as a form', (draft, form) => {
    expect(formOf(draft)).toEqual(form);
  });
});
