import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@gongxiang/contracts/core/contract';
import {
  accountClosureContract,
  type ClosureIdRequest,
  type ClosureView,
  type EndedPartyView,
  type ListClosuresRequest,
  type ProposeClosureRequest,
} from '@gongxiang/contracts/settlement/accounts/account-closure.contract';
import {
  type ActionRule,
  type CallContext,
  DomainError,
  newId,
  partyKey,
  reachOf,
  toWire,
} from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { actions } from '../actions.js';
import { closureAwaitsDue } from '../awaits-due.js';
import { actions as referenceActions } from '../../reference/actions.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { namedParty, personName } from '../../reference/named-party.js';
import { maySee } from '../../reference/reach.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { AccountClosureRow, Moved } from './account-closure.entity.js';
import { AccountClosureRepository, partyOfClosure, successorOf } from './account-closure.repository.js';
import { Closing } from './closing.service.js';

/** Closes a party's accounts: one person proposes and another approves. */
@Injectable()
export class AccountClosureService {
  constructor(
    private readonly transactions: Transactions,
    private readonly closures: AccountClosureRepository,
    private readonly references: ReferenceRepository,
    private readonly closing: Closing,
  ) {}

  /**
   * E70: refused at once if a balance is left and no successor takes it over.
   * @throws DomainError 409 `ACCOUNTS_NOT_EMPTY`, `ACCOUNTS_OPEN_MATTERS`, `CLOSURE_WAITING`, `ACCOUNT_CLOSED`; 422
   * `SUCCESSOR_IS_PARTY`
   */
  @Handles(accountClosureContract.propose)
  propose(request: ProposeClosureRequest, call: CallContext): Promise<Outcome<ClosureView>> {
    return this.transactions.command(call, accountClosureContract.propose, request, async (tx) => {
      const known = await this.references.party(tx, request.party, '/party');
      const visible = maySee(call.actor, ledgerActions.seeLedger, [known.unionPath]);
      tx.authorise(actions.proposeClosure, { paths: [known.unionPath], visible });
      await this.requireSuccessor(tx, request);
      const row = proposalOf(tx, request, known.unionId);
      if (!(await this.closures.insert(tx, row))) await this.refuse(tx, row);
      await awaitsMayChange(tx, closureAwaitsDue, row.id);
      const { id, state, reason } = row;
      tx.audit({ noun: 'accountClosure', id, after: { state, reason } });
      return this.view(tx, row);
    });
  }

  /** @throws DomainError 403 `SAME_PERSON`; 409 `ILLEGAL_TRANSITION`, `ACCOUNTS_NOT_EMPTY`, `ACCOUNTS_OPEN_MATTERS` */
  @Handles(accountClosureContract.approve)
  approve(request: ClosureIdRequest, call: CallContext): Promise<Outcome<ClosureView>> {
    return this.transactions.command(call, accountClosureContract.approve, request, async (tx) => {
      const row = await this.lock(tx, request.closureId, actions.approveClosure);
      if (row.proposedBy === tx.personId) throw new DomainError('SAME_PERSON');
      const done = await this.closing.close(tx, row);
      return this.save(tx, row, { state: 'closed', ...done });
    });
  }

  /** Those who may propose may also withdraw, until balances were moved. */
  @Handles(accountClosureContract.withdraw)
  withdraw(request: ClosureIdRequest, call: CallContext): Promise<Outcome<ClosureView>> {
    return this.transactions.command(call, accountClosureContract.withdraw, request, async (tx) => {
      const row = await this.lock(tx, request.closureId, actions.proposeClosure);
      return this.save(tx, row, { state: 'withdrawn' });
    });
  }

