import { Injectable } from '@nestjs/common';
import type { LoanView, CreateLoanRequest } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { DomainError, type Period } from '@gongxiang/domain';
import { scheduleAll } from '@gongxiang/messaging/events';
import type { GroupedRequest, Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { type Mandated, recordActing, placesFor } from '../../reference/mandate/acting.js';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository, requireOpen } from '../../reference/reference.repository.js';
import {
  type BookableResource,
  BookingService,
  isTakenInOneRow,
  type Taking,
} from '../resource/booking.service.js';
import { isLimited } from '../resource/quota.model.js';
import type { ResourceRow } from '../resource/resource.entity.js';
import { managedBy } from '../resource/resource.model.js';
import type { Right } from '../resource/right.model.js';
import { attempt } from './attempt.js';
import type { LoanRow } from './loan.entity.js';
import { LoanGuard } from './loan-guard.js';
import { loanPeriod } from './loan.model.js';
import { LoanRepository } from './loan.repository.js';
import { type LoanNames, loansChanged, loanView } from './loan.view.js';
import { conditionsOf, type InNameOf, newLoan } from './new-loan.js';
import { type KnownBorrowers, type RequestFacts, RequestFactsReader } from './request-facts.js';

/** What is requested: a loan, or a time for a possible one. */
type AskedLoan = Pick<
  CreateLoanRequest,
  'borrowerUnionId' | 'resourceId' | 'overrideReason' | 'needId' | 'business' | 'quantity'
>;

/** A request, and in whose name it is made where that is not the union. No request from outside says that. */
interface AskedTogether extends GroupedRequest<CreateLoanRequest> {
  readonly inNameOf?: InNameOf | undefined;
}

/** A time that a union may have; the resource stays locked until the transaction ends. */
interface Lendable {
  readonly locked: BookableResource;
  readonly right: Right | null;
}

/** A request that has passed every rule except the calendar. */
interface Candidate {
  readonly tx: Transaction;
  readonly request: CreateLoanRequest;
  readonly applying: Applying;
  readonly row: LoanRow;
  /** It affects the next request, so it must be written before that is judged. */
  readonly isCounted: boolean;
}

@Injectable()
export class LoanRequestService {
  constructor(
    private readonly loans: LoanRepository,
    private readonly booking: BookingService,
    private readonly references: ReferenceRepository,
    private readonly guard: LoanGuard,
    private readonly factsReader: RequestFactsReader,
  ) {}

  /**
   * Requests a time and reserves it from now on (E52). An automatic right, ownership, or an officer of the owner who
   * overrides an overdue loan approves it at once; otherwise it waits for the custodian until its deadline.
   */
  async lend(tx: Transaction, request: CreateLoanRequest, inNameOf?: InNameOf): Promise<LoanView> {
    const locked = await this.booking.lockKnown(tx, request.resourceId);
    const [loan] = await this.lendAll([{ tx, request, inNameOf }], locked);
    if (loan instanceof DomainError || loan === undefined) throw loan ?? new DomainError('INTERNAL');
    return loan;
  }

  /**
   * The same for many requests for one resource, decided exactly as one after the other. Shared facts are read once,
   * and the approved loans are written together.
   * @param locked null if there is no such resource
   * @returns a loan or a refusal for each
   */
  async lendAll(
    asked: readonly AskedTogether[],
    locked: BookableResource | null,
  ): Promise<(LoanView | DomainError)[]> {
    const [first] = asked;
    if (first === undefined) return [];
    const facts = await this.factsReader.of(first.tx, asked, locked);
    const examined: (Candidate | DomainError)[] = [];
    const refused = new Map<Candidate, DomainError>();
    let waiting: Candidate[] = [];
    const take = async (): Promise<void> => {
      if (locked !== null) for (const [one, why] of await this.take(locked, waiting)) refused.set(one, why);
      waiting = [];
    };
    for (const each of asked) {
      const one = await orRefusal(() => this.examine(each, locked, facts));
      examined.push(one);
      if (one instanceof DomainError) continue;
      if (isAlone(locked, one)) await take();
      waiting.push(one);
      if (one.isCounted || isAlone(locked, one)) await take();
    }
    await take();
    const lent = examined.filter((one) => !(one instanceof DomainError) && !refused.has(one)) as Candidate[];
    const views = await this.publish(lent, facts.names);
    return examined.map((one) =>
      one instanceof DomainError ? one : (refused.get(one) ?? views.get(one) ?? new DomainError('INTERNAL')),
    );
  }

