import type { PhoneChangeState } from '@gongxiang/contracts/membership/members/phone-change.contract';
import { dayMs, DomainError, minuteMs } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { PhoneChangeRow } from './phone-change.entity.js';

/** How long the old phone can stop a change. */
export const stopWindowMs = dayMs;
/** The validity of both codes. */
export const codesValidMs = 5 * minuteMs;
const triesMax = 5;
/** Changes that one person may ask for, and that may be asked for to one phone, within a day: each sends messages. */
export const asksPerDayMax = 5;
/** Days for which a change that has ended is shown to its person, and kept. */
const shownDays = 30;

/** Changes that ended before then are gone. */
export function shownSince(now: Date): Date {
  return new Date(now.getTime() - shownDays * dayMs);
}

export type PhoneChangeStep = 'wait' | 'apply' | 'stop' | 'withdraw' | 'lapse';

/**
 * Only what waits can be stopped: before that nothing would change without the code of the new phone, and it is withdrawn.
 */
const steps: Readonly<
  Record<PhoneChangeState, Readonly<Partial<Record<PhoneChangeStep, PhoneChangeState>>>>
> = {
  asked: { wait: 'waiting', apply: 'applied', withdraw: 'withdrawn', lapse: 'lapsed' },
  waiting: { apply: 'applied', stop: 'stopped', withdraw: 'withdrawn' },
  applied: {},
  stopped: {},
  withdrawn: {},
  lapsed: {},
};

/** @throws DomainError `ILLEGAL_TRANSITION` */
export function nextPhoneState(state: PhoneChangeState, step: PhoneChangeStep): PhoneChangeState {
  const next = steps[state][step];
  if (next === undefined) throw new DomainError('ILLEGAL_TRANSITION');
  return next;
}

/** What the clock does with a change that has come to its time: an unconfirmed one lapses, one that waits takes effect. */
export function dueStep(
  { state, codesUntil, effectiveAt }: Pick<PhoneChangeTimes, 'state' | 'codesUntil' | 'effectiveAt'>,
  now: Date,
): 'lapse' | 'apply' | null {
  if (state === 'asked' && codesUntil !== null && codesUntil <= now) return 'lapse';
  if (state === 'waiting' && effectiveAt !== null && effectiveAt <= now) return 'apply';
  return null;
}

/** That a change takes effect soon, which its person may not have asked for. */
export function awaitsOfPhoneChange(
  change: Pick<PhoneChangeRow, 'id' | 'state' | 'personId' | 'effectiveAt'>,
): Await[] {
  const { id, state, personId, effectiveAt } = change;
  if (state !== 'waiting' || effectiveAt === null) return [];
  const whom = { personIds: [personId], why: 'aboutYou' } as const;
  const values = { at: effectiveAt.toISOString() };
  return [{ ...whom, kind: 'phoneChangeWaiting', about: { phoneChangeId: id }, values, dueAt: effectiveAt }];
}

interface PhoneChangeTimes {
  readonly state: PhoneChangeState;
  readonly codesUntil: Date | null;
  readonly effectiveAt: Date | null;
  readonly tries: number;
  readonly newCodeHash: string | null;
  /** Null if there is no old phone to ask. */
  readonly oldCodeHash: string | null;
}

/** `over`: the codes are not accepted any more. */
export type CodesVerdict = 'over' | 'newWrong' | 'oldWrong' | 'wait' | 'apply';

/**
 * Judges the typed codes, by their hashes.
 * @param given the old one is null if none was typed
 */
export function judgeCodes(
  change: PhoneChangeTimes,
  given: { readonly newCodeHash: string; readonly oldCodeHash: string | null },
  now: Date,
): CodesVerdict {
  const { state, codesUntil, tries } = change;
  if (state !== 'asked' || codesUntil === null || codesUntil <= now || tries >= triesMax) return 'over';
  if (given.newCodeHash !== change.newCodeHash) return 'newWrong';
  if (change.oldCodeHash === null) return 'apply';
  if (given.oldCodeHash === null) return 'wait';
  return given.oldCodeHash === change.oldCodeHash ? 'apply' : 'oldWrong';
}

/** The link in the message to the old phone; without an address of the portal, what to add to it. */
export function stopLinkOf(publicUrl: string | undefined, token: string): string {
  return `${(publicUrl ?? '').replace(/\/$/, '')}/stop-phone-change/${token}`;
}
