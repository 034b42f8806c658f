import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type AgreePartyLoan,
  type AskPartyLoan,
  type DeclinePartyLoan,
  type ListPartyLoans,
  partyLoanContract,
  type PartyLoanId,
  type PartyLoanState,
  type PartyLoanView,
} from '@gongxiang/contracts/sharing/lending/party-loan.contract';
import { type ActionRule, type CallContext, DomainError, newId, reachOf } from '@gongxiang/domain';
import { OnDue } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { authoriseMatter, type MatterSubject, mayInMatter } from '../../reference/delegation/delegated.js';
import { matterOf } from '../../reference/delegation/delegation.model.js';
import { ReferenceRepository, requireOpen } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { loanPeriod } from '../loan/loan.model.js';
import { LoanRequestService } from '../loan/loan-request.service.js';
import { BookingService } from '../resource/booking.service.js';
import { PartyLoanChanges, partyLoanLapseDue } from './party-loan-changes.js';
import type { PartyLoanRow } from './party-loan.entity.js';
import { requireOther, requireRoom, requireWaiting } from './party-loan.model.js';
import { PartyLoanRepository } from './party-loan.repository.js';
import { partyLoanViewOf } from './party-loan.view.js';

/** Whoever acts for a party asks its union to borrow; the union stands for it, and then it is a loan like any other. */
@Injectable()
export class PartyLoanService {
  constructor(
    private readonly transactions: Transactions,
    private readonly partyLoans: PartyLoanRepository,
    private readonly changes: PartyLoanChanges,
    private readonly references: ReferenceRepository,
    private readonly booking: BookingService,
    private readonly requests: LoanRequestService,
  ) {}

  /** @throws DomainError `NOT_PERMITTED`, `NOT_FOUND`, `PARTY_CLOSED`, `RESOURCE_WITHDRAWN`, `PARTY_LOANS_TOO_MANY` */
  @Handles(partyLoanContract.ask)
  ask(request: AskPartyLoan, call: CallContext): Promise<Outcome<PartyLoanView>> {
    return this.transactions.command(call, partyLoanContract.ask, request, async (tx) => {
      const party = await this.references.party(tx, request.party, '/party/id');
      const subject = { paths: [party.unionPath], matters: matterOf(request.party), visible: true };
      await authoriseMatter(tx, actions.askPartyLoan, subject);
      requireOpen(party, '/party/id');
      const period = loanPeriod(request.startsAt, request.endsAt, tx.now);
      const resource = await this.booking.find(tx, request.resourceId);
      if (resource === null) throw new DomainError('NOT_FOUND', { pointer: '/resourceId' });
      if (!resource.active) throw new DomainError('RESOURCE_WITHDRAWN', { pointer: '/resourceId' });
      // Two who act for one party may ask at once.
      await this.references.unionLocked(tx, party.unionId);
      const { kind: partyKind, id: partyId } = request.party;
      requireRoom(await this.partyLoans.countWaiting(tx, { partyKind, partyId }));
      const row: PartyLoanRow = {
        id: newId(),
        version: 1,
        partyKind,
        partyId,
        partyName: party.name,
        unionId: party.unionId,
        resourceId: resource.id,
        startsAt: period.start,
        endsAt: period.end,
        purpose: request.purpose,
        quantity: request.quantity ?? 1,
        business: request.business ?? null,
        state: 'waiting',
        reason: null,
        loanId: null,
        requestedBy: tx.personId,
        requestedAt: tx.now,
        decidedBy: null,
        decidedAt: null,
      };
      await this.changes.add(tx, row);
      return this.view(tx, row);
    });
  }

  /**
   * The union asks for it: right, rules, calendar and what it owes are judged now and as for any loan of it.
   * @throws DomainError `PARTY_LOAN_OWN`, `ILLEGAL_TRANSITION`, what the request for a loan refuses
   */
  @Handles(partyLoanContract.agree)
  agree(request: AgreePartyLoan, call: CallContext): Promise<Outcome<PartyLoanView>> {
    return this.transactions.command(call, partyLoanContract.agree, request, async (tx) => {
      const before = await this.lockToDecide(tx, request, 'agreed');
      const { partyKind, partyId, partyName, requestedBy: askedBy } = before;
      const loan = await this.requests.lend(
        tx,
        {
          borrowerUnionId: before.unionId,
          resourceId: before.resourceId,
          startsAt: before.startsAt.toISOString(),
          endsAt: before.endsAt.toISOString(),
          purpose: before.purpose,
          quantity: before.quantity,
          business: before.business,
          conditionsVersion: request.conditionsVersion ?? null,
        },
        { partyKind, partyId, partyName, askedBy },
      );
      return this.decided(tx, before, { state: 'agreed', loanId: loan.id });
    });
  }

