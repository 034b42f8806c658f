import { Injectable } from '@nestjs/common';
import {
  pendingChangeContract,
  type PendingChangeIdRequest,
  type PendingChangeView,
  type RefusePendingChangeRequest,
} from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { EnterpriseChanger } from '../union/enterprise-changer.js';
import { isOver, ruleToGrant } from '../role/role.model.js';
import { RoleRepository } from '../role/role.repository.js';
import { RoleWriter } from '../role/role-writer.js';
import { UnionChanger } from '../union/union-changer.js';
import { PendingChangeWriter, type PendingChangeOutcome } from '../pending-change/pending-change-writer.js';
import type { PendingChangeRow } from '../pending-change/pending-change.entity.js';
import {
  afterConfirmation,
  decidedAt,
  type OpenState,
  openStates,
  requireOther,
  requireState,
} from '../pending-change/pending-change.model.js';
import { resetConfirmedDue } from '../pending-change/reset-confirmed.js';
import { PendingChangePresenter } from '../pending-change/pending-change-presenter.js';
import { PendingChangeReader } from '../pending-change/pending-change-reader.js';
import {
  type PendingChangeRecord,
  PendingChangeRepository,
} from '../pending-change/pending-change.repository.js';

/** Confirms, accepts, refuses and withdraws pending changes. */
@Injectable()
export class PendingChangeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: PendingChangeRepository,
    private readonly reader: PendingChangeReader,
    private readonly writer: PendingChangeWriter,
    private readonly presenter: PendingChangePresenter,
    private readonly roles: RoleWriter,
    private readonly roleGrants: RoleRepository,
    private readonly unions: UnionChanger,
    private readonly enterprises: EnterpriseChanger,
  ) {}

  @Handles(pendingChangeContract.confirm)
  confirm(request: PendingChangeIdRequest, call: CallContext): Promise<Outcome<PendingChangeView>> {
    return this.transactions.command(call, pendingChangeContract.confirm, request, async (tx) => {
      const { record, by } = await this.authorisedChange(tx, request.pendingChangeId);
      await this.lockSubject(tx, record);
      // In the expected state only: confirming a role twice must not accept it for its person.
      const before = await this.lock(tx, record.id, [by]);
      if (isOver(before, tx.now)) throw new DomainError('ROLE_OFFER_OVER');
      const isOffered = by === 'waiting' && afterConfirmation(before) === 'offered';
      if (isOffered) return this.end(tx, before, { state: 'offered' });
      if (by === 'offered') await this.requireMayGrant(tx, record);
      await this.apply(tx, before);
      if (by === 'waiting') return this.end(tx, before, { state: 'confirmed' });
      await this.writer.accept(tx, before);
      return this.viewOf(tx, before.id);
    });
  }

  @Handles(pendingChangeContract.refuse)
  refuse(request: RefusePendingChangeRequest, call: CallContext): Promise<Outcome<PendingChangeView>> {
    const comparable = { keyed: this.presenter.keyedHash(request) };
    const work = async (tx: Transaction): Promise<PendingChangeView> => {
      const { record, by } = await this.authorisedChange(tx, request.pendingChangeId);
      const before = await this.lock(tx, record.id, [by]);
      const reason = this.presenter.seal(before.proposedBy, request.reason);
      return this.end(tx, before, { state: 'refused', reason });
    };
    // The answer stored for replays does not contain the reason.
    const keep = (view: PendingChangeView): PendingChangeView => ({ ...view, reason: null });
    return this.transactions.command(call, pendingChangeContract.refuse, comparable, work, { keep });
  }

  @Handles(pendingChangeContract.withdraw)
  withdraw(request: PendingChangeIdRequest, call: CallContext): Promise<Outcome<PendingChangeView>> {
    return this.transactions.command(call, pendingChangeContract.withdraw, request, async (tx) => {
      const { proposedBy } = await this.reader.find(tx, request.pendingChangeId);
      tx.authorise(actions.withdrawPendingChange, { personId: proposedBy, visible: true });
      const before = await this.lock(tx, request.pendingChangeId, openStates);
      return this.end(tx, before, { state: 'withdrawn' });
    });
  }

  /**
   * Loads and authorises a change for its decider: a waiting change is confirmed by another officer, an offered role
   * is accepted by its person.
   * @throws DomainError `SAME_PERSON`
   */
  private async authorisedChange(
    tx: Transaction,
    id: string,
  ): Promise<{ readonly record: PendingChangeRecord; readonly by: OpenState }> {
    const record = await this.reader.find(tx, id);
    if (record.state === 'offered') {
      tx.authorise(actions.acceptRole, { personId: record.personId ?? '', visible: true });
      return { record, by: 'offered' };
    }
    requireOther(record, tx.personId);
    tx.authorise(actions.decidePendingChange, { paths: [decidedAt(record)], visible: true });
    return { record, by: 'waiting' };
  }

  /**
   * The proposer must still be allowed to grant the role: nobody takes an office from somebody who has left theirs.
   * @throws DomainError `ROLE_OFFER_LAPSED`
   */
  private async requireMayGrant(
    tx: Transaction,
    { proposedBy, role, unionPath }: PendingChangeRecord,
  ): Promise<void> {
    const { roles = [] } = role === null ? {} : ruleToGrant(role);
    if (!(await this.roleGrants.holdsOver(tx, { personId: proposedBy, path: unionPath, roles })))
      throw new DomainError('ROLE_OFFER_LAPSED');
  }

  /** Locks the subject before the change itself, in the common lock order. */
  private async lockSubject(tx: Transaction, change: PendingChangeRow): Promise<void> {
    const { unionId, personId, enterpriseId, changes } = change;
    if (changes.some(({ field }) => field === 'parentId')) await this.unions.lockTree(tx);
    if (personId !== null) await this.roles.lock(tx, { unionId, personId });
    else if (enterpriseId !== null) await this.enterprises.lock(tx, enterpriseId);
    else await this.unions.lock(tx, unionId);
  }

  private async lock(tx: Transaction, id: string, expected: readonly OpenState[]): Promise<PendingChangeRow> {
    const row = await this.changes.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    requireState(row.state, expected);
    return row;
  }

  private async apply(tx: Transaction, change: PendingChangeRow): Promise<void> {
    const { unionId, personId, role, validTo, enterpriseId, changes, proposedBy } = change;
    // Codes check their confirmation themselves.
    if (change.kind === 'passwordReset')
      return schedule(tx, { kind: resetConfirmedDue, key: change.id, at: tx.now });
    if (personId !== null && role !== null) {
      await this.roles.grantIfMissing(tx, { unionId, personId, role, validTo, grantedBy: proposedBy });
    } else if (enterpriseId !== null) {
      await this.enterprises.apply(tx, enterpriseId, changes);
    } else {
      await this.unions.apply(tx, unionId, changes);
    }
  }

  private async end(
    tx: Transaction,
    before: PendingChangeRow,
    outcome: PendingChangeOutcome,
  ): Promise<PendingChangeView> {
    await this.writer.end(tx, before, outcome);
    return this.viewOf(tx, before.id);
  }

  private async viewOf(tx: Transaction, id: string): Promise<PendingChangeView> {
    const record = await this.changes.findById(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.presenter.viewOf(tx, record);
  }
}
