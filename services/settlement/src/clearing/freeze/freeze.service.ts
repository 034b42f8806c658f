import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type FreezePartyRequest,
  type GetPartyFreezeRequest,
  type ListPartyFreezesRequest,
  partyFreezeContract,
  type PartyFreezeView,
  type ReleasePartyRequest,
} from '@gongxiang/contracts/settlement/clearing/party-freeze.contract';
import {
  type Actor,
  type CallContext,
  DomainError,
  mayDo,
  newId,
  parsePartyKey,
  partyKey,
  reachOf,
} from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { actions } from '../actions.js';
import { actions as referenceActions } from '../../reference/actions.js';
import { awaitsMayChange, paymentAwaitsDue } from '../../reference/awaits-due.js';
import { namedParty, personName } from '../../reference/named-party.js';
import { maySee } from '../../reference/reach.model.js';
import {
  type KnownParty,
  type PersonNames,
  ReferenceRepository,
} from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { PartyFreezeRow } from './freeze.entity.js';
import { placesAbove } from './freeze.model.js';
import { FreezeRepository } from './freeze.repository.js';

/** Freezes parties, which excludes them from netting and payments, and releases them. */
@Injectable()
export class FreezeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly freezes: FreezeRepository,
    private readonly references: ReferenceRepository,
    private readonly hints: RoleHints,
  ) {}

  @Handles(partyFreezeContract.freeze)
  freeze(request: FreezePartyRequest, call: CallContext): Promise<Outcome<PartyFreezeView>> {
    return this.transactions.command(call, partyFreezeContract.freeze, request, async (tx) => {
      const { party, reason } = request;
      if (party.kind === 'person') throw new DomainError('PARTY_NOT_PAYING', { pointer: '/party/kind' });
      const known = await this.references.party(tx, party, '/party');
      const visible = maySee(call.actor, ledgerActions.seeLedger, [known.unionPath]);
      tx.authorise(actions.freezeParty, { paths: placesAbove(party, known.unionPath), visible });
      const row: PartyFreezeRow = {
        id: newId(),
        version: 1,
        party: partyKey(party),
        unionId: known.unionId,
        reason,
        frozenBy: tx.personId,
        frozenAt: tx.now,
        releasedBy: null,
        releasedAt: null,
        releaseReason: null,
      };
      if (!(await this.freezes.insert(tx, row)))
        throw new DomainError('ALREADY_FROZEN', { pointer: '/party' });
      await this.paymentsMayChange(tx, row.party);
      tx.audit({ noun: 'partyFreeze', id: row.id, after: { party: row.party, reason } });
      await this.hint(tx, row, known.unionPath);
      return this.view(tx, row);
    });
  }

  @Handles(partyFreezeContract.release)
  release(request: ReleasePartyRequest, call: CallContext): Promise<Outcome<PartyFreezeView>> {
    return this.transactions.command(call, partyFreezeContract.release, request, async (tx) => {
      const before = await this.freezes.lockById(tx, request.partyFreezeId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const { path } = await this.references.union(tx, before.unionId);
      const visible = maySee(call.actor, ledgerActions.seeLedger, [path]);
      tx.authorise(actions.freezeParty, { paths: placesAbove(parsePartyKey(before.party), path), visible });
      requireVersion(tx, before.version);
      if (before.releasedAt !== null) throw new DomainError('FREEZE_RELEASED');
      const released = { releasedBy: tx.personId, releasedAt: tx.now, releaseReason: request.reason };
      const row = { ...before, ...released, version: before.version + 1 };
      await this.freezes.update(tx, row);
      await this.paymentsMayChange(tx, row.party);
      tx.audit({
        noun: 'partyFreeze',
        id: row.id,
        before: { party: row.party, reason: row.reason },
        after: { released: true, reason: request.reason },
      });
      await this.hint(tx, row, path);
      return this.view(tx, row);
    });
  }

  @Handles(partyFreezeContract.get)
  get(request: GetPartyFreezeRequest, call: CallContext): Promise<PartyFreezeView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.freezes.findById(tx, request.partyFreezeId);
      const paths = row === null ? [] : [(await this.references.union(tx, row.unionId)).path];
      tx.authorise(ledgerActions.seeLedger, { paths });
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.view(tx, row);
    });
  }

  @Handles(partyFreezeContract.list)
  list(request: ListPartyFreezesRequest, call: CallContext): Promise<Page<PartyFreezeView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.freezes.list(tx, request, reachOf(call.actor, ledgerActions.seeLedger));
      const views = await this.views(tx, rows);
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** A payment of a frozen party waits for nobody. */
  private async paymentsMayChange(tx: Transaction, party: string): Promise<void> {
    await awaitsMayChange(tx, paymentAwaitsDue, ...(await this.freezes.openPaymentsOf(tx, party)));
  }

  private async hint(tx: Transaction, { id, version }: PartyFreezeRow, path: string): Promise<void> {
    await this.hints.send(
      tx,
      { resource: 'partyFreeze', id, version },
      { rule: ledgerActions.seeLedger, paths: [path] },
    );
  }

  private async view(tx: Transaction, row: PartyFreezeRow): Promise<PartyFreezeView> {
    const [view] = await this.views(tx, [row]);
    if (view === undefined) throw new Error('a freeze has a view');
    return view;
  }

  private async views(tx: Transaction, rows: readonly PartyFreezeRow[]): Promise<PartyFreezeView[]> {
    const parties = await this.references.parties(tx, [...new Set(rows.map(({ party }) => party))]);
    const people = await this.references.namesOf(
      tx,
      rows.flatMap(({ frozenBy, releasedBy }) => [frozenBy, releasedBy]),
    );
    return rows.map((row) => freezeView(row, { parties, people, actor: tx.call.actor }));
  }
}

interface FreezeNames {
  readonly parties: ReadonlyMap<string, KnownParty>;
  readonly people: PersonNames;
  readonly actor: Actor | null;
}

function freezeView(row: PartyFreezeRow, { parties, people, actor }: FreezeNames): PartyFreezeView {
  const { id, version, reason, frozenBy, releasedBy, releaseReason } = row;
  const known = parties.get(row.party);
  const paths = known === undefined ? [] : placesAbove(known.party, known.unionPath);
  return {
    id,
    version,
    reason,
    frozenBy,
    releasedBy,
    releaseReason,
    party: namedParty(row.party, parties),
    frozenByName: personName(frozenBy, people),
    frozenAt: row.frozenAt.toISOString(),
    releasedByName: personName(releasedBy, people),
    releasedAt: row.releasedAt?.toISOString() ?? null,
    mayRelease: row.releasedAt === null && actor !== null && mayDo(actor, actions.freezeParty, { paths }),
  };
}
