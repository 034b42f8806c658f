import type { QueueState } from '@gongxiang/contracts/sharing/seats/queue.contract';
import { DomainError } from '@gongxiang/domain';

const minuteMs = 60_000;
const joiningDefaultMs = 30 * minuteMs;

/** A queue as stored with its activity; times are ISO 8601. */
export interface QueueTerms {
  readonly joinFrom: string;
  readonly opensAt: string;
  readonly perMinute: number;
}

export function queueStateOf({ joinFrom, opensAt }: QueueTerms, now: Date): QueueState {
  if (now >= new Date(opensAt)) return 'open';
  return now >= new Date(joinFrom) ? 'joining' : 'ahead';
}

/** The opening + (place − 1) ÷ people a minute, rounded up to the millisecond. @param place from 1 */
export function turnAt({ opensAt, perMinute }: QueueTerms, place: number): Date {
  return new Date(Date.parse(opensAt) + Math.ceil(((place - 1) * minuteMs) / perMinute));
}

/** How many turns have come: exactly the places whose {@link turnAt} is not in the future. */
export function turnsUntil({ opensAt, perMinute }: QueueTerms, now: Date): number {
  const elapsed = now.getTime() - Date.parse(opensAt);
  return elapsed < 0 ? 0 : Math.floor((elapsed * perMinute) / minuteMs) + 1;
}

/** What a step is to tell people of their turns, and when the next one is due; null where nobody is left. */
interface TurnsStep {
  readonly upTo: number;
  readonly nextAt: Date | null;
}

const toldPerStep = 200;
/** Of turns that come one by one, some are told together: nobody learns of theirs later than this. */
const stepsEveryMs = 10_000;

/** @param told the last place that knows @param joined how many places there are */
export function turnsStep(
  terms: QueueTerms,
  { told, joined }: { readonly told: number; readonly joined: number },
  now: Date,
): TurnsStep {
  const come = Math.min(turnsUntil(terms, now), joined);
  const upTo = Math.max(told, Math.min(come, told + toldPerStep));
  if (upTo >= joined) return { upTo, nextAt: null };
  if (upTo < come) return { upTo, nextAt: now };
  const soonest = now.getTime() + stepsEveryMs;
  return { upTo, nextAt: new Date(Math.max(soonest, turnAt(terms, upTo + 1).getTime())) };
}

/** People before a place who are not let in yet. */
export function aheadOf(terms: QueueTerms, place: number, now: Date): number {
  return Math.max(0, place - 1 - turnsUntil(terms, now));
}

/**
 * @param place null before the order is drawn, absent for a person who has not joined
 * @throws DomainError `QUEUE_PLACE_MISSING`; `QUEUE_TURN_NOT_YET` with `opensAt`, when the turn comes
 */
export function requireTurn(terms: QueueTerms | null, place: number | null | undefined, now: Date): void {
  if (terms === null) return;
  if (place === undefined) throw new DomainError('QUEUE_PLACE_MISSING');
  const opens = turnAt(terms, place ?? 1);
  if (place !== null && now >= opens) return;
  throw new DomainError('QUEUE_TURN_NOT_YET', { params: { opensAt: opens.toISOString() } });
}

/** The conditions of the activity for joining. */
interface Joinable {
  readonly state: string;
  readonly startsAt: Date;
  readonly signUpClosesAt: Date;
  readonly queue: QueueTerms | null;
}

/**
 * Checks nothing else: joining without being eligible takes nobody's seat, and thousands join at a time.
 * @throws DomainError `ACTIVITY_NOT_OPEN`, `QUEUE_NONE`, `SIGN_UP_CLOSED`, `QUEUE_NOT_OPEN_YET`
 */
export function requireJoinable(activity: Joinable, now: Date): QueueTerms {
  const { state, queue, startsAt, signUpClosesAt } = activity;
  if (state !== 'published') throw new DomainError('ACTIVITY_NOT_OPEN');
  if (queue === null) throw new DomainError('QUEUE_NONE');
  if (now >= signUpClosesAt || now >= startsAt) throw new DomainError('SIGN_UP_CLOSED');
  if (queueStateOf(queue, now) === 'ahead')
    throw new DomainError('QUEUE_NOT_OPEN_YET', { params: { joinFrom: queue.joinFrom } });
  return queue;
}

