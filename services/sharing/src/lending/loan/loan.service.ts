import { Injectable } from '@nestjs/common';
import type { FutureLoans } from '@gongxiang/contracts/sharing/lending/grant-terms';
import {
  type CancelLoanRequest,
  loanContract,
  type LoanIdRequest,
  type LoanView,
  type RefuseLoanRequest,
} from '@gongxiang/contracts/sharing/lending/loan.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { unschedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { BookingService } from '../resource/booking.service.js';
import { agreedOf, type Right } from '../resource/right.model.js';
import type { LoanRow } from './loan.entity.js';
import { nextState } from './loan.model.js';
import { askedBy, isOn, type LoanSides, recordLendingMandate } from './loan-sides.js';
import { LoanSteps } from './loan-steps.js';

/**
 * Steps of a loan after the request. Every step locks the resource, then the loan, and checks the state under that
 * lock: of two concurrent approvals the second finds it approved already (E47, E48).
 */
@Injectable()
export class LoanService {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: LoanSteps,
    private readonly booking: BookingService,
  ) {}

  /** The slot is reserved since the request; the right is checked again, as it may have been revoked meanwhile. */
  @Handles(loanContract.approve)
  approve(request: LoanIdRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanContract.approve, request, async (tx) => {
      const sides = await this.steps.lock(tx, request.loanId);
      const { loan, resource, borrower } = sides;
      tx.authorise(actions.decideLoan, sides.owner);
      requireVersion(tx, loan.version);
      const state = nextState(loan.state, 'approve');
      const period = { start: loan.startsAt, end: loan.endsAt };
      const right = await this.booking.rightFor(tx, resource, borrower, period, askedBy(loan));
      await unschedule(tx, 'loan-request-expiry', loan.id);
      return this.save(tx, { ...loan, state, decideBy: null, ...agreedOf(right, period) }, loan);
    });
  }

  @Handles(loanContract.refuse)
  refuse(request: RefuseLoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanContract.refuse, request, async (tx) => {
      const { loan, owner } = await this.steps.lock(tx, request.loanId);
      tx.authorise(actions.decideLoan, owner);
      requireVersion(tx, loan.version);
      const state = nextState(loan.state, 'refuse');
      await this.steps.releaseTime(tx, loan);
      return this.save(
        tx,
        { ...loan, state, decideBy: null, reasonCode: 'DECIDED', reason: request.reason },
        loan,
      );
    });
  }

  /** By the borrower; or by the owner, with a reason. */
  @Handles(loanContract.cancel)
  cancel(request: CancelLoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanContract.cancel, request, async (tx) => {
      const sides = await this.lockToCancel(tx, request);
      requireVersion(tx, sides.loan.version);
      return this.cancelLocked(tx, sides, request.reason ?? null);
    });
  }

  /** The same within a transaction that cancels several loans and has compared the versions its caller saw. */
  async cancelIn(tx: Transaction, request: CancelLoanRequest): Promise<LoanView> {
    return this.cancelLocked(tx, await this.lockToCancel(tx, request), request.reason ?? null);
  }

  private async lockToCancel(tx: Transaction, { loanId, reason }: CancelLoanRequest): Promise<LoanSides> {
    const sides = await this.steps.lock(tx, loanId);
    const { subject } = sides.borrower;
    const isBorrower = isOn(tx, subject);
    if (isBorrower) tx.authorise(actions.cancelLoan, subject);
    else tx.authorise(actions.decideLoan, sides.owner);
    if (!isBorrower && !reason) throw new DomainError('REASON_REQUIRED', { pointer: '/reason' });
    return sides;
  }

  private async cancelLocked(
    tx: Transaction,
    { loan, borrower }: LoanSides,
    reason: string | null,
  ): Promise<LoanView> {
    const state = nextState(loan.state, 'cancel');
    await this.steps.releaseTime(tx, loan);
    if (isOn(tx, { paths: borrower.paths })) recordLendingMandate(tx, loan, borrower, actions.cancelLoan);
    return this.save(tx, { ...loan, state, decideBy: null, heldUntil: null, reason }, loan);
  }

  /**
   * A request without a decision in time is refused, and its slot is free again; if its right says so, it is approved
   * instead, as far as a right still covers it.
   */
  async expire(tx: Transaction, loanId: string): Promise<void> {
    const sides = await this.steps.lock(tx, loanId);
    const { loan } = sides;
    if (loan.state !== 'requested') return;
    const period = { start: loan.startsAt, end: loan.endsAt };
    const right = loan.onSilence === 'approve' ? await this.rightLeft(tx, sides) : null;
    if (right !== null) {
      const approved = { ...loan, ...agreedOf(right, period), state: 'approved' as const, decideBy: null };
      await this.save(tx, { ...approved, reasonCode: 'DECISION_DEADLINE' }, loan);
      return;
    }
    await this.steps.releaseTime(tx, loan);
    await this.save(tx, { ...loan, state: 'refused', decideBy: null, reasonCode: 'DECISION_DEADLINE' }, loan);
  }

  /** The activity at the resource is cancelled: the slot is free again. What is out already has to be returned. */
  async freeUp(tx: Transaction, loanId: string, reason: string | null): Promise<void> {
    const { loan } = await this.steps.lock(tx, loanId);
    if (loan.state === 'handedOver') return;
    const state = nextState(loan.state, 'cancel');
    await this.steps.releaseTime(tx, loan);
    const ended = { decideBy: null, heldUntil: null, reasonCode: 'ACTIVITY_CANCELLED', reason } as const;
    await this.save(tx, { ...loan, state, ...ended }, loan);
  }

  /**
   * The right of the loan has ended: a request without another right is refused; an approved loan stands, unless the
   * owner cancels future ones. What is out is returned as agreed.
   */
  async endWithRight(tx: Transaction, loanId: string, end: RightEnd): Promise<void> {
    const sides = await this.steps.lock(tx, loanId);
    const { loan } = sides;
    const { reason } = end;
    const isRefused = loan.state === 'requested' && (await this.rightLeft(tx, sides)) === null;
    const isCancelled = loan.state === 'approved' && end.futureLoans === 'cancel';
    if (!isRefused && !isCancelled) return;
    await this.steps.releaseTime(tx, loan);
    const state = nextState(loan.state, isRefused ? 'refuse' : 'cancel');
    const ended = { decideBy: null, heldUntil: null, reasonCode: 'RIGHT_REVOKED', reason } as const;
    await this.save(tx, { ...loan, state, ...ended }, loan);
  }

  /** The right that covers a loan now; null if there is none. A loan of one's own thing needs none. */
  private async rightLeft(tx: Transaction, { loan, resource, borrower }: LoanSides): Promise<Right | null> {
    const period = { start: loan.startsAt, end: loan.endsAt };
    try {
      return await this.booking.rightFor(tx, resource, borrower, period, askedBy(loan));
    } catch (error) {
      if (error instanceof DomainError && noRightCodes.includes(error.code)) return null;
      throw error;
    }
  }

  private async save(tx: Transaction, changed: LoanRow, before: LoanRow): Promise<LoanView> {
    return this.steps.view(tx, await this.steps.write(tx, changed, before));
  }
}

const noRightCodes = ['NO_RIGHT_OF_USE', 'QUOTA_USED', 'QUOTA_LOANS_USED', 'QUOTA_PIECES_USED'];

/** How a right ended for its loans. */
interface RightEnd {
  readonly reason: string | null;
  readonly futureLoans: FutureLoans;
}
