import type { components } from '../../api/schema.js';
import type { Activity } from './activity-form.js';

type Party = components['schemas']['PartyDto'];
export type Agreement = components['schemas']['AgreementView'];
type CoHost = components['schemas']['CoHostView'];
type Seats = components['schemas']['SeatsView'];

export const checks = ['times', 'signUp', 'venue', 'seats', 'invitations', 'agreement'] as const;
export type Check = (typeof checks)[number];

/** `must` stands in the way of publishing; `better` is advice. */
export interface CheckResult {
  readonly check: Check;
  readonly state: 'done' | 'must' | 'better';
  /** Which sentence says it. */
  readonly says: string;
}

interface Prepared {
  readonly activity: Activity;
  readonly seats: Seats | undefined;
  readonly coHosts: readonly CoHost[];
  readonly agreements: readonly Agreement[];
  readonly now: Date;
}

/** What is there and what is still missing before the activity is published. The platform has the last word. */
export function checklist(prepared: Prepared): CheckResult[] {
  const { activity, seats, coHosts, now } = prepared;
  const starts = new Date(activity.startsAt) > now;
  const opens = new Date(activity.signUpClosesAt) > now && starts;
  const waits = coHosts.some(({ state }) => state === 'invited');
  return [
    resultOf('times', starts, 'better'),
    resultOf('signUp', opens, 'better'),
    resultOf('venue', activity.venue !== null || activity.resourceId !== null, 'better'),
    resultOf('seats', (seats?.capacity ?? 0) > 0, 'better'),
    resultOf('invitations', !waits, 'better'),
    agreementResult(prepared),
  ];
}

function resultOf(check: Check, isDone: boolean, otherwise: 'must' | 'better'): CheckResult {
  return { check, state: isDone ? 'done' : otherwise, says: isDone ? 'done' : 'missing' };
}

/** With co-hosts, an agreement that all of the present hosts have signed must be in force. */
function agreementResult({ activity, agreements }: Prepared): CheckResult {
  const check = 'agreement';
  if (!activity.agreementRequired) return { check, state: 'done', says: 'notNeeded' };
  const hosts = [activity.organiser, ...activity.coHosts];
  const inForce = agreements.find(({ id }) => id === activity.agreementId);
  if (inForce !== undefined && sameHosts(hosts, inForce.terms.hosts))
    return { check, state: 'done', says: 'done' };
  const latest = latestOf(agreements);
  const isCurrent = latest !== undefined && sameHosts(hosts, latest.terms.hosts);
  return { check, state: 'must', says: isCurrent ? saysOf(latest) : 'missing' };
}

function saysOf({ state }: Agreement): string {
  if (state === 'checking' || state === 'refused') return state;
  return state === 'open' ? 'unsigned' : 'missing';
}

export function latestOf(agreements: readonly Agreement[]): Agreement | undefined {
  return [...agreements].sort((left, right) => right.versionNumber - left.versionNumber)[0];
}

function sameHosts(left: readonly Party[], right: readonly Party[]): boolean {
  const keys = (parties: readonly Party[]): string =>
    parties
      .map(({ kind, id }) => `${kind}:${id}`)
      .sort()
      .join();
  return keys(left) === keys(right);
}