/** The queue the organiser requests. */
interface WantedQueue {
  readonly joinFrom: Date | null;
  readonly perMinute: number;
}

/** The activity's current queue settings. */
interface QueueContext {
  readonly queue: QueueTerms | null;
  readonly signUpOpensAt: Date;
  /** Whether the order of the queue is drawn. */
  readonly isFrozen: boolean;
}

/**
 * @returns the new terms
 * @throws DomainError `QUEUE_TOO_LATE`, `QUEUE_JOIN_TOO_LATE`, `QUEUE_JOINING`, `QUEUE_ONLY_FASTER`
 */
export function termsOf(context: QueueContext, wanted: WantedQueue, now: Date): QueueTerms {
  const { queue } = context;
  return queue === null
    ? newTerms(context, wanted, now)
    : changedTerms(queue, context.isFrozen, { wanted, now });
}

function newTerms({ signUpOpensAt, isFrozen }: QueueContext, wanted: WantedQueue, now: Date): QueueTerms {
  if (isFrozen || now >= signUpOpensAt) throw new DomainError('QUEUE_TOO_LATE');
  const joins = wanted.joinFrom?.getTime() ?? signUpOpensAt.getTime() - joiningDefaultMs;
  const opensAt = signUpOpensAt.toISOString();
  return requireTimeToJoin({ joinFrom: notBefore(now, joins), opensAt, perMinute: wanted.perMinute });
}

function changedTerms(
  queue: QueueTerms,
  isFrozen: boolean,
  { wanted, now }: { readonly wanted: WantedQueue; readonly now: Date },
): QueueTerms {
  const { perMinute } = wanted;
  // Everybody has been told when their turn comes, and no turn may move later.
  if ((isFrozen || queueStateOf(queue, now) === 'open') && perMinute < queue.perMinute)
    throw new DomainError('QUEUE_ONLY_FASTER', {
      pointer: '/perMinute',
      params: { perMinute: queue.perMinute },
    });
  const joins = wanted.joinFrom?.getTime() ?? Date.parse(queue.joinFrom);
  if (joins === Date.parse(queue.joinFrom)) return { ...queue, perMinute };
  if (isFrozen || queueStateOf(queue, now) !== 'ahead')
    throw new DomainError('QUEUE_JOINING', { pointer: '/joinFrom' });
  return requireTimeToJoin({ ...queue, joinFrom: notBefore(now, joins), perMinute });
}

function notBefore(now: Date, ms: number): string {
  return new Date(Math.max(now.getTime(), ms)).toISOString();
}

function requireTimeToJoin(terms: QueueTerms): QueueTerms {
  if (Date.parse(terms.joinFrom) < Date.parse(terms.opensAt)) return terms;
  throw new DomainError('QUEUE_JOIN_TOO_LATE', { pointer: '/joinFrom' });
}

/** The peak rate when all learn their places. */
const asksPerSecond = 500;
const spreadMaxSeconds = 20;
const pollMaxSeconds = 60;
const pollMinSeconds = 5;
const soonSeconds = 20;
const longSeconds = 120;

interface Polling {
  readonly place: number | null;
  readonly joined: number;
  readonly now: Date;
  /** From 0 to 1, at random. */
  readonly jitter: number;
}

/**
 * When to poll again: people far back poll rarely, the next in line at their turn, and thousands never in the same
 * second.
 * @returns seconds, 1 to 60
 */
export function pollAfterOf(terms: QueueTerms, { place, joined, now, jitter }: Polling): number {
  const secondsUntil = (at: Date): number => (at.getTime() - now.getTime()) / 1_000;
  const within = (seconds: number): number => Math.min(pollMaxSeconds, Math.max(1, Math.ceil(seconds)));
  const about = (seconds: number): number => seconds * (0.8 + 0.4 * jitter);
  if (place === null) {
    const left = secondsUntil(new Date(terms.opensAt));
    if (left > longSeconds) return within(about(left / 2));
    return within(Math.max(0, left) + 1 + jitter * Math.min(spreadMaxSeconds, joined / asksPerSecond));
  }
  const left = secondsUntil(turnAt(terms, place));
  if (left <= 0) return pollMaxSeconds;
  if (left <= soonSeconds) return within(left);
  return within(Math.min(left, Math.max(pollMinSeconds, about(left / 4))));
}
