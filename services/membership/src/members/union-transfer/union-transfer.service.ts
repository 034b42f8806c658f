import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListUnionTransfers,
  type ProposeUnionTransfer,
  type RefuseUnionTransfer,
  unionTransferContract,
  type UnionTransferId,
  type UnionTransferView,
} from '@gongxiang/contracts/membership/members/union-transfer.contract';
import { type CallContext, DomainError, mayDo, newId, reachOf, rootPath } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { decidedAbove } from '../../unions/union/union.model.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { UnionTransferWorker } from './union-transfer-worker.js';
import type { UnionTransferRow } from './union-transfer.entity.js';
import { actsOf } from './union-transfer.model.js';
import { type UnionTransferRecord, UnionTransferRepository } from './union-transfer.repository.js';

/** Transfers of all members of a union: filed by one officer, and decided by another one above both unions. */
@Injectable()
export class UnionTransferService {
  constructor(
    private readonly transactions: Transactions,
    private readonly unionTransfers: UnionTransferRepository,
    private readonly unions: UnionRepository,
    private readonly worker: UnionTransferWorker,
  ) {}

  /**
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `TRANSFER_SAME_UNION`, `TRANSFER_UNION_INACTIVE`,
   * `UNION_TRANSFER_OF_ROOT`, `UNION_TRANSFER_UNDER_WAY`
   */
  @Handles(unionTransferContract.propose)
  propose(request: ProposeUnionTransfer, call: CallContext): Promise<Outcome<UnionTransferView>> {
    return this.transactions.command(call, unionTransferContract.propose, request, async (tx) => {
      const from = await this.unions.findById(tx, request.unionId);
      if (from === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.proposeUnionTransfer, { paths: [from.path], visible: true });
      if (from.path === rootPath) throw new DomainError('UNION_TRANSFER_OF_ROOT');
      const to = await this.takerOf(tx, request);
      const row: UnionTransferRow = {
        id: newId(),
        version: 1,
        state: 'waiting',
        fromUnionId: from.id,
        toUnionId: to.id,
        reason: request.reason,
        proposedBy: tx.personId,
        proposedAt: tx.now,
        decidedBy: null,
        decidedAt: null,
        refusal: null,
        total: null,
        moved: 0,
        heldBack: 0,
        position: null,
        finishedAt: null,
      };
      if (!(await this.unionTransfers.insert(tx, row))) throw new DomainError('UNION_TRANSFER_UNDER_WAY');
      tx.audit({ noun: 'unionTransfer', id: row.id, before: null, after: auditOf(row) });
      await awaitsMayChange(tx, 'unionTransfer', row.id);
      return this.viewOf(tx, row.id);
    });
  }

  /** @throws DomainError `TRANSFER_UNION_INACTIVE` if the union that takes them in is closed meanwhile */
  @Handles(unionTransferContract.confirm)
  confirm(request: UnionTransferId, call: CallContext): Promise<Outcome<UnionTransferView>> {
    return this.transactions.command(call, unionTransferContract.confirm, request, async (tx) => {
      const { row, record } = await this.lockToDecide(tx, request.unionTransferId);
      const to = await this.unions.findById(tx, row.toUnionId);
      if (to?.active !== true) throw new DomainError('TRANSFER_UNION_INACTIVE');
      await this.worker.begin(tx, row.id);
      return this.save(tx, row, { state: 'running', total: record.members, ...decided(tx) });
    });
  }

  @Handles(unionTransferContract.refuse)
  refuse(request: RefuseUnionTransfer, call: CallContext): Promise<Outcome<UnionTransferView>> {
    return this.transactions.command(call, unionTransferContract.refuse, request, async (tx) => {
      const { row } = await this.lockToDecide(tx, request.unionTransferId);
      return this.save(tx, row, { state: 'refused', refusal: request.reason, ...decided(tx) });
    });
  }

  @Handles(unionTransferContract.withdraw)
  withdraw(request: UnionTransferId, call: CallContext): Promise<Outcome<UnionTransferView>> {
    return this.transactions.command(call, unionTransferContract.withdraw, request, async (tx) => {
      const { row } = await this.lock(tx, request.unionTransferId);
      tx.authorise(actions.withdrawUnionTransfer, { personId: row.proposedBy, visible: true });
      requireWaiting(tx, row);
      return this.save(tx, row, { state: 'withdrawn', finishedAt: tx.now });
    });
  }

  @Handles(unionTransferContract.get)
  get({ unionTransferId }: UnionTransferId, call: CallContext): Promise<UnionTransferView> {
    return this.transactions.read(call, async (tx) => viewOf(tx, await this.find(tx, unionTransferId)));
  }

