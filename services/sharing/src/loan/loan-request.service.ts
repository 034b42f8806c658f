import { Injectable } from '@nestjs/common';
import { loanContract, type LoanView, type RequestLoanRequest } from '@gongxiang/contracts';
import { type CallContext, DomainError, newId, type Period } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { type Mandated, mandatesFor, noteActing, placesFor } from '../mandate/acting.js';
import { NeedRepository } from '../need/need.repository.js';
import type { UnionRef } from '../reference/reference.entity.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { BookingService } from '../resource/booking.service.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { keptBy } from '../resource/resource.model.js';
import { agreedOf, type Right } from '../resource/right.model.js';
import type { LoanRow } from './loan.entity.js';
import { decisionDeadline, loanPeriod } from './loan.model.js';
import { LoanRepository } from './loan.repository.js';
import { loanChanged, loanView } from './loan.view.js';

@Injectable()
export class LoanRequestService {
  constructor(
    private readonly transactions: Transactions,
    private readonly loans: LoanRepository,
    private readonly booking: BookingService,
    private readonly references: ReferenceRepository,
    private readonly needs: NeedRepository,
  ) {}

  /**
   * Asks for a time and holds it from now on (E52). It is approved at once by an automatic right, by ownership, or where
   * an officer of the owner enters it himself over an overdue loan; else it waits for the custodian until its deadline.
   */
  request(request: RequestLoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanContract.request, request, async (tx) => {
      const { borrower, mandates } = await this.authorise(tx, request);
      const period = loanPeriod(request.startsAt, request.endsAt, tx.now);
      const locked = await this.booking.lock(tx, request.resourceId, '/resourceId');
      const { resource } = locked;
      if (!resource.active) throw new DomainError('RESOURCE_WITHDRAWN', { pointer: '/resourceId' });
      const asked = { business: request.business ?? null };
      const who = { ...borrower, unionId: borrower.id };
      const right = await this.booking.rightFor(tx, resource, who, period, asked);
      await this.checkBorrower(tx, request, borrower, resource);
      const row = newLoan(tx, request, { resource, right, period });
      await this.booking.take(tx, locked, { id: row.id, period, quantity: row.quantity });
      await this.loans.insert(tx, row);
      if (row.decideBy !== null)
        await schedule(tx, { kind: 'loan-request-expiry', key: row.id, at: row.decideBy });
      const { path } = borrower;
      noteActing(tx, mandates, { rule: actions.requestLoan, scope: 'lending', path, aboutId: row.id });
      await loanChanged(tx, row, null);
      return loanView(row, tx.now, await this.loans.namesOf(tx, [row]));
    });
  }

  /** The borrower asks through its officers, or those of a union that it has mandated; to override an overdue loan is the owner's part. */
  private async authorise(tx: Transaction, request: RequestLoanRequest): Promise<Applying> {
    const borrower = await this.references.union(tx, request.borrowerUnionId, '/borrowerUnionId');
    if (!request.overrideReason) {
      const mandates = await mandatesFor(tx, { scope: 'lending', forPaths: [borrower.path] });
      tx.authorise(actions.requestLoan, { paths: placesFor(borrower.path, mandates), visible: true });
      return { borrower, mandates };
    }
    const resource = await this.booking.find(tx, request.resourceId);
    if (resource === null) throw new DomainError('NOT_FOUND', { pointer: '/resourceId' });
    const owner = await this.references.union(tx, resource.ownerUnionId);
    tx.authorise(actions.overrideOverdue, keptBy(resource, owner.path));
    return { borrower, mandates: [] };
  }

  /** What keeps a borrower from a further loan: one that is overdue (E63), or too many of the same thing (E65). */
  private async checkBorrower(
    tx: Transaction,
    request: RequestLoanRequest,
    borrower: UnionRef,
    resource: ResourceRow,
  ): Promise<void> {
    if (!request.overrideReason && (await this.loans.hasOverdue(tx, borrower.id, resource.ownerUnionId))) {
      throw new DomainError('OVERDUE_LOANS', { pointer: '/borrowerUnionId' });
    }
    if (request.needId) await this.checkNeed(tx, request.needId, borrower.id);
    const max = resource.loansPerBorrowerMax;
    const isExempt = borrower.sizeClass === 'small' || borrower.sizeClass === 'micro';
    if (max === null || isExempt || borrower.id === resource.ownerUnionId) return;
    if ((await this.loans.countOpen(tx, resource.id, borrower.id)) < max) return;
    throw new DomainError('LOAN_QUOTA_REACHED', { params: { max } });
  }

  private async checkNeed(tx: Transaction, needId: string, borrowerUnionId: string): Promise<void> {
    const need = await this.needs.findById(tx, needId);
    if (need === null) throw new DomainError('NOT_FOUND', { pointer: '/needId' });
    if (need.unionId !== borrowerUnionId) throw new DomainError('NEED_NOT_BORROWERS', { pointer: '/needId' });
  }
}

interface Applying {
  readonly borrower: UnionRef;
  readonly mandates: readonly Mandated[];
}

function newLoan(
  tx: Transaction,
  request: RequestLoanRequest,
  { resource, right, period }: { resource: ResourceRow; right: Right | null; period: Period },
): LoanRow {
  const mustWait = right?.approval === 'custodian' && !request.overrideReason;
  return {
    id: newId(),
    version: 1,
    resourceId: resource.id,
    function: resource.function,
    ownerUnionId: resource.ownerUnionId,
    borrowerUnionId: request.borrowerUnionId,
    requestedBy: tx.personId,
    state: mustWait ? 'requested' : 'approved',
    startsAt: period.start,
    endsAt: period.end,
    purpose: request.purpose,
    quantity: request.quantity ?? 1,
    activityId: request.activityId ?? null,
    needId: request.needId ?? null,
    ...agreedOf(right, period),
    business: request.business ?? null,
    decideBy: mustWait ? decisionDeadline(tx.now, period.start, right.decideWithinHours) : null,
    onSilence: mustWait ? right.onSilence : null,
    reasonCode: null,
    reason: null,
    overrideReason: request.overrideReason ?? null,
    handedOverAt: null,
    returnedAt: null,
    closedAt: null,
    heldUntil: null,
    createdAt: tx.now,
    requesterLeft: false,
  };
}
