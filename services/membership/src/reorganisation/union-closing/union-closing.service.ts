import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type ListUnionClosings,
  type ProposeUnionClosing,
  type RefuseUnionClosing,
  type ReopenUnion,
  unionClosingContract,
  type UnionClosingId,
  type UnionClosingView,
} from '@gongxiang/contracts/membership/unions/union-closing.contract';
import { type CallContext, DomainError, mayDo, newId, reachOf, shanghaiDate } from '@gongxiang/domain';
import { Push } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { requireOpen } from '../../unions/union/union.model.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { UnionCloser } from './union-closer.js';
import type { UnionClosingRow } from './union-closing.entity.js';
import {
  actsOf,
  checkDocumentDate,
  checkRegistration,
  checkSuccessor,
  reopenUntil,
  successorOf,
} from './union-closing.model.js';
import { type UnionClosingRecord, UnionClosingRepository } from './union-closing.repository.js';

/** Filings to close unions: one officer files, and another one of the union above decides. */
@Injectable()
export class UnionClosingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly closings: UnionClosingRepository,
    private readonly unions: UnionRepository,
    private readonly closer: UnionCloser,
    private readonly push: Push,
  ) {}

  /**
   * Filing changes nothing else, and what is still there may end or move meanwhile.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `PARTY_CLOSED`, `UNION_CLOSING_OF_ROOT`,
   * `UNION_CLOSING_SUCCESSOR…`, `UNION_CLOSING_DATE`, `UNION_CLOSING_REGISTRATION`, `UNION_CLOSING_UNDER_WAY`
   */
  @Handles(unionClosingContract.propose)
  propose(request: ProposeUnionClosing, call: CallContext): Promise<Outcome<UnionClosingView>> {
    return this.transactions.command(call, unionClosingContract.propose, request, async (tx) => {
      const union = await this.unions.findById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.proposeUnionClosing, { paths: [union.path], visible: true });
      const { parentId } = union;
      if (parentId === null) throw new DomainError('UNION_CLOSING_OF_ROOT');
      requireOpen(union);
      const { ground, documentNumber, reason } = request;
      const row: UnionClosingRow = {
        id: newId(),
        version: 1,
        state: 'waiting',
        unionId: union.id,
        ground,
        successorUnionId: await this.successorOf(tx, union, request, parentId),
        documentNumber,
        documentDate: checkDocumentDate(request.documentDate, shanghaiDate(tx.now)),
        registration: checkRegistration(union.uscc, request.registration),
        reason,
        proposedBy: tx.personId,
        proposedAt: tx.now,
        decidedBy: null,
        decidedAt: null,
        refusal: null,
        reopenedBy: null,
        reopenedAt: null,
        reopenReason: null,
      };
      if (!(await this.closings.insert(tx, row))) throw new DomainError('UNION_CLOSING_UNDER_WAY');
      tx.audit({ noun: 'unionClosing', id: row.id, before: null, after: auditOf(row) });
      await awaitsMayChange(tx, 'unionClosing', row.id);
      return this.viewOf(tx, row.id);
    });
  }

  /** @throws DomainError `SAME_PERSON`; as `UnionCloser.close` */
  @Handles(unionClosingContract.confirm)
  confirm(request: UnionClosingId, call: CallContext): Promise<Outcome<UnionClosingView>> {
    return this.transactions.command(call, unionClosingContract.confirm, request, async (tx) => {
      const { row, union } = await this.lockToDecide(tx, request.unionClosingId);
      await this.closer.close(tx, union, row);
      return this.save(tx, row, { state: 'closed', ...decided(tx) });
    });
  }

  /** @throws DomainError `SAME_PERSON` */
  @Handles(unionClosingContract.refuse)
  refuse(request: RefuseUnionClosing, call: CallContext): Promise<Outcome<UnionClosingView>> {
    return this.transactions.command(call, unionClosingContract.refuse, request, async (tx) => {
      const { row } = await this.lockToDecide(tx, request.unionClosingId);
      return this.save(tx, row, { state: 'refused', refusal: request.reason, ...decided(tx) });
    });
  }

  @Handles(unionClosingContract.withdraw)
  withdraw(request: UnionClosingId, call: CallContext): Promise<Outcome<UnionClosingView>> {
    return this.transactions.command(call, unionClosingContract.withdraw, request, async (tx) => {
      const { row } = await this.lock(tx, request.unionClosingId);
      tx.authorise(actions.withdrawUnionClosing, { personId: row.proposedBy, visible: true });
      requireState(tx, row, 'waiting');
      return this.save(tx, row, { state: 'withdrawn' });
    });
  }

  /** @throws DomainError `UNION_REOPEN_LATE`; as `UnionCloser.reopen` */
  @Handles(unionClosingContract.reopen)
  reopen(request: ReopenUnion, call: CallContext): Promise<Outcome<UnionClosingView>> {
    return this.transactions.command(call, unionClosingContract.reopen, request, async (tx) => {
      const { row, union, record } = await this.lock(tx, request.unionClosingId);
      tx.authorise(actions.decideUnionClosing, { paths: [record.abovePath], visible: true });
      requireState(tx, row, 'closed');
      const until = reopenUntil(row.state, row.decidedAt);
      if (until === null || tx.now > until) throw new DomainError('UNION_REOPEN_LATE');
      await this.closer.reopen(tx, union);
      const reopened = { reopenedBy: tx.personId, reopenedAt: tx.now, reopenReason: request.reason };
      return this.save(tx, row, { state: 'reopened', ...reopened });
    });
  }

  @Handles(unionClosingContract.get)
  get({ unionClosingId }: UnionClosingId, call: CallContext): Promise<UnionClosingView> {
    return this.transactions.read(call, async (tx) => viewOf(tx, await this.find(tx, unionClosingId)));
  }

  @Handles(unionClosingContract.list)
  list(request: ListUnionClosings, call: CallContext): Promise<Page<UnionClosingView>> {
    return this.transactions.read(call, async (tx) => {
      const paths = await this.pathsOf(tx, request.union);
      tx.authorise(actions.seeUnionClosing, { paths, visible: true });
      const records = await this.closings.list(tx, paths, request);
      const page = toPage(records, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map((record) => viewOf(tx, record)) };
    });
  }

  private async successorOf(
    tx: Transaction,
    union: UnionRow,
    { ground, successorUnionId }: ProposeUnionClosing,
    aboveId: string,
  ): Promise<string> {
    const id = successorOf(ground, successorUnionId ?? null, aboveId);
    const successor = await this.unions.findById(tx, id);
    if (successor === null) throw new DomainError('NOT_FOUND', { pointer: '/successorUnionId' });
    checkSuccessor(successor, union.path);
    return id;
  }

  private async pathsOf(tx: Transaction, unionId: string | undefined): Promise<string[]> {
    if (unionId === undefined) return reachOf(tx.call.actor, actions.seeUnionClosing);
    const union = await this.unions.findById(tx, unionId);
    if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/union' });
    return [union.path];
  }

  /** One that the caller may not see is NOT_FOUND. */
  private async find(tx: Transaction, id: string): Promise<UnionClosingRecord> {
    const record = await this.closings.findById(tx, id);
    tx.authorise(actions.seeUnionClosing, {
      paths: record === null ? [] : [record.path, record.successorPath],
    });
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  /** Unions before the filing, as everything that locks unions. */
  private async lock(
    tx: Transaction,
    id: string,
  ): Promise<{
    readonly row: UnionClosingRow;
    readonly union: UnionRow;
    readonly record: UnionClosingRecord;
  }> {
    const { unionId } = await this.find(tx, id);
    const union = await this.closer.lock(tx, unionId);
    const row = await this.closings.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return { row, union, record: await this.find(tx, id) };
  }

  private async lockToDecide(tx: Transaction, id: string): Promise<Awaited<ReturnType<typeof this.lock>>> {
    const locked = await this.lock(tx, id);
    const { row, record } = locked;
    tx.authorise(actions.decideUnionClosing, { paths: [record.abovePath], visible: true });
    if (row.proposedBy === tx.personId) throw new DomainError('SAME_PERSON');
    requireState(tx, row, 'waiting');
    return locked;
  }

  private async save(
    tx: Transaction,
    before: UnionClosingRow,
    change: Partial<UnionClosingRow>,
  ): Promise<UnionClosingView> {
    const row = { ...before, ...change, version: before.version + 1 };
    await this.closings.update(tx, row);
    tx.audit({ noun: 'unionClosing', id: row.id, before: auditOf(before), after: auditOf(row) });
    await awaitsMayChange(tx, 'unionClosing', row.id);
    const people = row.decidedBy === null ? [row.proposedBy] : [row.proposedBy, row.decidedBy];
    this.push.hint(tx, people, { resource: 'unionClosing', id: row.id, version: row.version });
    return this.viewOf(tx, row.id);
  }

  private async viewOf(tx: Transaction, id: string): Promise<UnionClosingView> {
    const record = await this.closings.findById(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return viewOf(tx, record);
  }
}

function decided(tx: Transaction): Pick<UnionClosingRow, 'decidedBy' | 'decidedAt'> {
  return { decidedBy: tx.personId, decidedAt: tx.now };
}

/** @throws DomainError `VERSION_STALE`, `ILLEGAL_TRANSITION` */
function requireState(
  tx: Transaction,
  { version, state }: UnionClosingRow,
  expected: UnionClosingRow['state'],
): void {
  requireVersion(tx, version);
  if (state !== expected) throw new DomainError('ILLEGAL_TRANSITION');
}

function viewOf(tx: Transaction, record: UnionClosingRecord): UnionClosingView {
  const { id, version, state, unionId, unionName, ground, successorUnionId, successorName } = record;
  const { documentNumber, documentDate, registration, reason, refusal, reopenReason } = record;
  const { actor } = tx.call;
  const by = {
    isProposer: actor?.personId === record.proposedBy,
    isAbove: actor !== null && mayDo(actor, actions.decideUnionClosing, { paths: [record.abovePath] }),
  };
  return {
    id,
    version,
    state,
    unionId,
    unionName,
    ground,
    successorUnionId,
    successorName,
    documentNumber,
    documentDate,
    registration,
    reason,
    proposedAt: record.proposedAt.toISOString(),
    decidedAt: record.decidedAt?.toISOString() ?? null,
    refusal,
    reopenUntil: reopenUntil(state, record.decidedAt)?.toISOString() ?? null,
    reopenedAt: record.reopenedAt?.toISOString() ?? null,
    reopenReason,
    acts: actsOf(record, by, tx.now),
  };
}

function auditOf(row: UnionClosingRow): Record<string, unknown> {
  const { version, state, unionId, ground, successorUnionId, documentNumber, documentDate, registration } =
    row;
  return { version, state, unionId, ground, successorUnionId, documentNumber, documentDate, registration };
}
