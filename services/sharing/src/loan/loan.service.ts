import { Injectable } from '@nestjs/common';
import {
  type CancelLoanRequest,
  type ExtendLoanRequest,
  type HandOverLoanRequest,
  loanContract,
  type LoanRequest,
  type LoanView,
  type RefuseLoanRequest,
  type ReturnLoanRequest,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, mayDo, type Subject } from '@gongxiang/domain';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { PieceService } from '../piece/piece.service.js';
import { BookingService } from '../resource/booking.service.js';
import type { Right } from '../resource/right.model.js';
import type { LoanRow } from './loan.entity.js';
import { LoanDesk } from './loan-desk.js';
import { extendedPeriod, nextState } from './loan.model.js';
import { LoanRepository } from './loan.repository.js';
import type { LoanSides } from './loan-sides.js';

/**
 * What happens to a loan after it was asked for. Every step locks the resource, then the loan, and compares the state
 * under that lock: of two who approve at the same time one finds it approved already (E47, E48).
 */
@Injectable()
export class LoanService {
  constructor(
    private readonly transactions: Transactions,
    private readonly loans: LoanRepository,
    private readonly booking: BookingService,
    private readonly desk: LoanDesk,
    private readonly pieces: PieceService,
  ) {}

  /** The slot is held since the request; the right is looked at again, for it may have been revoked meanwhile. */
  approve(request: LoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanContract.approve, request, async (tx) => {
      const sides = await this.desk.lock(tx, request.loanId);
      const { loan, resource, borrower } = sides;
      tx.authorise(actions.decideLoan, sides.owner);
      const state = nextState(loan.state, 'approve');
      const period = { start: loan.startsAt, end: loan.endsAt };
      const right = await this.booking.rightFor(tx, resource, borrower, period);
      await unschedule(tx, 'loan-request-expiry', loan.id);
      return this.desk.save(tx, { ...loan, state, decideBy: null, grantId: right?.id ?? null }, loan);
    });
  }

  refuse(request: RefuseLoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanContract.refuse, request, async (tx) => {
      const { loan, owner } = await this.desk.lock(tx, request.loanId);
      tx.authorise(actions.decideLoan, owner);
      const state = nextState(loan.state, 'refuse');
      await this.giveUp(tx, loan);
      return this.desk.save(
        tx,
        { ...loan, state, decideBy: null, reasonCode: 'DECIDED', reason: request.reason },
        loan,
      );
    });
  }

  /** A thing that is fetched before its time needs that time too: the same constraint decides. Of pieces it is said which. */
  handOver(request: HandOverLoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanContract.handOver, request, async (tx) => {
      const { loan, owner } = await this.desk.lock(tx, request.loanId);
      tx.authorise(actions.decideLoan, owner);
      const state = nextState(loan.state, 'handOver');
      if (loan.endsAt <= tx.now) throw new DomainError('LOAN_OVER');
      if (tx.now < loan.startsAt) await this.booking.beginBy(tx, loan.id, tx.now);
      await this.pieces.handOut(tx, loan, request.pieces ?? []);
      await schedule(tx, { kind: 'loan-overdue', key: loan.id, at: loan.endsAt });
      return this.desk.save(tx, { ...loan, state, handedOverAt: tx.now }, loan);
    });
  }

  /** What comes back early is free early, after the turnaround. Of pieces all have to be back. */
  giveBack(request: ReturnLoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanContract.giveBack, request, async (tx) => {
      const { loan, owner, resource } = await this.desk.lock(tx, request.loanId);
      tx.authorise(actions.decideLoan, owner);
      const state = nextState(loan.state, 'giveBack');
      await this.pieces.takeBackAll(tx, loan, request.pieces ?? null);
      if (tx.now < loan.endsAt) await this.booking.endAt(tx, resource, loan.id, tx.now);
      await unschedule(tx, 'loan-overdue', loan.id);
      return this.desk.save(tx, { ...loan, state, returnedAt: tx.now }, loan);
    });
  }

  /** By the borrower; or by the owner, who then says why. */
  cancel(request: CancelLoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanContract.cancel, request, async (tx) => {
      const { loan, owner, borrower } = await this.desk.lock(tx, request.loanId);
      const isBorrower = isOn(tx, { paths: [borrower.path] });
      if (isBorrower) tx.authorise(actions.cancelLoan, { paths: [borrower.path] });
      else tx.authorise(actions.decideLoan, owner);
      if (!isBorrower && !request.reason) throw new DomainError('REASON_REQUIRED', { pointer: '/reason' });
      const state = nextState(loan.state, 'cancel');
      await this.giveUp(tx, loan);
      return this.desk.save(tx, { ...loan, state, decideBy: null, reason: request.reason ?? null }, loan);
    });
  }

  /** A longer loan is a new question to right and calendar (E53); where the owner decides each loan, he decides this too. */
  extend(request: ExtendLoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanContract.extend, request, async (tx) => {
      const sides = await this.desk.lock(tx, request.loanId);
      const { loan, borrower, resource } = sides;
      if (!sides.owner.visible) tx.authorise(actions.decideLoan, sides.owner);
      const period = extendedPeriod(loan, request.endsAt);
      if (loan.endsAt <= tx.now) throw new DomainError('LOAN_OVER');
      const right = await this.booking.rightFor(tx, resource, borrower, period);
      tx.authorise(actions.decideLoan, whoExtends(sides, right));
      await this.booking.endAt(tx, resource, loan.id, period.end);
      if (loan.state === 'handedOver') {
        await schedule(tx, { kind: 'loan-overdue', key: loan.id, at: period.end });
      }
      return this.desk.save(tx, { ...loan, endsAt: period.end, grantId: right?.id ?? null }, loan);
    });
  }

  /** A request that nobody decided in time is refused, and its slot is free again. */
  async expire(tx: Transaction, loanId: string): Promise<void> {
    const { loan } = await this.desk.lock(tx, loanId);
    if (loan.state !== 'requested') return;
    await this.giveUp(tx, loan);
    await this.desk.save(
      tx,
      { ...loan, state: 'refused', decideBy: null, reasonCode: 'DECISION_DEADLINE' },
      loan,
    );
  }

  /** What was to take place there is cancelled: the slot is free again. What is out already has to come back. */
  async freeUp(tx: Transaction, loanId: string, reason: string | null): Promise<void> {
    const { loan } = await this.desk.lock(tx, loanId);
    if (loan.state === 'handedOver') return;
    const state = nextState(loan.state, 'cancel');
    await this.giveUp(tx, loan);
    await this.desk.save(
      tx,
      { ...loan, state, decideBy: null, reasonCode: 'ACTIVITY_CANCELLED', reason },
      loan,
    );
  }

  /** The running loan outranks the next one; both hear of it (E55). */
  async remindOverdue(tx: Transaction, loanId: string): Promise<void> {
    const loan = await this.loans.findById(tx, loanId);
    if (loan?.state !== 'handedOver') return;
    const next = await this.loans.next(tx, loan.resourceId, loan.endsAt);
    for (const one of next === null ? [loan] : [loan, next]) this.desk.hint(tx, one);
  }

  private async giveUp(tx: Transaction, loan: LoanRow): Promise<void> {
    await this.booking.release(tx, loan.id);
    await unschedule(tx, 'loan-request-expiry', loan.id);
  }
}

function whoExtends({ owner, borrower }: LoanSides, right: Right | null): Subject {
  if (right?.approval === 'custodian') return owner;
  return { ...owner, paths: [...(owner.paths ?? []), borrower.path] };
}

function isOn(tx: Transaction, side: Subject): boolean {
  return tx.call.actor !== null && mayDo(tx.call.actor, actions.decideLoan, side);
}
