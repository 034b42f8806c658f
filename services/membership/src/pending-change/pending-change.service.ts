import { Injectable } from '@nestjs/common';
import {
  pendingChangeContract,
  type PendingChangeIdRequest,
  type PendingChangeView,
  type RefusePendingChangeRequest,
} from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { EnterpriseChanger } from '../enterprise/enterprise-changer.js';
import { RoleWriter } from '../role/role-writer.js';
import { UnionChanger } from '../union/union-changer.js';
import { PendingChangeDesk, type PendingChangeOutcome } from './pending-change.desk.js';
import type { PendingChangeRow } from './pending-change.entity.js';
import { decidedAt, requireOther, requireWaiting } from './pending-change.model.js';
import { PendingChangePresenter } from './pending-change.presenter.js';
import { PendingChangeReader } from './pending-change.reader.js';
import { type PendingChangeRecord, PendingChangeRepository } from './pending-change.repository.js';

/** Confirms, refuses and takes back what waits for the union above. */
@Injectable()
export class PendingChangeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: PendingChangeRepository,
    private readonly reader: PendingChangeReader,
    private readonly desk: PendingChangeDesk,
    private readonly presenter: PendingChangePresenter,
    private readonly roles: RoleWriter,
    private readonly unions: UnionChanger,
    private readonly enterprises: EnterpriseChanger,
  ) {}

  confirm(request: PendingChangeIdRequest, call: CallContext): Promise<Outcome<PendingChangeView>> {
    return this.transactions.command(call, pendingChangeContract.confirm, request, async (tx) => {
      const record = await this.allowed(tx, request.pendingChangeId);
      await this.lockSubject(tx, record);
      const before = await this.lock(tx, record.id);
      await this.carryOut(tx, before);
      return this.end(tx, before, { state: 'confirmed' });
    });
  }

  refuse(request: RefusePendingChangeRequest, call: CallContext): Promise<Outcome<PendingChangeView>> {
    const comparable = { keyed: this.presenter.keyedHash(request) };
    const work = async (tx: Transaction): Promise<PendingChangeView> => {
      const { id } = await this.allowed(tx, request.pendingChangeId);
      const before = await this.lock(tx, id);
      const reason = this.presenter.seal(before.proposedBy, request.reason);
      return this.end(tx, before, { state: 'refused', reason });
    };
    // The answer that is kept for a replay does not hold the reason in the clear.
    const keep = (view: PendingChangeView): PendingChangeView => ({ ...view, reason: null });
    return this.transactions.command(call, pendingChangeContract.refuse, comparable, work, { keep });
  }

  withdraw(request: PendingChangeIdRequest, call: CallContext): Promise<Outcome<PendingChangeView>> {
    return this.transactions.command(call, pendingChangeContract.withdraw, request, async (tx) => {
      const { proposedBy } = await this.reader.find(tx, request.pendingChangeId);
      tx.authorise(actions.withdrawPendingChange, { personId: proposedBy, visible: true });
      return this.end(tx, await this.lock(tx, request.pendingChangeId), { state: 'withdrawn' });
    });
  }

  /** The change, for whoever may decide on it. @throws DomainError `SAME_PERSON` */
  private async allowed(tx: Transaction, id: string): Promise<PendingChangeRecord> {
    const record = await this.reader.find(tx, id);
    requireOther(record, tx.personId);
    tx.authorise(actions.decidePendingChange, { paths: [decidedAt(record)], visible: true });
    return record;
  }

  /** Before the change itself, in the order in which everything else takes these locks. */
  private async lockSubject(tx: Transaction, change: PendingChangeRow): Promise<void> {
    const { unionId, personId, enterpriseId } = change;
    if (personId !== null) await this.roles.lock(tx, { unionId, personId });
    else if (enterpriseId !== null) await this.enterprises.lock(tx, enterpriseId);
    else await this.unions.lock(tx, unionId);
  }

  private async lock(tx: Transaction, id: string): Promise<PendingChangeRow> {
    const row = await this.changes.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    requireWaiting(row.state);
    return row;
  }

  private async carryOut(tx: Transaction, change: PendingChangeRow): Promise<void> {
    const { unionId, personId, role, enterpriseId, changes, proposedBy } = change;
    // A code looks by itself whether it is confirmed.
    if (change.kind === 'passwordReset') return;
    if (personId !== null && role !== null) {
      await this.roles.giveOnce(tx, { unionId, personId, role, grantedBy: proposedBy });
    } else if (enterpriseId !== null) {
      await this.enterprises.carryOut(tx, enterpriseId, changes);
    } else {
      await this.unions.carryOut(tx, unionId, changes);
    }
  }

  private async end(
    tx: Transaction,
    before: PendingChangeRow,
    outcome: PendingChangeOutcome,
  ): Promise<PendingChangeView> {
    await this.desk.end(tx, before, outcome);
    const record = await this.changes.findById(tx, before.id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return this.presenter.viewOf(tx, record);
  }
}
