import { describe, expect, it } from '@jest/globals';
import type { Activity } from './activity-form.js';
import { type Agreement, checklist } from './checklist.model.js';

const now = new Date('2026-11-20T00:00:00Z');
const own = { kind: 'union', id: 'u1', name: 'One' } as const;
const other = { kind: 'union', id: 'u2', name: 'Two' } as const;

const base = {
  ...{ id: 'a', organiser: own, coHosts: [], agreementId: null, agreementRequired: false },
  ...{ startsAt: '2026-12-05T06:00:00Z', signUpClosesAt: '2026-12-05T06:00:00Z' },
  ...{ venue: 'Lake', resourceId: null },
} as unknown as Activity;
const hosted = { ...base, coHosts: [other], agreementRequired: true };

function version(versionNumber: number, state: string, hosts: readonly object[] = [own, other]): Agreement {
  return { id: `v${versionNumber}`, versionNumber, state, terms: { hosts } } as unknown as Agreement;
}

function saysOf(activity: Activity, agreements: readonly Agreement[] = [], invited = false) {
  const coHosts = invited ? [{ state: 'invited' }] : [];
  const results = checklist({ activity, agreements, coHosts, seats: { capacity: 5 }, now } as never);
  return Object.fromEntries(results.map(({ check, state, says }) => [check, `${state} ${says}`]));
}

describe('what is missing before publishing', () => {
  it('is nothing where all is there', () => {
    expect(new Set(Object.values(saysOf(base)))).toEqual(new Set(['done done', 'done notNeeded']));
  });

  it.each<[string, Partial<Activity>]>([
    ['times', { startsAt: '2026-11-19T00:00:00Z' }],
    ['signUp', { signUpClosesAt: '2026-11-19T00:00:00Z' }],
    ['venue', { venue: null }],
  ])('advises to see to %s', (check, change) => {
    expect(saysOf({ ...base, ...change })[check]).toBe('better missing');
  });

  it('advises to wait for an answer to an invitation', () => {
    expect(saysOf(base, [], true)['invitations']).toBe('better missing');
  });

  it.each<[string, Partial<Activity>, readonly Agreement[]]>([
    ['must missing', {}, []],
    ['must checking', {}, [version(1, 'checking')]],
    ['must unsigned', {}, [version(1, 'open')]],
    ['must refused', {}, [version(1, 'refused')]],
    ['done done', { agreementId: 'v1' }, [version(1, 'inForce')]],
    ['done done', { agreementId: 'v1' }, [version(2, 'open'), version(1, 'inForce')]],
    ['must missing', { agreementId: 'v1' }, [version(1, 'inForce', [own])]], // a host has joined since
  ])('says of the agreement: %s', (says, change, agreements) => {
    expect(saysOf({ ...hosted, ...change }, agreements)['agreement']).toBe(says);
  });
});
