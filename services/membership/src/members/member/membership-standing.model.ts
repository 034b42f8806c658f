import type { EndReason, RecordedEndReason } from '@gongxiang/contracts/membership/membership-events';
import { DomainError } from '@gongxiang/domain';
import type { MembershipRow } from './membership.entity.js';

/** How a membership begins: with all rights and duties. */
export const fullStanding = {
  standing: 'full',
  retainedReason: null,
  retainedFrom: null,
  endedReason: null,
  endDecision: null,
} as const satisfies Partial<MembershipRow>;

export interface MembershipEnd {
  /** The first day without the membership. */
  readonly validTo: string;
  readonly reason: EndReason;
  readonly decision: string | null;
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
  return { ...before, state: 'ended', validTo, endedReason, endDecision };
}