  @Handles(accountClosureContract.get)
  get({ closureId }: ClosureIdRequest, call: CallContext): Promise<ClosureView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.closures.find(tx, closureId);
      if (row === null) throw new DomainError('NOT_FOUND');
      const { path } = await this.references.union(tx, row.unionId);
      tx.authorise(ledgerActions.seeLedger, { paths: [path] });
      return this.view(tx, row);
    });
  }

  @Handles(accountClosureContract.list)
  list(request: ListClosuresRequest, call: CallContext): Promise<Page<ClosureView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.closures.list(tx, request, reachOf(call.actor, ledgerActions.seeLedger));
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      const items: ClosureView[] = [];
      for (const row of page.items) items.push(await this.view(tx, row));
      return { ...page, items };
    });
  }

  @Handles(accountClosureContract.listEnded)
  listEnded(request: PageRequest, call: CallContext): Promise<Page<EndedPartyView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.closures.listEnded(tx, request, reachOf(call.actor, ledgerActions.seeLedger));
      const names = await this.references.parties(tx, rows.map(partyKey));
      const views = rows.map((row) => ({
        party: namedParty(partyKey(row), names),
        balance: toWire(row.balance),
        accountCount: row.accounts,
      }));
      return toPage(views, { limit: request.limit, cursorOf: ({ party }) => [party.kind, party.id] });
    });
  }

  /** The successor must be another known party; it may be omitted only if no balance is left. */
  private async requireSuccessor(
    tx: Transaction,
    { party, successor = null }: ProposeClosureRequest,
  ): Promise<void> {
    if (successor !== null) {
      if (partyKey(successor) === partyKey(party))
        throw new DomainError('SUCCESSOR_IS_PARTY', { pointer: '/successor' });
      await this.references.party(tx, successor, '/successor');
    }
    const left = await this.closing.remaindersOf(tx, party);
    if (left.length > 0 && successor === null)
      throw new DomainError('ACCOUNTS_NOT_EMPTY', { pointer: '/successor' });
  }

  private async lock(tx: Transaction, id: string, rule: ActionRule): Promise<AccountClosureRow> {
    const row = await this.closures.lock(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const { path } = await this.references.union(tx, row.unionId);
    tx.authorise(rule, { paths: [path], visible: maySee(tx.call.actor, ledgerActions.seeLedger, [path]) });
    requireVersion(tx, row.version);
    if (row.state !== 'proposed') throw new DomainError('ILLEGAL_TRANSITION');
    return row;
  }

  private async save(
    tx: Transaction,
    before: AccountClosureRow,
    changes: Partial<AccountClosureRow>,
  ): Promise<ClosureView> {
    const decided = { decidedBy: tx.personId, decidedAt: tx.now, version: before.version + 1 };
    const row = { ...before, ...changes, ...decided };
    await this.closures.update(tx, row);
    await awaitsMayChange(tx, closureAwaitsDue, row.id);
    const { id, state } = row;
    tx.audit({ noun: 'accountClosure', id, before: { state: before.state }, after: { state } });
    return this.view(tx, row);
  }

  private async refuse(tx: Transaction, row: AccountClosureRow): Promise<never> {
    const party = { kind: row.partyKind, id: row.partyId };
    if ((await this.closures.stateOf(tx, party)) !== 'closed') throw new DomainError('CLOSURE_WAITING');
    const { name } = await this.references.party(tx, party);
    throw new DomainError('ACCOUNT_CLOSED', { params: { party: name } });
  }

  private async view(tx: Transaction, row: AccountClosureRow): Promise<ClosureView> {
    const successor = successorOf(row);
    const keys = [partyOfClosure(row), ...(successor === null ? [] : [successor])];
    const names = await this.references.parties(tx, keys);
    const people = await this.references.namesOf(tx, [row.proposedBy, row.decidedBy]);
    const { id, version, reason, state, proposedBy, entryId } = row;
    return {
      id,
      version,
      reason,
      state,
      proposedBy,
      entryId,
      party: namedParty(partyOfClosure(row), names),
      successor: successor === null ? null : namedParty(successor, names),
      remainders: (await this.remainders(tx, row)).map(({ incomeKind, amountFen }) => ({
        incomeKind,
        balance: toWire(BigInt(amountFen)),
      })),
      proposedByName: personName(proposedBy, people),
      proposedAt: row.proposedAt.toISOString(),
      decidedBy: row.decidedBy,
      decidedByName: personName(row.decidedBy, people),
      decidedAt: row.decidedAt?.toISOString() ?? null,
    };
  }

  private async remainders(tx: Transaction, row: AccountClosureRow): Promise<readonly Moved[]> {
    if (row.state !== 'proposed') return row.moved;
    const left = await this.closing.leftOf(tx, { kind: row.partyKind, id: row.partyId });
    return left.map(({ incomeKind, balanceFen }) => ({ incomeKind, amountFen: String(balanceFen) }));
  }
}

function proposalOf(
  tx: Transaction,
  { party, successor = null, reason }: ProposeClosureRequest,
  unionId: string,
): AccountClosureRow {
  return {
    id: newId<'closure'>(),
    version: 1,
    partyKind: party.kind,
    partyId: party.id,
    unionId,
    successorKind: successor?.kind ?? null,
    successorId: successor?.id ?? null,
    reason,
    state: 'proposed',
    moved: [],
    proposedBy: tx.personId,
    proposedAt: tx.now,
    decidedBy: null,
    decidedAt: null,
    entryId: null,
  };
}