  @Handles(partyLoanContract.decline)
  decline(request: DeclinePartyLoan, call: CallContext): Promise<Outcome<PartyLoanView>> {
    return this.transactions.command(call, partyLoanContract.decline, request, async (tx) => {
      const before = await this.lockToDecide(tx, request, 'declined');
      return this.decided(tx, before, { state: 'declined', reason: request.reason });
    });
  }

  @Handles(partyLoanContract.withdraw)
  withdraw(request: PartyLoanId, call: CallContext): Promise<Outcome<PartyLoanView>> {
    return this.transactions.command(call, partyLoanContract.withdraw, request, async (tx) => {
      const before = await this.lock(tx, request.partyLoanId, actions.withdrawPartyLoan);
      requireWaiting(before.state, 'withdrawn');
      return this.view(tx, await this.changes.save(tx, before, { state: 'withdrawn' }));
    });
  }

  @Handles(partyLoanContract.get)
  get({ partyLoanId }: PartyLoanId, call: CallContext): Promise<PartyLoanView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.partyLoans.findById(tx, partyLoanId);
      if (row === null) throw new DomainError('NOT_FOUND');
      await authoriseMatter(tx, actions.seeLoan, await this.subjectOf(tx, row));
      return this.view(tx, row);
    });
  }

  @Handles(partyLoanContract.list)
  list(request: ListPartyLoans, call: CallContext): Promise<Page<PartyLoanView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const filter = { ...request, personId: tx.personId };
      const rows = await this.partyLoans.list(tx, filter, reachOf(call.actor, actions.seeLoan));
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      const names = await this.partyLoans.namesOf(
        tx,
        page.items.map(({ id }) => id),
      );
      return { ...page, items: page.items.map((row) => partyLoanViewOf(row, names.get(row.id))) };
    });
  }

  @OnDue(partyLoanLapseDue)
  async lapse(tx: Transaction, id: string): Promise<void> {
    const row = await this.partyLoans.lockById(tx, id);
    if (row?.state === 'waiting') await this.changes.save(tx, row, { state: 'lapsed' });
  }

  private async lockToDecide(
    tx: Transaction,
    { partyLoanId }: PartyLoanId,
    to: PartyLoanState,
  ): Promise<PartyLoanRow> {
    const row = await this.lock(tx, partyLoanId, actions.requestLoan);
    requireVersion(tx, row.version);
    requireWaiting(row.state, to);
    requireOther(row.requestedBy, tx.personId);
    return row;
  }

  private async lock(tx: Transaction, id: string, rule: ActionRule): Promise<PartyLoanRow> {
    const row = await this.partyLoans.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const subject = await this.subjectOf(tx, row);
    const visible = await mayInMatter(tx, actions.seeLoan, subject);
    await authoriseMatter(tx, rule, { ...subject, visible });
    return row;
  }

  private async decided(
    tx: Transaction,
    before: PartyLoanRow,
    changes: Pick<PartyLoanRow, 'state'> & Partial<PartyLoanRow>,
  ): Promise<PartyLoanView> {
    const decision = { ...changes, decidedBy: tx.personId, decidedAt: tx.now };
    return this.view(tx, await this.changes.save(tx, before, decision));
  }

  /** Those who borrow for the union, whoever has asked, and whoever else acts for the party. */
  private async subjectOf(
    tx: Transaction,
    { partyKind: kind, partyId: id, unionId, requestedBy }: PartyLoanRow,
  ): Promise<MatterSubject> {
    const paths = await this.references.pathsOf(tx, [unionId]);
    return { paths, personId: requestedBy, matters: matterOf({ kind, id }) };
  }

  private async view(tx: Transaction, row: PartyLoanRow): Promise<PartyLoanView> {
    const names = await this.partyLoans.namesOf(tx, [row.id]);
    return partyLoanViewOf(row, names.get(row.id));
  }
}