  private async examine(
    { tx, request, inNameOf }: AskedTogether,
    locked: BookableResource | null,
    facts: RequestFacts,
  ): Promise<Candidate> {
    const applying = await this.applying(tx, request, facts);
    const { borrower } = applying;
    const period = loanPeriod(request.startsAt, request.endsAt, tx.now);
    if (locked === null) throw new DomainError('NOT_FOUND', { pointer: '/resourceId' });
    const { resource } = locked;
    const { overdueIds, owner } = facts;
    const right = await this.judge(tx, request, { borrower, period, resource, overdueIds, owner });
    const conditionsVersion = conditionsOf(request, resource);
    const row = { ...newLoan(tx, request, { resource, right, period, inNameOf }), conditionsVersion };
    const isCounted = facts.countsLoans || (right !== null && isLimited(right.quota));
    return { tx, request, applying, row, isCounted };
  }

  /** Books the times, and writes the loans of those that succeeded. @returns the refusals of the others */
  private async take(
    locked: BookableResource,
    candidates: readonly Candidate[],
  ): Promise<ReadonlyMap<Candidate, DomainError>> {
    const [first] = candidates;
    if (first === undefined) return new Map();
    const results = isAlone(locked, first)
      ? [await orRefusal(() => attempt(first.tx, (part) => this.takeAlone(part, locked, first)))]
      : await this.booking.takeEach(first.tx, locked, candidates.map(takingOf));
    const refused = new Map<Candidate, DomainError>();
    const taken = candidates.filter((one, place) => {
      const result = results[place];
      if (result instanceof DomainError) refused.set(one, result);
      return !(result instanceof DomainError);
    });
    if (taken.length > 0)
      first.tx.send(
        this.loans.insertAll(
          first.tx,
          taken.map(({ row }) => row),
        ),
      );
    return refused;
  }

  /** In place of a hold, or in several calendar rows: a refusal leaves nothing behind. */
  private async takeAlone(tx: Transaction, locked: BookableResource, one: Candidate): Promise<void> {
    const { holdToken: token } = one.request;
    const { period } = takingOf(one);
    if (token) await this.guard.useHold(tx, locked.resource, { token, period });
    await this.booking.take(tx, locked, takingOf(one));
  }

  /** Publishes the new loans and builds the answers. */
  private async publish(
    lent: readonly Candidate[],
    names: LoanNames,
  ): Promise<ReadonlyMap<Candidate, LoanView>> {
    const [first] = lent;
    if (first === undefined) return new Map();
    const expiries = lent.flatMap(({ row: { id: key, decideBy: at } }) =>
      at === null ? [] : { kind: 'loan-request-expiry', key, at },
    );
    first.tx.send(scheduleAll(first.tx, expiries));
    for (const { tx, row, applying } of lent) {
      const { borrower, mandates } = applying;
      const deed = { rule: actions.requestLoan, scope: 'lending', path: borrower.path } as const;
      recordActing(tx, mandates, { ...deed, aboutId: row.id });
    }
    await loansChanged(lent.map(({ tx, row }) => ({ tx, row, before: null })));
    return new Map(lent.map((one) => [one, loanView(one.row, one.tx.now, names)]));
  }

  /**
   * Checks whether a union may have a resource for a time, for every way of requesting (E51); the calendar decides
   * when the time is booked.
   * @throws DomainError what a right, a rule of the resource or the borrower's other loans forbid
   */
  async lendable(
    tx: Transaction,
    asked: AskedLoan,
    { borrower, period }: { readonly borrower: UnionRef; readonly period: Period },
  ): Promise<Lendable> {
    const locked = await this.booking.lock(tx, asked.resourceId, '/resourceId');
    const { resource } = locked;
    const { overdueIds, owner } = await this.factsReader.sides(tx, [borrower.id], resource);
    return { locked, right: await this.judge(tx, asked, { borrower, period, resource, overdueIds, owner }) };
  }