  @Handles(unionTransferContract.list)
  list(request: ListUnionTransfers, call: CallContext): Promise<Page<UnionTransferView>> {
    return this.transactions.read(call, async (tx) => {
      const paths = await this.pathsOf(tx, request.union);
      tx.authorise(actions.seeUnionTransfer, { paths, visible: true });
      const records = await this.unionTransfers.list(tx, paths, request);
      const page = toPage(records, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map((record) => viewOf(tx, record)) };
    });
  }

  private async takerOf(tx: Transaction, { unionId, toUnionId }: ProposeUnionTransfer): Promise<UnionRow> {
    const pointer = '/toUnionId';
    if (toUnionId === unionId) throw new DomainError('TRANSFER_SAME_UNION', { pointer });
    const to = await this.unions.findById(tx, toUnionId);
    if (to === null) throw new DomainError('NOT_FOUND', { pointer });
    if (!to.active) throw new DomainError('TRANSFER_UNION_INACTIVE', { pointer });
    return to;
  }

  private async pathsOf(tx: Transaction, unionId: string | undefined): Promise<string[]> {
    if (unionId === undefined) return reachOf(tx.call.actor, actions.seeUnionTransfer);
    const union = await this.unions.findById(tx, unionId);
    if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/union' });
    return [union.path];
  }

  /** One that the caller may not see is NOT_FOUND. */
  private async find(tx: Transaction, id: string): Promise<UnionTransferRecord> {
    const record = await this.unionTransfers.findById(tx, id);
    tx.authorise(actions.seeUnionTransfer, {
      paths: record === null ? [] : [record.fromPath, record.toPath],
    });
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  private async lock(
    tx: Transaction,
    id: string,
  ): Promise<{ readonly row: UnionTransferRow; readonly record: UnionTransferRecord }> {
    await this.find(tx, id);
    const row = await this.unionTransfers.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return { row, record: await this.find(tx, id) };
  }

  /** @throws DomainError `SAME_PERSON` */
  private async lockToDecide(tx: Transaction, id: string): Promise<ReturnType<UnionTransferService['lock']>> {
    const locked = await this.lock(tx, id);
    const { row, record } = locked;
    const paths = [decidedAbove(record.fromPath, record.toPath)];
    tx.authorise(actions.decideUnionTransfer, { paths, visible: true });
    if (row.proposedBy === tx.personId) throw new DomainError('SAME_PERSON');
    requireWaiting(tx, row);
    return locked;
  }

  private async save(
    tx: Transaction,
    before: UnionTransferRow,
    change: Partial<UnionTransferRow>,
  ): Promise<UnionTransferView> {
    const row = { ...before, ...change, version: before.version + 1 };
    await this.unionTransfers.update(tx, row);
    tx.audit({ noun: 'unionTransfer', id: row.id, before: auditOf(before), after: auditOf(row) });
    await awaitsMayChange(tx, 'unionTransfer', row.id);
    this.worker.notify(tx, row);
    return this.viewOf(tx, row.id);
  }

  private async viewOf(tx: Transaction, id: string): Promise<UnionTransferView> {
    const record = await this.unionTransfers.findById(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return viewOf(tx, record);
  }
}

function decided(tx: Transaction): Pick<UnionTransferRow, 'decidedBy' | 'decidedAt'> {
  return { decidedBy: tx.personId, decidedAt: tx.now };
}

/** @throws DomainError `VERSION_STALE`, `ILLEGAL_TRANSITION` */
function requireWaiting(tx: Transaction, { version, state }: UnionTransferRow): void {
  requireVersion(tx, version);
  if (state !== 'waiting') throw new DomainError('ILLEGAL_TRANSITION');
}

function viewOf(tx: Transaction, record: UnionTransferRecord): UnionTransferView {
  const { id, version, state, fromUnionId, fromUnionName, toUnionId, toUnionName, reason } = record;
  const { actor } = tx.call;
  const paths = [decidedAbove(record.fromPath, record.toPath)];
  const by = {
    isProposer: actor?.personId === record.proposedBy,
    isAbove: actor !== null && mayDo(actor, actions.decideUnionTransfer, { paths }),
  };
  return {
    id,
    version,
    state,
    fromUnionId,
    fromUnionName,
    toUnionId,
    toUnionName,
    reason,
    total: record.total ?? record.members,
    moved: record.moved,
    heldBack: record.heldBack,
    proposedAt: record.proposedAt.toISOString(),
    decidedAt: record.decidedAt?.toISOString() ?? null,
    finishedAt: record.finishedAt?.toISOString() ?? null,
    refusal: record.refusal,
    acts: actsOf(state, by),
  };
}

function auditOf({
  version,
  state,
  fromUnionId,
  toUnionId,
  total,
}: UnionTransferRow): Record<string, unknown> {
  return { version, state, fromUnionId, toUnionId, total };
}
