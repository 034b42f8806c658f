import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListLoanMovesRequest,
  loanMoveContract,
  type LoanMoveView,
  type MoveLoanRequest,
} from '@gongxiang/contracts/sharing/lending/loan-move.contract';
import {
  type ExtendLoanRequest,
  loanContract,
  type LoanView,
} from '@gongxiang/contracts/sharing/lending/loan.contract';
import { type CallContext, DomainError, type Period, type Subject } from '@gongxiang/domain';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { BookingService } from '../resource/booking.service.js';
import { agreedOf, type Right } from '../resource/right.model.js';
import { timeFreed } from '../resource/time-freed.js';
import type { LoanRow } from './loan.entity.js';
import { LoanGuard } from './loan-guard.js';
import { decisionDeadline, extendedPeriod } from './loan.model.js';
import type { LoanMoveRow } from './loan-move.entity.js';
import { movedPeriod } from './loan-move.model.js';
import { LoanMoveRepository } from './loan-move.repository.js';
import { LoanSteps } from './loan-steps.js';
import { askedBy, isOn, type LoanSides, recordLendingMandate } from './loan-sides.js';

/** Other times for an existing loan: checked against right, rules and calendar like a new one. */
@Injectable()
export class LoanTimesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: LoanSteps,
    private readonly booking: BookingService,
    private readonly guard: LoanGuard,
    private readonly moves: LoanMoveRepository,
  ) {}

  /**
   * An extension is checked against right and calendar (E53); if the owner decides each loan, they decide this too.
   */
  @Handles(loanContract.extend)
  extend(request: ExtendLoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanContract.extend, request, async (tx) => {
      const sides = await this.steps.lock(tx, request.loanId);
      const { loan, borrower, resource } = sides;
      if (!sides.owner.visible) tx.authorise(actions.decideLoan, sides.owner);
      const period = extendedPeriod(loan, request.endsAt);
      if (loan.endsAt <= tx.now) throw new DomainError('LOAN_OVER');
      const right = await this.booking.rightFor(tx, resource, borrower, period, askedBy(loan));
      tx.authorise(actions.decideLoan, whoExtends(sides, right));
      requireVersion(tx, loan.version);
      if (loan.heldUntil !== null) throw new DomainError('EXTENSION_ASKED');
      await this.guard.checkTime(tx, { resource, borrower, period, loanId: loan.id, isNewStart: false });
      if (!isOn(tx, sides.owner)) recordLendingMandate(tx, loan, borrower, actions.decideLoan);
      const ends = { endsAt: period.end, heldUntil: null, ...agreedOf(right, period) };
      return this.steps.view(tx, await this.steps.lastUntil(tx, sides, ends));
    });
  }

  /**
   * By the borrower, or by the owner with a reason. The new time is booked and the old one released in one step; if
   * the custodian decides each loan, they decide this one again unless they move it themselves.
   */
  @Handles(loanMoveContract.move)
  move(request: MoveLoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanMoveContract.move, request, async (tx) => {
      const sides = await this.steps.lock(tx, request.loanId);
      const { loan, borrower, resource } = sides;
      tx.authorise(actions.cancelLoan, either(sides));
      requireVersion(tx, loan.version);
      const isOwner = isOn(tx, sides.owner);
      if (!request.reason && !isOn(tx, { paths: borrower.paths })) {
        throw new DomainError('REASON_REQUIRED', { pointer: '/reason' });
      }
      const period = movedPeriod(loan, request, tx.now);
      if (!resource.active) throw new DomainError('RESOURCE_WITHDRAWN');
      if (loan.heldUntil !== null) throw new DomainError('EXTENSION_ASKED');
      const right = await this.booking.rightFor(tx, resource, borrower, period, askedBy(loan));
      await this.guard.checkTime(tx, { resource, borrower, period, loanId: loan.id, isNewStart: true });
      await this.booking.move(tx, resource, loan.id, period);
      await timeFreed(tx, resource);
      await this.moves.add(tx, moveOf(tx, loan, { period, reason: request.reason ?? null }));
      if (!isOwner) recordLendingMandate(tx, loan, borrower, actions.cancelLoan);
      const moved = await this.moved(tx, loan, { period, right, isOwner });
      return this.steps.view(tx, await this.steps.write(tx, moved, loan));
    });
  }

  @Handles(loanMoveContract.list)
  list(request: ListLoanMovesRequest, call: CallContext): Promise<Page<LoanMoveView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      await this.steps.look(tx, request.loanId);
      const rows = await this.moves.list(tx, request);
      return toPage(rows.map(moveViewOf), { limit: request.limit, cursorOf: (view) => [view.number] });
    });
  }

  /** The loan at its new time, and the custodian's new deadline. */
  private async moved(
    tx: Transaction,
    loan: LoanRow,
    {
      period,
      right,
      isOwner,
    }: { readonly period: Period; readonly right: Right | null; readonly isOwner: boolean },
  ): Promise<LoanRow> {
    const mustWait = right?.approval === 'custodian' && !isOwner;
    const decideBy = mustWait ? decisionDeadline(tx.now, period.start, right.decideWithinHours) : null;
    if (decideBy === null) await unschedule(tx, 'loan-request-expiry', loan.id);
    else await schedule(tx, { kind: 'loan-request-expiry', key: loan.id, at: decideBy });
    return {
      ...loan,
      state: mustWait ? 'requested' : 'approved',
      startsAt: period.start,
      endsAt: period.end,
      decideBy,
      ...agreedOf(right, period),
      onSilence: mustWait ? right.onSilence : null,
    };
  }
}

function moveOf(
  tx: Transaction,
  loan: LoanRow,
  { period, reason }: { readonly period: Period; readonly reason: string | null },
): Omit<LoanMoveRow, 'number'> {
  return {
    loanId: loan.id,
    startedAt: loan.startsAt,
    endedAt: loan.endsAt,
    startsAt: period.start,
    endsAt: period.end,
    reason,
    movedBy: tx.personId,
    movedAt: tx.now,
  };
}

function moveViewOf(row: LoanMoveRow): LoanMoveView {
  const { number, startedAt, endedAt, startsAt, endsAt, reason, movedBy, movedAt } = row;
  return {
    number,
    reason,
    movedBy,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    movedAt: movedAt.toISOString(),
  };
}

function whoExtends(sides: LoanSides, right: Right | null): Subject {
  return right?.approval === 'custodian' ? sides.owner : either(sides);
}

function either({ owner, borrower }: LoanSides): Subject {
  return { ...owner, paths: [...(owner.paths ?? []), ...borrower.paths] };
}
