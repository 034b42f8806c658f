import { Injectable } from '@nestjs/common';
import { loanContract, type LoanView, type RequestLoanRequest } from '@gongxiang/contracts';
import { type CallContext, DomainError, newId, type Period } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { type Mandated, mandatesFor, noteActing, placesFor } from '../mandate/acting.js';
import type { UnionRef } from '../reference/reference.entity.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { type BookableResource, BookingService } from '../resource/booking.service.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { acceptedConditions, keptBy } from '../resource/resource.model.js';
import { agreedOf, type Right } from '../resource/right.model.js';
import type { LoanRow } from './loan.entity.js';
import { LoanGuard } from './loan.guard.js';
import { decisionDeadline, loanPeriod } from './loan.model.js';
import { LoanRepository } from './loan.repository.js';
import { loanChanged, loanView } from './loan.view.js';

/** What is asked for: a loan, or a time of which one may come. */
export type AskedLoan = Pick<
  RequestLoanRequest,
  'borrowerUnionId' | 'resourceId' | 'overrideReason' | 'needId' | 'business'
>;

/** A time that a union may have; the resource stays locked until the transaction ends. */
export interface Lendable {
  readonly locked: BookableResource;
  readonly right: Right | null;
}

@Injectable()
export class LoanRequestService {
  constructor(
    private readonly transactions: Transactions,
    private readonly loans: LoanRepository,
    private readonly booking: BookingService,
    private readonly references: ReferenceRepository,
    private readonly guard: LoanGuard,
  ) {}

  request(request: RequestLoanRequest, call: CallContext): Promise<Outcome<LoanView>> {
    return this.transactions.command(call, loanContract.request, request, (tx) => this.lend(tx, request));
  }

  /**
   * Asks for a time and holds it from now on (E52). It is approved at once by an automatic right, by ownership, or where
   * an officer of the owner enters it himself over an overdue loan; else it waits for the custodian until its deadline.
   */
  async lend(tx: Transaction, request: RequestLoanRequest): Promise<LoanView> {
    const { borrower, mandates } = await this.authorise(tx, request);
    const period = loanPeriod(request.startsAt, request.endsAt, tx.now);
    const { locked, right } = await this.lendable(tx, request, { borrower, period });
    const { resource } = locked;
    if (request.holdToken) await this.guard.useHold(tx, resource, { token: request.holdToken, period });
    const conditionsVersion = conditionsOf(request, resource);
    const row = { ...newLoan(tx, request, { resource, right, period }), conditionsVersion };
    await this.booking.take(tx, locked, { id: row.id, period, quantity: row.quantity });
    await this.loans.insert(tx, row);
    if (row.decideBy !== null)
      await schedule(tx, { kind: 'loan-request-expiry', key: row.id, at: row.decideBy });
    const { path } = borrower;
    noteActing(tx, mandates, { rule: actions.requestLoan, scope: 'lending', path, aboutId: row.id });
    await loanChanged(tx, row, null);
    return loanView(row, tx.now, await this.loans.namesOf(tx, [row]));
  }

  /**
   * Whether a union may have a resource for a time, whoever asks and by whatever way (E51); the calendar decides when the
   * time is taken.
   * @throws DomainError what a right, a rule of the resource or the borrower's other loans forbid
   */
  async lendable(
    tx: Transaction,
    asked: AskedLoan,
    { borrower, period }: { readonly borrower: UnionRef; readonly period: Period },
  ): Promise<Lendable> {
    const locked = await this.booking.lock(tx, asked.resourceId, '/resourceId');
    const { resource } = locked;
    if (!resource.active) throw new DomainError('RESOURCE_WITHDRAWN', { pointer: '/resourceId' });
    const union = { ...borrower, unionId: borrower.id };
    const business = asked.business ?? null;
    const right = await this.booking.rightFor(tx, resource, union, period, { business });
    await this.checkBorrower(tx, asked, borrower, resource);
    await this.guard.checkTime(tx, { resource, borrower: union, period, loanId: null, startsAnew: true });
    return { locked, right };
  }

  /** The borrower asks through its officers, or those of a union that it has mandated; to override an overdue loan is the owner's part. */
  async authorise(tx: Transaction, request: AskedLoan): Promise<Applying> {
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
    request: AskedLoan,
    borrower: UnionRef,
    resource: ResourceRow,
  ): Promise<void> {
    if (!request.overrideReason && (await this.loans.hasOverdue(tx, borrower.id, resource.ownerUnionId))) {
      throw new DomainError('OVERDUE_LOANS', { pointer: '/borrowerUnionId' });
    }
    if (request.needId) await this.guard.checkNeed(tx, request.needId, borrower.id);
    const max = resource.loansPerBorrowerMax;
    const isExempt = borrower.sizeClass === 'small' || borrower.sizeClass === 'micro';
    if (max === null || isExempt || borrower.id === resource.ownerUnionId) return;
    if ((await this.loans.countOpen(tx, resource.id, borrower.id)) < max) return;
    throw new DomainError('LOAN_QUOTA_REACHED', { params: { max } });
  }
}

/** Who borrows, and by which mandates others may ask for it. */
export interface Applying {
  readonly borrower: UnionRef;
  readonly mandates: readonly Mandated[];
}

/** A union that lends to itself agrees with nobody, and the owner who enters a loan accepts nothing in the borrower's name. */
export function conditionsOf(
  request: Pick<RequestLoanRequest, 'borrowerUnionId' | 'overrideReason' | 'conditionsVersion'>,
  resource: ResourceRow,
): number | null {
  if (request.borrowerUnionId === resource.ownerUnionId || request.overrideReason) return null;
  return acceptedConditions(resource.conditionsVersion, request.conditionsVersion);
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
    ...servedBy(request),
    ...agreedOf(right, period),
    business: request.business ?? null,
    decideBy: mustWait ? decisionDeadline(tx.now, period.start, right.decideWithinHours) : null,
    onSilence: mustWait ? right.onSilence : null,
    conditionsVersion: null,
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

/** What it is for. */
function servedBy({ activityId, needId }: RequestLoanRequest): Pick<LoanRow, 'activityId' | 'needId'> {
  return { activityId: activityId ?? null, needId: needId ?? null };
}
