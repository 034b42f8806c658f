import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateDelegation,
  delegationContract,
  type DelegationId,
  delegationsMax,
  type DelegationView,
  type ListDelegations,
  type ListMyDelegations,
  type MatterDelegationsView,
  type RevokeDelegation,
} from '@gongxiang/contracts/sharing/activities/delegation.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { OnDue, recordEvents, Republishes, schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import {
  ExistingResult,
  requireVersion,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { checkGranting, delegationState } from '../../reference/delegation/delegation.model.js';
import type { DelegationRow } from '../../reference/delegation/delegation.entity.js';
import {
  DelegationRepository,
  type NamedDelegation,
} from '../../reference/delegation/delegation.repository.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import { DelegationMatters, type KnownMatter } from './delegation-matters.js';
import { delegationNotice, delegationViewOf } from './delegation.view.js';

/** Due work: a delegation comes to its end. */
const delegationDue = 'delegation-end';

/** A person acts in one activity, or in the name of one party, until an end. */
@Injectable()
export class DelegationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly delegations: DelegationRepository,
    private readonly matters: DelegationMatters,
    private readonly access: ActivityAccess,
    private readonly references: ReferenceRepository,
    private readonly notices: NoticeWriter,
    private readonly hints: RoleHints,
  ) {}

  /**
   * @throws DomainError `DELEGATION_OVER`, `DELEGATION_BEYOND_OWN`, `DELEGATION_TO_ONESELF`, `DELEGATION_EXISTS`,
   * `DELEGATIONS_TOO_MANY`; `NOT_PERMITTED` to an API key
   */
  @Handles(delegationContract.create)
  create(request: CreateDelegation, call: CallContext): Promise<Outcome<DelegationView>> {
    return this.transactions.command(call, delegationContract.create, request, async (tx) => {
      tx.authorise(actions.seeDelegations, {});
      const known = await this.matters.lock(tx, { kind: request.matterKind, id: request.matterId });
      const { by } = await this.matters.require(tx, known);
      // What a key delegated would live on after its own revocation.
      if (tx.call.actor?.apiKeyId !== undefined) throw new DomainError('NOT_PERMITTED');
      const row = newDelegation(tx, request);
      checkGranting({ ...row, granterId: tx.personId, by }, tx.now);
      await this.references.member(tx, row.personId, '/personId');
      await this.requireRoom(tx, row);
      await this.delegations.insert(tx, row);
      if (row.validTo !== null) await schedule(tx, { kind: delegationDue, key: row.id, at: row.validTo });
      await this.changed(tx, known, row, null);
      await this.notices.write(tx, [delegationNotice(row, 'delegationGiven', known.name)]);
      return this.viewed(tx, row.id, known);
    });
  }

  @Handles(delegationContract.list)
  list(request: ListDelegations, call: CallContext): Promise<MatterDelegationsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeDelegations, {});
      const matter = { kind: request.matterKind, id: request.matterId };
      const known = await this.matters.find(tx, matter);
      if (known.activity !== null) await this.access.manage(tx, known.activity);
      const { may } = await this.matters.rightOver(tx, known);
      const isInvolved = may || known.activity !== null;
      const rows = await this.delegations.ofMatter(tx, {
        ...matter,
        ...pageOf(request),
        inForce: !isInvolved,
      });
      const reader = { personId: tx.personId, mayDelegate: may, isInvolved, now: tx.now };
      const views = rows.map((row) => delegationViewOf(row, reader));
      return { ...toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] }), mayDelegate: may };
    });
  }

  @Handles(delegationContract.mine)
  mine(request: ListMyDelegations, call: CallContext): Promise<Page<DelegationView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeDelegations, {});
      const rows = await this.delegations.ofPerson(tx, tx.personId, request);
      const reader = { personId: tx.personId, mayDelegate: false, isInvolved: true, now: tx.now };
      const views = rows.map((row) => delegationViewOf(row, reader));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(delegationContract.get)
  get({ delegationId }: DelegationId, call: CallContext): Promise<DelegationView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeDelegations, {});
      const row = await this.delegations.find(tx, delegationId);
      if (row === null) throw new DomainError('NOT_FOUND');
      return this.viewFor(tx, row, await this.requireInvolved(tx, row));
    });
  }

  /** Nothing caches it: from the commit on it permits nothing. @throws DomainError `DELEGATION_ENDED` */
  @Handles(delegationContract.revoke)
  revoke({ delegationId }: RevokeDelegation, call: CallContext): Promise<Outcome<DelegationView>> {
    return this.transactions.command(call, delegationContract.revoke, { delegationId }, async (tx) => {
      tx.authorise(actions.seeDelegations, {});
      const before = await this.delegations.lockById(tx, delegationId);
      if (before === null) throw new DomainError('NOT_FOUND');
      const known = await this.requireInvolved(tx, before);
      requireVersion(tx, before.version);
      const state = delegationState(before, tx.now);
      if (state === 'ended') throw new DomainError('DELEGATION_ENDED');
      if (state === 'revoked') return new ExistingResult(await this.viewed(tx, before.id, known));
      const row = { ...before, version: before.version + 1, revokedAt: tx.now, revokedBy: tx.personId };
      await this.delegations.update(tx, row);
      await this.changed(tx, known, row, before);
      if (row.personId !== tx.personId)
        await this.notices.write(tx, [delegationNotice(row, 'delegationRevoked', known.name)]);
      return this.viewed(tx, row.id, known);
    });
  }

  /** It permits nothing since its end; now this also stands in the trail, and the person is notified. */
  @OnDue(delegationDue)
  async end(tx: Transaction, delegationId: string): Promise<void> {
    const row = await this.delegations.find(tx, delegationId);
    if (row === null || delegationState(row, tx.now) !== 'ended') return;
    const { id, version, personId } = row;
    tx.audit({ noun: 'delegation', id, before: { state: 'active' }, after: { state: 'ended' } });
    await this.notices.write(tx, [delegationNotice(row, 'delegationEnded', row.matterName ?? '')]);
    const audience = { rule: actions.seeDelegations, unionIds: [], personIds: [personId] };
    await this.hints.send(tx, { resource: 'delegation', id, version }, audience);
  }

  /** Publishes a page of them again. @returns the last id, or null at the end */
  @Republishes('delegation')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.delegations.after(tx, afterId, limit);
    await publish(tx, rows);
    return rows.at(-1)?.id ?? null;
  }

  /** For everybody but the person who holds it and those who may delegate the matter it does not exist. */
  private async requireInvolved(tx: Transaction, row: DelegationRow): Promise<KnownMatter> {
    const known = await this.matters.find(tx, { kind: row.matterKind, id: row.matterId });
    if (row.personId === tx.personId) return known;
    await this.matters.require(tx, { ...known, subject: { ...known.subject, visible: false } });
    return known;
  }

  private async requireRoom(
    tx: Transaction,
    { matterKind, matterId, personId }: DelegationRow,
  ): Promise<void> {
    const holders = await this.delegations.holdersOf(tx, { kind: matterKind, id: matterId });
    if (holders.includes(personId)) throw new DomainError('DELEGATION_EXISTS', { pointer: '/personId' });
    if (holders.length >= delegationsMax)
      throw new DomainError('DELEGATIONS_TOO_MANY', { params: { max: delegationsMax } });
  }

  private async changed(
    tx: Transaction,
    { rule, unionId }: KnownMatter,
    row: DelegationRow,
    before: DelegationRow | null,
  ): Promise<void> {
    const { id, version, personId } = row;
    tx.audit({ noun: 'delegation', id, before: before && recordOf(before), after: recordOf(row) });
    await publish(tx, [row]);
    const audience = { rule, unionIds: [unionId], personIds: [personId] };
    await this.hints.send(tx, { resource: 'delegation', id, version }, audience);
  }

  private async viewed(tx: Transaction, id: string, known: KnownMatter): Promise<DelegationView> {
    const row = await this.delegations.find(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return this.viewFor(tx, row, known);
  }

  private async viewFor(tx: Transaction, row: NamedDelegation, known: KnownMatter): Promise<DelegationView> {
    const { may } = await this.matters.rightOver(tx, known);
    return delegationViewOf(row, { personId: tx.personId, mayDelegate: may, isInvolved: may, now: tx.now });
  }
}

