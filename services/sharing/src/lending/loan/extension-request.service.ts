import { Injectable } from '@nestjs/common';
import {
  type AskExtensionRequest,
  extensionRequestContract,
  type ExtensionRequestIdRequest,
  extensionRequestsMax,
  type ExtensionRequestsRequest,
  type ExtensionRequestsView,
  type ExtensionRequestView,
  type ExtensionState,
  type RefuseExtensionRequest,
} from '@gongxiang/contracts/sharing/lending/extension-request.contract';
import { type CallContext, DomainError, mayDo, newId } from '@gongxiang/domain';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { agreedOf, type Right } from '../resource/right.model.js';
import type { ExtensionRequestRow } from './extension-request.entity.js';
import { ExtensionRequestRepository } from './extension-request.repository.js';
import type { LoanRow } from './loan.entity.js';
import { awaitsMayChange } from './loan-awaits-due.js';
import { LoanGuard } from './loan-guard.js';
import { decisionDeadline, extendedPeriod } from './loan.model.js';
import { LoanNotices } from './loan-notices.js';
import type { LoanSides } from './loan-sides.js';
import { extensionExpiryDue, LoanSteps } from './loan-steps.js';

type Kind = 'extensionApproved' | 'extensionRefused';

/** Extensions that the owner decides: the borrower asks, the time is reserved, the owner answers (E53). */
@Injectable()
export class ExtensionRequestService {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: LoanSteps,
    private readonly guard: LoanGuard,
    private readonly requests: ExtensionRequestRepository,
    private readonly notices: LoanNotices,
  ) {}

  /**
   * With an automatic right the extension is immediate. The time after the loan is reserved from now on by the same
   * constraint.
   * @throws DomainError `SLOT_TAKEN`, `NO_RIGHT_OF_USE`, `EXTENSION_ASKED`, `EXTENSIONS_TOO_MANY`, `LOAN_OVER`, as  
   * {@link extendedPeriod} does
   */
  @Handles(extensionRequestContract.ask)
  ask(request: AskExtensionRequest, call: CallContext): Promise<Outcome<ExtensionRequestView>> {
    return this.transactions.command(call, extensionRequestContract.ask, request, async (tx) => {
      const sides = await this.steps.lock(tx, request.loanId);
      const { loan } = sides;
      this.authoriseBorrower(tx, sides);
      const period = extendedPeriod(loan, request.endsAt);
      if (loan.endsAt <= tx.now) throw new DomainError('LOAN_OVER');
      if (loan.heldUntil !== null) throw new DomainError('EXTENSION_ASKED');
      if ((await this.requests.listOf(tx, loan.id)).length >= extensionRequestsMax) {
        throw new DomainError('EXTENSIONS_TOO_MANY', { params: { max: extensionRequestsMax } });
      }
      const right = await this.guard.checkExtension(tx, sides, period);
      const mustWait = right?.approval === 'custodian';
      const ends = mustWait
        ? { endsAt: loan.endsAt, heldUntil: period.end }
        : { endsAt: period.end, heldUntil: null, ...agreedOf(right, period) };
      await this.steps.lastUntil(tx, sides, ends);
      const row = newRequest(tx, request, loan, mustWait ? right : null);
      await this.requests.insert(tx, row);
      tx.audit({ noun: 'extensionRequest', id: row.id, after: audited(row) });
      if (mustWait) {
        await schedule(tx, { kind: extensionExpiryDue, key: loan.id, at: row.decideBy });
        await awaitsMayChange(tx, loan.id);
      }
      return requestView(row);
    });
  }

  @Handles(extensionRequestContract.list)
  list(request: ExtensionRequestsRequest, call: CallContext): Promise<ExtensionRequestsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const { loan, owner } = await this.steps.look(tx, request.loanId);
      const rows = await this.requests.listOf(tx, loan.id);
      const mayDecide = call.actor !== null && mayDo(call.actor, actions.decideLoan, owner);
      return { items: rows.map(requestView), mayDecide };
    });
  }

  /** The right is checked again, as it may have been revoked meanwhile. */
  @Handles(extensionRequestContract.approve)
  approve(request: ExtensionRequestIdRequest, call: CallContext): Promise<Outcome<ExtensionRequestView>> {
    return this.transactions.command(call, extensionRequestContract.approve, request, async (tx) => {
      const { sides, row } = await this.take(tx, request);
      const { loan } = sides;
      tx.authorise(actions.decideLoan, sides.owner);
      requireVersion(tx, row.version);
      requireAsked(row, loan);
      const period = { start: loan.startsAt, end: row.endsAt };
      const right = await this.guard.checkExtension(tx, sides, period);
      const ends = { endsAt: row.endsAt, heldUntil: null, ...agreedOf(right, period) };
      await this.steps.lastUntil(tx, sides, ends);
      return requestView(await this.settle(tx, loan, row, { state: 'approved', refusal: null }));
    });
  }

  @Handles(extensionRequestContract.refuse)
  refuse(request: RefuseExtensionRequest, call: CallContext): Promise<Outcome<ExtensionRequestView>> {
    return this.transactions.command(call, extensionRequestContract.refuse, request, async (tx) => {
      const { sides, row } = await this.take(tx, request);
      tx.authorise(actions.decideLoan, sides.owner);
      requireVersion(tx, row.version);
      requireAsked(row, sides.loan);
      await this.letGo(tx, sides);
      const answer = { state: 'refused', refusal: request.reason } as const;
      return requestView(await this.settle(tx, sides.loan, row, answer));
    });
  }

  @Handles(extensionRequestContract.withdraw)
  withdraw(request: ExtensionRequestIdRequest, call: CallContext): Promise<Outcome<ExtensionRequestView>> {
    return this.transactions.command(call, extensionRequestContract.withdraw, request, async (tx) => {
      const { sides, row } = await this.take(tx, request);
      this.authoriseBorrower(tx, sides);
      requireVersion(tx, row.version);
      requireAsked(row, sides.loan);
      await this.letGo(tx, sides);
      return requestView(await this.settle(tx, sides.loan, row, { state: 'withdrawn', refusal: null }));
    });
  }

  /** No decision in time, or the loan is over: the reserved time is free again. */
  async expire(tx: Transaction, loanId: string): Promise<void> {
    const sides = await this.steps.lock(tx, loanId);
    const row = await this.requests.asked(tx, loanId);
    if (row === null) return;
    const isHeld = sides.loan.heldUntil !== null;
    if (isHeld) await this.letGo(tx, sides);
    await this.settle(tx, sides.loan, row, { state: isHeld ? 'expired' : 'ended', refusal: null });
  }

  private async take(
    tx: Transaction,
    { loanId, extensionRequestId }: ExtensionRequestIdRequest,
  ): Promise<{ sides: LoanSides; row: ExtensionRequestRow }> {
    const sides = await this.steps.lock(tx, loanId);
    if (!sides.owner.visible) throw new DomainError('NOT_FOUND');
    const row = await this.requests.find(tx, loanId, extensionRequestId);
    if (row === null) throw new DomainError('NOT_FOUND');
    return { sides, row };
  }

  /**
   * Officers of the borrower, and the person who requested the loan; not whoever has asked a union for it, as more time may
   * cost the union more.
   */
  private authoriseBorrower(tx: Transaction, { loan, borrower, owner }: LoanSides): void {
    const visible = owner.visible === true;
    const requester = loan.partyKind === null ? { personId: loan.requestedBy } : {};
    tx.authorise(actions.cancelLoan, { paths: borrower.paths, ...requester, visible });
  }

  private async letGo(tx: Transaction, sides: LoanSides): Promise<void> {
    const { endsAt } = sides.loan;
    await this.steps.lastUntil(tx, sides, { endsAt, heldUntil: null });
  }

  private async settle(
    tx: Transaction,
    loan: LoanRow,
    before: ExtensionRequestRow,
    answer: { readonly state: ExtensionState; readonly refusal: string | null },
  ): Promise<ExtensionRequestRow> {
    const decidedBy = tx.call.actor?.personId ?? null;
    const row = { ...before, ...answer, version: before.version + 1, decidedBy, decidedAt: tx.now };
    await this.requests.update(tx, row);
    await unschedule(tx, extensionExpiryDue, loan.id);
    await awaitsMayChange(tx, loan.id);
    tx.audit({ noun: 'extensionRequest', id: row.id, before: audited(before), after: audited(row) });
    if (row.state === 'approved') await this.notify(tx, loan, row, 'extensionApproved');
    if (row.state === 'refused' || row.state === 'expired')
      await this.notify(tx, loan, row, 'extensionRefused');
    return row;
  }

  private async notify(tx: Transaction, loan: LoanRow, row: ExtensionRequestRow, kind: Kind): Promise<void> {
    const values = { at: row.endsAt.toISOString(), reason: row.refusal };
    await this.notices.notifyBorrower(tx, loan, { kind, cause: `${kind}/${row.id}`, values });
  }
}

