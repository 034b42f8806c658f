import type {
  EndReason,
  RecordedEndReason,
  RetainedReason,
} from '@gongxiang/contracts/membership/membership-events';
import { dayMs, DomainError } from '@gongxiang/domain';
import type { MembershipRow } from './membership.entity.js';

/** How a membership begins: with all rights and duties. */
export const fullStanding = {
  standing: 'full',
  retainedReason: null,
  retainedFrom: null,
  endedReason: null,
  endDecision: null,
  leftAt: null,
} as const satisfies Partial<MembershipRow>;

export interface MembershipEnd {
  /** The first day without the membership. */
  readonly validTo: string;
  readonly reason: EndReason;
  readonly decision: string | null;
  /** When the person left by themselves. */
  readonly leftAt?: Date;
}

/** A membership ends so only by a decision, of which the number or the day is recorded. */
const decided: readonly EndReason[] = ['expelled', 'lapsed'];

/**
 * The end of a membership as an officer records it.
 * @param request without a reason it is `other`
 * @param today in China
 * @throws DomainError `END_IN_FUTURE`; `END_DECISION_REQUIRED` for an expulsion or a lapse without its decision
 */
export function recordedEnd(
  request: {
    readonly validTo?: string | null;
    readonly reason?: RecordedEndReason | null;
    readonly decision?: string | null;
  },
  today: string,
): MembershipEnd {
  const { validTo, reason, decision } = request;
  const end = { validTo: validTo ?? today, reason: reason ?? 'other', decision: decision?.trim() || null };
  // An announced end would need a state of its own, which nobody has asked for: it is refused.
  if (end.validTo > today) throw new DomainError('END_IN_FUTURE', { pointer: '/validTo', params: { today } });
  if (!decided.includes(end.reason)) return { ...end, decision: null };
  if (end.decision === null) throw new DomainError('END_DECISION_REQUIRED', { pointer: '/decision' });
  return end;
}

/**
 * The membership after its end.
 * @throws DomainError `ILLEGAL_TRANSITION` if it has ended already, `PERIOD_ENDS_BEFORE_START`
 */
export function endedMembership(before: MembershipRow, end: MembershipEnd): MembershipRow {
  if (before.state === 'ended') throw new DomainError('ILLEGAL_TRANSITION');
  if (end.validTo < before.validFrom)
    throw new DomainError('PERIOD_ENDS_BEFORE_START', { pointer: '/validTo' });
  const { validTo, reason: endedReason, decision: endDecision } = end;
  return { ...before, state: 'ended', validTo, endedReason, endDecision, leftAt: end.leftAt ?? null };
}

/** For so long may a person take back that they have left. */
export const returnableMs = 7 * dayMs;

/** Until when a person may take back that they have left; null if they have not left by themselves. */
export function returnableUntil({ state, leftAt }: Pick<MembershipRow, 'state' | 'leftAt'>): Date | null {
  return state === 'ended' && leftAt !== null ? new Date(leftAt.getTime() + returnableMs) : null;
}

/**
 * The membership as it was before the person left.
 * @throws DomainError `MEMBERSHIP_NOT_RETURNABLE`
 */
export function returnedMembership(before: MembershipRow, now: Date): MembershipRow {
  const until = returnableUntil(before);
  if (until === null || until <= now) throw new DomainError('MEMBERSHIP_NOT_RETURNABLE');
  return { ...before, state: 'active', validTo: null, endedReason: null, leftAt: null };
}

/**
 * The membership as a retained one (保留会籍).
 * @param today in China
 * @throws DomainError `ILLEGAL_TRANSITION` if it has ended; `RETAINED_AHEAD`
 */
export function retainedMembership(
  before: MembershipRow,
  request: { readonly reason: RetainedReason; readonly from?: string | null },
  today: string,
): MembershipRow {
  const retainedFrom = request.from ?? today;
  if (before.state === 'ended') throw new DomainError('ILLEGAL_TRANSITION');
  if (retainedFrom > today || retainedFrom < before.validFrom)
    throw new DomainError('RETAINED_AHEAD', { pointer: '/from' });
  return { ...before, standing: 'retained', retainedReason: request.reason, retainedFrom };
}

/** @throws DomainError `ILLEGAL_TRANSITION` unless the membership is retained */
export function fullMembership(before: MembershipRow): MembershipRow {
  if (before.state === 'ended' || before.standing === 'full') throw new DomainError('ILLEGAL_TRANSITION');
  return { ...before, standing: 'full', retainedReason: null, retainedFrom: null };
}