function newDelegation(tx: Transaction, request: CreateDelegation): DelegationRow {
  return {
    id: newId(),
    version: 1,
    matterKind: request.matterKind,
    matterId: request.matterId,
    personId: request.personId,
    mayDelegate: request.mayDelegate ?? false,
    note: request.note?.trim() || null,
    validTo: request.validTo ? new Date(request.validTo) : null,
    createdBy: tx.personId,
    createdAt: tx.now,
    revokedAt: null,
    revokedBy: null,
  };
}

/** For whoever notifies those who act in a matter. */
async function publish(tx: Transaction, rows: readonly DelegationRow[]): Promise<void> {
  const events = rows.map(({ id, version, matterKind, matterId, personId, validTo, revokedAt }) => {
    const ends = { validTo: validTo?.toISOString() ?? null, revokedAt: revokedAt?.toISOString() ?? null };
    return { about: id, data: { id, version, matterKind, matterId, personId, ...ends } };
  });
  await recordEvents(tx, sharingEvents.delegationChanged, events);
}

/** The note may name people and stays out of the audit trail. */
function recordOf(row: DelegationRow): Record<string, unknown> {
  const { matterKind, matterId, personId, mayDelegate, revokedBy } = row;
  const validTo = row.validTo?.toISOString() ?? null;
  const revokedAt = row.revokedAt?.toISOString() ?? null;
  return { matterKind, matterId, personId, mayDelegate, validTo, revokedAt, revokedBy };
}

function pageOf({ cursor, limit }: ListDelegations): Pick<ListDelegations, 'cursor' | 'limit'> {
  return { ...(cursor === undefined ? {} : { cursor }), ...(limit === undefined ? {} : { limit }) };
}