/** @throws DomainError `ILLEGAL_TRANSITION` if it is decided, or the loan is over */
function requireAsked({ state }: ExtensionRequestRow, { heldUntil }: LoanRow): void {
  if (state === 'asked' && heldUntil !== null) return;
  throw new DomainError('ILLEGAL_TRANSITION', { params: { state, step: 'decide' } });
}

function newRequest(
  tx: Transaction,
  { endsAt, reason }: AskExtensionRequest,
  loan: LoanRow,
  waitsFor: Right | null,
): ExtensionRequestRow {
  const mustWait = waitsFor !== null;
  return {
    loanId: loan.id,
    id: newId(),
    version: 1,
    endsAt: new Date(endsAt),
    reason: reason ?? null,
    state: mustWait ? 'asked' : 'approved',
    askedBy: tx.personId,
    askedAt: tx.now,
    decideBy: mustWait ? decisionDeadline(tx.now, loan.endsAt, waitsFor.decideWithinHours) : tx.now,
    decidedBy: null,
    decidedAt: mustWait ? null : tx.now,
    refusal: null,
  };
}

function requestView(row: ExtensionRequestRow): ExtensionRequestView {
  const { id, version, loanId, reason, state, refusal } = row;
  return {
    id,
    version,
    loanId,
    endsAt: row.endsAt.toISOString(),
    reason,
    state,
    refusal,
    askedAt: row.askedAt.toISOString(),
    decideBy: row.decideBy.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

function audited({ loanId, endsAt, state, reason, refusal }: ExtensionRequestRow): Record<string, unknown> {
  return { loanId, endsAt: endsAt.toISOString(), state, reason, refusal };
}
