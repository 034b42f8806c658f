import { Injectable } from '@nestjs/common';
import { Done } from '@gongxiang/contracts/core/contract';
import {
  type CreateLoanHoldRequest,
  loanHoldContract,
  type LoanHoldIdRequest,
  type LoanHoldView,
} from '@gongxiang/contracts/sharing/lending/loan-hold.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { BookingService } from '../resource/booking.service.js';
import { timeFreed } from '../resource/time-freed.js';
import type { LoanHoldRow } from './loan-hold.entity.js';
import { hashOfHoldToken, LoanHolds, newHoldToken } from './loan-holds.js';
import { loanPeriod } from './loan.model.js';
import { LoanRequestService } from './loan-request.service.js';

const minutesDefault = 10;
const minuteMs = 60_000;

/** Holds a time for a few minutes while somebody fills in the request: nobody else sees it as free. */
@Injectable()
export class LoanHoldService {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: LoanRequestService,
    private readonly booking: BookingService,
    private readonly holds: LoanHolds,
  ) {}

  /** One per person and resource: choosing another time releases the first. */
  @Handles(loanHoldContract.create)
  create(request: CreateLoanHoldRequest, call: CallContext): Promise<Outcome<LoanHoldView>> {
    const work = async (tx: Transaction): Promise<LoanHoldView> => {
      const { borrower } = await this.requests.authorise(tx, request);
      const period = loanPeriod(request.startsAt, request.endsAt, tx.now);
      const { locked } = await this.requests.lendable(tx, request, { borrower, period });
      const { resource } = locked;
      const before = await this.holds.ofPerson(tx, resource.id);
      if (before !== null) {
        await this.holds.release(tx, before);
        await timeFreed(tx, resource);
      }
      const token = newHoldToken();
      const row: LoanHoldRow = {
        id: newId(),
        resourceId: resource.id,
        personId: tx.personId,
        borrowerUnionId: borrower.id,
        quantity: request.quantity ?? 1,
        startsAt: period.start,
        endsAt: period.end,
        tokenHash: hashOfHoldToken(token),
        expiresAt: new Date(tx.now.getTime() + (request.minutes ?? minutesDefault) * minuteMs),
        createdAt: tx.now,
      };
      await this.booking.take(tx, locked, { id: row.id, period, quantity: row.quantity });
      await this.holds.add(tx, row);
      const view = viewOf(row);
      tx.audit({ noun: 'loanHold', id: row.id, before: null, after: { ...view } });
      return { ...view, token };
    };
    return this.transactions.command(call, loanHoldContract.create, request, work, {
      keep: (view) => ({ ...view, token: null }),
    });
  }

  @Handles(loanHoldContract.remove)
  remove(request: LoanHoldIdRequest, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, loanHoldContract.remove, request, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const { resource } = await this.booking.lock(tx, request.resourceId);
      const hold = await this.holds.ofPerson(tx, resource.id);
      if (hold?.id !== request.holdId) throw new DomainError('NOT_FOUND');
      await this.holds.release(tx, hold);
      await timeFreed(tx, resource);
      tx.audit({ noun: 'loanHold', id: hold.id, before: { ...viewOf(hold) }, after: null });
      return new Done();
    });
  }
}

function viewOf(row: LoanHoldRow): LoanHoldView {
  return {
    id: row.id,
    resourceId: row.resourceId,
    borrowerUnionId: row.borrowerUnionId,
    quantity: row.quantity,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    token: null,
  };
}