  private async judge(
    tx: Transaction,
    asked: AskedLoan,
    { borrower, period, resource, overdueIds, owner }: Judged,
  ): Promise<Right | null> {
    if (!resource.active) throw new DomainError('RESOURCE_WITHDRAWN', { pointer: '/resourceId' });
    requireOpen(borrower, '/borrowerUnionId');
    if (owner !== null) requireOpen(owner, '/resourceId');
    const union = { ...borrower, unionId: borrower.id };
    const { business = null, quantity } = asked;
    const right = await this.booking.rightFor(tx, resource, union, period, {
      business,
      quantity: quantity ?? 1,
    });
    const isOverdue = !asked.overrideReason && overdueIds.has(borrower.id);
    if (isOverdue) throw new DomainError('OVERDUE_LOANS', { pointer: '/borrowerUnionId' });
    if (asked.needId) await this.guard.checkNeed(tx, asked.needId, borrower.id);
    await this.checkShare(tx, borrower, resource);
    await this.guard.checkTime(tx, { resource, borrower: union, period, loanId: null, isNewStart: true });
    return right;
  }

  /**
   * The borrower's officers, or those of a union it has mandated, may request; only the owner may override an overdue
   * loan.
   */
  async authorise(tx: Transaction, request: AskedLoan): Promise<Applying> {
    return this.applying(tx, request, await this.factsReader.borrowers(tx, [request.borrowerUnionId]));
  }

  private async applying(
    tx: Transaction,
    request: AskedLoan,
    { borrowers, mandates }: KnownBorrowers,
  ): Promise<Applying> {
    const { borrowerUnionId: id } = request;
    const borrower = borrowers.get(id) ?? (await this.references.union(tx, id, '/borrowerUnionId'));
    if (!request.overrideReason) {
      tx.authorise(actions.requestLoan, { paths: placesFor(borrower.path, mandates), visible: true });
      return { borrower, mandates };
    }
    const resource = await this.booking.find(tx, request.resourceId);
    if (resource === null) throw new DomainError('NOT_FOUND', { pointer: '/resourceId' });
    const owner = await this.references.union(tx, resource.ownerUnionId);
    tx.authorise(actions.overrideOverdue, managedBy(resource, owner.path));
    return { borrower, mandates: [] };
  }

  /** The limit of loans of one thing per union, except small ones and the owner (E65). */
  private async checkShare(tx: Transaction, borrower: UnionRef, resource: ResourceRow): Promise<void> {
    const max = resource.loansPerBorrowerMax;
    const isExempt = borrower.sizeClass === 'small' || borrower.sizeClass === 'micro';
    if (max === null || isExempt || borrower.id === resource.ownerUnionId) return;
    if ((await this.loans.countOpen(tx, resource.id, borrower.id)) < max) return;
    throw new DomainError('LOAN_QUOTA_REACHED', { params: { max } });
  }
}

/** What the rules judge, independently of the calendar. */
interface Judged {
  readonly borrower: UnionRef;
  readonly period: Period;
  readonly resource: ResourceRow;
  readonly overdueIds: ReadonlySet<string>;
  readonly owner: RequestFacts['owner'];
}

/** The borrower, and the mandates by which others may request for it. */
interface Applying {
  readonly borrower: UnionRef;
  readonly mandates: readonly Mandated[];
}

/** Whether its time must be booked separately: if it takes more than one calendar row, or replaces a hold. */
function isAlone(locked: BookableResource | null, { request }: Candidate): boolean {
  return Boolean(request.holdToken) || (locked !== null && !isTakenInOneRow(locked));
}

function takingOf({ row }: Candidate): Taking {
  return { id: row.id, period: { start: row.startsAt, end: row.endsAt }, quantity: row.quantity };
}

/** Returns a broken rule as a value, since others are decided in the same batch. */
async function orRefusal<T>(work: () => Promise<T>): Promise<T | DomainError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
