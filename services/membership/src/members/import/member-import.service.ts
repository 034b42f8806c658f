import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateMemberImportRequest,
  type GetMemberImportRequest,
  type ListMemberImportRowsRequest,
  type ListMemberImportsRequest,
  memberImportContract,
  type MemberImportRowView,
  type MemberImportView,
} from '@gongxiang/contracts/membership/members/member-import.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { ImportUndoer } from './import-undoer.js';
import type { MemberImportReportRow, MemberImportRow } from './member-import.entity.js';
import { committed, undone } from './member-import.model.js';
import { MemberImportRepository } from './member-import.repository.js';
import { memberImportKind } from './member-import-worker.js';

@Injectable()
export class MemberImportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: MemberImportRepository,
    private readonly unions: UnionRepository,
    private readonly undoer: ImportUndoer,
  ) {}

  @Handles(memberImportContract.create)
  create(request: CreateMemberImportRequest, call: CallContext): Promise<Outcome<MemberImportView>> {
    return this.transactions.command(call, memberImportContract.create, request, async (tx) => {
      const union = await this.unions.findById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/unionId' });
      tx.authorise(actions.importMembers, { paths: [union.path], visible: true });
      await this.requireNoneRunning(tx, union.id);
      const row: MemberImportRow = {
        id: newId(),
        version: 1,
        unionId: union.id,
        fileKey: request.fileKey,
        dryRun: request.dryRun ?? false,
        state: 'waiting',
        encoding: null,
        delimiter: null,
        failure: null,
        total: null,
        position: 0,
        created: 0,
        updated: 0,
        unchanged: 0,
        rejected: 0,
        warned: 0,
        worker: null,
        leasedUntil: null,
        attempts: 0,
        requestedBy: tx.personId,
        createdAt: tx.now,
        finishedAt: null,
      };
      await this.imports.insert(tx, row);
      await this.scheduleStart(tx, row);
      tx.audit({ noun: 'member-import', id: row.id, after: auditOf(row) });
      return viewOf(row);
    });
  }

  @Handles(memberImportContract.commit)
  commit(request: GetMemberImportRequest, call: CallContext): Promise<Outcome<MemberImportView>> {
    return this.transactions.command(call, memberImportContract.commit, request, async (tx) => {
      const before = await this.lock(tx, request.importId);
      requireVersion(tx, before.version);
      const row = committed(before);
      await this.requireNoneRunning(tx, row.unionId);
      await this.imports.deleteReport(tx, row.id);
      await this.imports.update(tx, row);
      await this.scheduleStart(tx, row);
      tx.audit({ noun: 'member-import', id: row.id, before: auditOf(before), after: auditOf(row) });
      return viewOf(row);
    });
  }

  @Handles(memberImportContract.undo)
  undo(request: GetMemberImportRequest, call: CallContext): Promise<Outcome<MemberImportView>> {
    return this.transactions.command(call, memberImportContract.undo, request, async (tx) => {
      const before = await this.lock(tx, request.importId);
      requireVersion(tx, before.version);
      const row = undone(before);
      const ended = await this.undoer.undo(tx, row);
      await this.imports.update(tx, row);
      tx.audit({
        noun: 'member-import',
        id: row.id,
        before: auditOf(before),
        after: { ...auditOf(row), ended },
      });
      return viewOf(row);
    });
  }

  @Handles(memberImportContract.get)
  get(request: GetMemberImportRequest, call: CallContext): Promise<MemberImportView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.imports.findById(tx, request.importId);
      await this.authoriseToSee(tx, row);
      if (row === null) throw new DomainError('NOT_FOUND');
      return viewOf(row);
    });
  }

  @Handles(memberImportContract.list)
  list(request: ListMemberImportsRequest, call: CallContext): Promise<Page<MemberImportView>> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unions.findById(tx, request.union);
      if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/union' });
      tx.authorise(actions.seeImport, { paths: [union.path], visible: true });
      const rows = await this.imports.list(tx, union.id, request);
      return toPage(rows.map(viewOf), { limit: request.limit, cursorOf: (view) => [view.id] });
    });
  }

  @Handles(memberImportContract.rows)
  rows(request: ListMemberImportRowsRequest, call: CallContext): Promise<Page<MemberImportRowView>> {
    return this.transactions.read(call, async (tx) => {
      await this.authoriseToSee(tx, await this.imports.findById(tx, request.importId));
      const rows = await this.imports.report(tx, request.importId, request);
      return toPage(rows.map(rowViewOf), { limit: request.limit, cursorOf: (view) => [view.row] });
    });
  }

  /**
   * One import per union at a time: each holds its file in memory, and rows of the same people would wait for each
   * other.
   */
  private async requireNoneRunning(tx: Transaction, unionId: string): Promise<void> {
    await this.unions.lockById(tx, unionId);
    if (await this.imports.isUnderWay(tx, unionId)) throw new DomainError('IMPORT_UNDER_WAY');
  }

  private scheduleStart(tx: Transaction, row: MemberImportRow): Promise<void> {
    return schedule(tx, { kind: memberImportKind, key: row.id, at: tx.now });
  }

  private async lock(tx: Transaction, id: string): Promise<MemberImportRow> {
    const row = await this.imports.lockById(tx, id);
    const paths = await this.authoriseToSee(tx, row);
    tx.authorise(actions.importMembers, { paths, visible: true });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** @returns the paths of the import's union, for further checks */
  private async authoriseToSee(tx: Transaction, row: MemberImportRow | null): Promise<string[]> {
    const union = row && (await this.unions.findById(tx, row.unionId));
    const paths = union ? [union.path] : [];
    tx.authorise(actions.seeImport, { paths });
    return paths;
  }
}

function auditOf(row: MemberImportRow): Record<string, unknown> {
  const { unionId, fileKey, dryRun, state, created, updated, unchanged, rejected } = row;
  return { unionId, fileKey, dryRun, state, created, updated, unchanged, rejected };
}

function viewOf(row: MemberImportRow): MemberImportView {
  const { id, version, unionId, dryRun, state, encoding, delimiter, failure, createdAt, finishedAt } = row;
  const { total, position: done, created, updated, unchanged, rejected, warned } = row;
  return {
    id,
    version,
    unionId,
    dryRun,
    state,
    encoding,
    delimiter,
    failure,
    progress: { total, done, created, updated, unchanged, rejected, warned },
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

function rowViewOf({
  rowNumber: row,
  state,
  code,
  field,
  personId,
  warnings,
}: MemberImportReportRow): MemberImportRowView {
  return { row, state, code, field, personId, warnings: [...warnings] };
}
