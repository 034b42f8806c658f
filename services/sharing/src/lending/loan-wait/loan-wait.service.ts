import { Injectable } from '@nestjs/common';
import {
  type CreateLoanWaitRequest,
  loanWaitContract,
  type LoanWaitIdRequest,
  type LoanWaitView,
} from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import { type ActionRule, type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { LoanRequestService } from '../loan/loan-request.service.js';
import { conditionsOf } from '../loan/new-loan.js';
import { BookingService, checkQuantity } from '../resource/booking.service.js';
import { timeFreed } from '../resource/time-freed.js';
import { LoanWaitEditing } from './loan-wait-editing.js';
import type { LoanWaitRow } from './loan-wait.entity.js';
import { checkWanted } from './loan-wait.model.js';

/** Waiting for a time of a resource, and answering offers. */
@Injectable()
export class LoanWaitService {
  constructor(
    private readonly transactions: Transactions,
    private readonly editing: LoanWaitEditing,
    private readonly requests: LoanRequestService,
    private readonly booking: BookingService,
  ) {}

  /** The waitlist is served shortly after, as when a time is freed: it then offers what is free already. */
  @Handles(loanWaitContract.create)
  create(request: CreateLoanWaitRequest, call: CallContext): Promise<Outcome<LoanWaitView>> {
    return this.transactions.command(call, loanWaitContract.create, request, async (tx) => {
      await this.requests.authorise(tx, request);
      const row = newWait(tx, request);
      checkWanted(row, tx.now);
      const { resource } = await this.booking.lock(tx, request.resourceId, '/resourceId');
      if (!resource.active) throw new DomainError('RESOURCE_WITHDRAWN', { pointer: '/resourceId' });
      checkQuantity(resource, row.quantity);
      const conditionsVersion = conditionsOf(request, resource);
      await this.editing.join(tx, { ...row, conditionsVersion });
      await timeFreed(tx, resource);
      return this.editing.view(tx, row);
    });
  }

  /** The time is reserved since the offer was made; whether they may have it is checked again. */
  @Handles(loanWaitContract.accept)
  accept(request: LoanWaitIdRequest, call: CallContext): Promise<Outcome<LoanWaitView>> {
    return this.transactions.command(call, loanWaitContract.accept, request, async (tx) => {
      const row = await this.lock(tx, request.waitId, actions.requestLoan);
      if (row.state === 'accepted') return new ExistingResult(await this.editing.view(tx, row));
      const { offeredFrom, offeredTo, offerExpiresAt } = row;
      const isOpen = row.state === 'offered' && offerExpiresAt !== null && tx.now < offerExpiresAt;
      if (!isOpen || offeredFrom === null || offeredTo === null) throw new DomainError('WAIT_OFFER_MISSING');
      await this.booking.release(tx, row.id);
      const { borrowerUnionId, resourceId, purpose, quantity, business, conditionsVersion } = row;
      const period = { startsAt: offeredFrom.toISOString(), endsAt: offeredTo.toISOString() };
      const asked = { borrowerUnionId, resourceId, purpose, quantity, business, conditionsVersion };
      const loan = await this.requests.lend(tx, { ...asked, ...period });
      return this.editing.change(tx, row, { state: 'accepted', loanId: loan.id });
    });
  }

  @Handles(loanWaitContract.withdraw)
  withdraw(request: LoanWaitIdRequest, call: CallContext): Promise<Outcome<LoanWaitView>> {
    return this.transactions.command(call, loanWaitContract.withdraw, request, async (tx) => {
      const row = await this.lock(tx, request.waitId, actions.cancelLoan);
      const { state } = row;
      if (state === 'withdrawn') return new ExistingResult(await this.editing.view(tx, row));
      if (state !== 'waiting' && state !== 'offered') {
        throw new DomainError('ILLEGAL_TRANSITION', { params: { state, step: 'withdraw' } });
      }
      if (state === 'offered') {
        await this.booking.release(tx, row.id);
        await timeFreed(tx, { id: row.resourceId });
      }
      return this.editing.change(tx, row, { state: 'withdrawn' });
    });
  }

  /** Locks the resource first, like everything that takes its time; then reads the wait. */
  private async lock(tx: Transaction, waitId: string, rule: ActionRule): Promise<LoanWaitRow> {
    const known = await this.editing.find(tx, waitId);
    tx.authorise(rule, await this.editing.sideOf(tx, known));
    await this.booking.lock(tx, known.resourceId);
    return this.editing.find(tx, waitId);
  }
}

function newWait(tx: Transaction, request: CreateLoanWaitRequest): LoanWaitRow {
  const { resourceId, borrowerUnionId, durationMinutes, purpose } = request;
  return {
    id: newId(),
    version: 1,
    resourceId,
    borrowerUnionId,
    requestedBy: tx.personId,
    windowFrom: new Date(request.windowFrom),
    windowTo: new Date(request.windowTo),
    durationMinutes,
    latestDecisionAt: new Date(request.latestDecisionAt),
    purpose,
    quantity: request.quantity ?? 1,
    business: request.business ?? null,
    conditionsVersion: null,
    state: 'waiting',
    hindrance: null,
    lookedAt: null,
    offeredFrom: null,
    offeredTo: null,
    offerExpiresAt: null,
    loanId: null,
    createdAt: tx.now,
  };
}
