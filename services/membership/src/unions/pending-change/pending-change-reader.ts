import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListPendingChangesRequest,
  pendingChangeContract,
  type PendingChangeIdRequest,
  type PendingChangeView,
} from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { type CallContext, DomainError, mayDo, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { PendingChangePresenter } from './pending-change-presenter.js';
import { type PendingChangeRecord, PendingChangeRepository } from './pending-change.repository.js';

/** Reads changes: one's own, and those of one's unions. */
@Injectable()
export class PendingChangeReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: PendingChangeRepository,
    private readonly presenter: PendingChangePresenter,
  ) {}

  @Handles(pendingChangeContract.get)
  get(request: PendingChangeIdRequest, call: CallContext): Promise<PendingChangeView> {
    return this.transactions.read(call, async (tx) =>
      this.presenter.viewOf(tx, await this.find(tx, request.pendingChangeId)),
    );
  }

  @Handles(pendingChangeContract.list)
  list(request: ListPendingChangesRequest, call: CallContext): Promise<Page<PendingChangeView>> {
    return this.transactions.read(call, async (tx) => {
      const page = toPage(await this.rows(tx, request), {
        limit: request.limit,
        cursorOf: (record) => [record.id],
      });
      return { ...page, items: page.items.map((record) => this.presenter.viewOf(tx, record)) };
    });
  }

  /** A change that the caller may not see is NOT_FOUND. @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<PendingChangeRecord> {
    const record = await this.changes.findById(tx, id);
    const { actor } = tx.call;
    const paths = record === null ? [] : [record.unionPath];
    const isProposer = record !== null && actor?.personId === record.proposedBy;
    const personId = (isProposer ? record.proposedBy : record?.personId) ?? '';
    tx.authorise(actions.seePendingChange, { paths, personId });
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  private rows(tx: Transaction, request: ListPendingChangesRequest): Promise<PendingChangeRecord[]> {
    if (request.mine) {
      tx.authorise(actions.seeOwnPendingChanges, {});
      return this.changes.listOf(tx, tx.personId, request);
    }
    const { actor } = tx.call;
    const seen = reachOf(actor, actions.listPendingChanges);
    if (request.waitingForMe) {
      tx.authorise(actions.seeOwnPendingChanges, {});
      const within = seen.filter(
        (path) => actor !== null && mayDo(actor, actions.decidePendingChange, { paths: [path] }),
      );
      return this.changes.listToDecide(tx, { personId: tx.personId, within }, request);
    }
    tx.authorise(actions.listPendingChanges, { paths: seen, visible: true });
    return this.changes.listWithin(tx, seen, request);
  }
}
