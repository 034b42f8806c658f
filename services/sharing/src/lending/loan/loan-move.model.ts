import { DomainError, type Period } from '@gongxiang/domain';
import type { LoanState } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { loanPeriod } from './loan.model.js';

interface Movable {
  readonly state: LoanState;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * The new time of a loan that was not handed over yet.
 * @throws DomainError `ILLEGAL_TRANSITION`, `LOAN_NOT_MOVED` if the time is the same, and what {@link loanPeriod}
 * refuses
 */
export function movedPeriod(loan: Movable, to: { startsAt: string; endsAt: string }, now: Date): Period {
  const { state } = loan;
  if (state !== 'requested' && state !== 'approved') {
    throw new DomainError('ILLEGAL_TRANSITION', { params: { state, step: 'move' } });
  }
  const period = loanPeriod(to.startsAt, to.endsAt, now);
  const isSame =
    period.start.getTime() === loan.startsAt.getTime() && period.end.getTime() === loan.endsAt.getTime();
  if (isSame) throw new DomainError('LOAN_NOT_MOVED', { pointer: '/startsAt' });
  return period;
}
