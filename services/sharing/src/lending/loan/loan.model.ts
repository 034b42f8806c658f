import type { FeeUnit } from '@gongxiang/contracts/sharing/lending/grant-terms';
import type { LoanReasonCode, LoanState } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { dayMs, DomainError, hourMs, newPeriod, type Period } from '@gongxiang/domain';
import { isTooFar, lastYear } from '../resource/civil-time.model.js';
import { feeOf } from '../resource/terms.model.js';

export type LoanStep = 'approve' | 'refuse' | 'handOver' | 'giveBack' | 'cancel';

/** The life cycle of a loan: the possible steps of each state, and where they lead. */
export const loanLife: Readonly<Record<LoanState, Readonly<Partial<Record<LoanStep, LoanState>>>>> = {
  requested: { approve: 'approved', refuse: 'refused', cancel: 'cancelled' },
  approved: { handOver: 'handedOver', cancel: 'cancelled' },
  handedOver: { giveBack: 'returned' },
  refused: {},
  returned: {},
  cancelled: {},
};

/** In these states the booking blocks the time for others, also before a decision. */
export const openStates: readonly LoanState[] = ['requested', 'approved', 'handedOver'];

const loanDaysMax = 366;

/** @throws DomainError `ILLEGAL_TRANSITION` naming the state and the step */
export function nextState(state: LoanState, step: LoanStep): LoanState {
  const next = loanLife[state][step];
  if (next === undefined) throw new DomainError('ILLEGAL_TRANSITION', { params: { state, step } });
  return next;
}

/**
 * The requested period [start, end).
 * @throws DomainError `PERIOD_EMPTY`, `LOAN_IN_PAST`, `LOAN_TOO_LONG`
 */
export function loanPeriod(startsAt: string, endsAt: string, now: Date): Period {
  const period = newPeriod(new Date(startsAt), new Date(endsAt), '/endsAt');
  if (period.start < now) throw new DomainError('LOAN_IN_PAST', { pointer: '/startsAt' });
  return checkLength(period);
}

/**
 * The period of a loan with a later end; its start stays.
 * @throws DomainError `ILLEGAL_TRANSITION` if the loan is neither approved nor out, `EXTENSION_NOT_LATER`,
 * `LOAN_TOO_LONG`
 */
export function extendedPeriod(
  loan: { state: LoanState; startsAt: Date; endsAt: Date },
  endsAt: string,
): Period {
  if (loan.state !== 'approved' && loan.state !== 'handedOver') {
    throw new DomainError('ILLEGAL_TRANSITION', { params: { state: loan.state, step: 'extend' } });
  }
  const period = newPeriod(loan.startsAt, new Date(endsAt), '/endsAt');
  if (period.end <= loan.endsAt) throw new DomainError('EXTENSION_NOT_LATER', { pointer: '/endsAt' });
  return checkLength(period);
}

/** When the owner was asked and when they answered. */
interface ReplyTimes {
  readonly requestedAt: Date | null;
  readonly decidedAt: Date | null;
}

/**
 * The effect of a change: an agreed loan that waits for the owner again restarts the time, and a passed deadline
 * counts as an answer. A right that ended meanwhile answers nothing.
 */
export function replyTimes(
  before: ReplyTimes & { readonly state: LoanState },
  after: { readonly state: LoanState; readonly reasonCode: LoanReasonCode | null },
  now: Date,
): ReplyTimes {
  const { requestedAt, decidedAt } = before;
  if (before.state !== 'requested') {
    return after.state === 'requested' ? { requestedAt: now, decidedAt: null } : { requestedAt, decidedAt };
  }
  const isDecided = after.state === 'approved' || after.state === 'refused';
  return { requestedAt, decidedAt: isDecided && after.reasonCode !== 'RIGHT_REVOKED' ? now : null };
}

/** The end of its reserved time: its end, or that of a requested extension. */
export function reservedEnd(loan: { endsAt: Date; heldUntil: Date | null }): Date {
  return loan.heldUntil ?? loan.endsAt;
}

/** When the borrower is notified of the coming end: a day before; null if that has passed. */
export function dueSoonAt(endsAt: Date, now: Date): Date | null {
  const at = new Date(endsAt.getTime() - dayMs);
  return at <= now ? null : at;
}

/**
 * When both sides are notified of an overdue loan again: at its end, after one day, three, seven, and each further
 * week.
 */
export function nextOverdueNotice(endsAt: Date, now: Date): Date {
  const days = Math.floor((now.getTime() - endsAt.getTime()) / dayMs);
  const weeks = (Math.floor(days / 7) + 1) * 7;
  const next = days < 1 ? 1 : days < 3 ? 3 : weeks;
  return new Date(endsAt.getTime() + next * dayMs);
}

/** The custodian's deadline: within the hours named by the right, and before the time begins. */
export function decisionDeadline(now: Date, startsAt: Date, withinHours: number): Date {
  return new Date(Math.min(now.getTime() + withinHours * hourMs, startsAt.getTime()));
}

/** Handed over, and not returned at its end. */
export function isOverdue(loan: { state: LoanState; endsAt: Date }, now: Date): boolean {
  return loan.state === 'handedOver' && loan.endsAt <= now;
}

/** The facts its fee is computed from. */
interface ChargedLoan {
  readonly feeEachFen: bigint | null;
  readonly feePer: FeeUnit | null;
  readonly handedOverAt: Date | null;
  readonly returnedAt: Date | null;
  readonly closedAt: Date | null;
}

/**
 * The fee due for a loan, in fen: for each unit begun between hand-over and return, whatever time was requested. Null
 * until it is closed, and if no fee was agreed.
 */
export function feeDue({ feeEachFen, feePer, ...loan }: ChargedLoan): bigint | null {
  if (loan.handedOverAt === null || loan.returnedAt === null || loan.closedAt === null) return null;
  return feeOf({ feeFen: feeEachFen, per: feePer }, { start: loan.handedOverAt, end: loan.returnedAt });
}

function checkLength(period: Period): Period {
  if (isTooFar(period.end))
    throw new DomainError('LOAN_TOO_FAR', { pointer: '/endsAt', params: { lastYear } });
  if (period.end.getTime() - period.start.getTime() > loanDaysMax * dayMs) {
    throw new DomainError('LOAN_TOO_LONG', { pointer: '/endsAt', params: { maxDays: loanDaysMax } });
  }
  return period;
}
