import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateMemberImportRequest,
  type GetMemberImportRequest,
  type ListMemberImportsRequest,
  memberImportContract,
  type MemberImportView,
  type RosterLayoutInput,
} from '@gongxiang/contracts/membership/members/member-import.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
import { requireOpen } from '../../unions/union/union.model.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { MemberAdmission } from '../member/member-admission.js';
import { MemberRepository } from '../member/member.repository.js';
import { ImportUndoer } from './import-undoer.js';
import { LeavingRepository } from './leaving.repository.js';
import type { MemberImportRow } from './member-import.entity.js';
import { committed, undone } from './member-import.model.js';
import { MemberImportRepository } from './member-import.repository.js';
import { memberImportKind } from './member-import-worker.js';
import type { RosterLayout } from './roster-reading.js';

@Injectable()
export class MemberImportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: MemberImportRepository,
    private readonly unions: UnionRepository,
    private readonly undoer: ImportUndoer,
    private readonly leaving: LeavingRepository,
    private readonly members: MemberRepository,
    private readonly admission: MemberAdmission,
  ) {}

  @Handles(memberImportContract.create)
  create(request: CreateMemberImportRequest, call: CallContext): Promise<Outcome<MemberImportView>> {
    return this.transactions.command(call, memberImportContract.create, request, async (tx) => {
      const union = await this.unions.findById(tx, request.unionId);
      if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/unionId' });
      tx.authorise(actions.importMembers, { paths: [union.path], visible: true });
      requireOpen(union, '/unionId');
      const layout = request.layout === undefined ? null : layoutOf(request.layout);
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
        sheet: null,
        layout,
        failure: null,
        total: null,
        position: 0,
        created: 0,
        updated: 0,
        unchanged: 0,
        rejected: 0,
        ambiguous: 0,
        ended: 0,
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
      await this.endTicked(tx, row);
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
      const counts = await this.undoer.undo(tx, row);
      await this.imports.update(tx, row);
      tx.audit({
        noun: 'member-import',
        id: row.id,
        before: auditOf(before),
        after: { ...auditOf(row), ...counts },
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

  /**
   * Locks an import that the caller may change.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`
   */
  async lock(tx: Transaction, id: string): Promise<MemberImportRow> {
    const row = await this.imports.lockById(tx, id);
    const paths = await this.authoriseToSee(tx, row);
    tx.authorise(actions.importMembers, { paths, visible: true });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** @returns the import and the path of its union @throws DomainError `NOT_FOUND` */
  async seen(tx: Transaction, id: string): Promise<{ row: MemberImportRow; unionPath: string }> {
    const row = await this.imports.findById(tx, id);
    const [unionPath] = await this.authoriseToSee(tx, row);
    if (row === null || unionPath === undefined) throw new DomainError('NOT_FOUND');
    return { row, unionPath };
  }

  /** Ends what an officer has ticked: in the command itself, so that they are told at once of what cannot end. */
  private async endTicked(tx: Transaction, row: MemberImportRow): Promise<void> {
    for (const ticked of await this.leaving.ticked(tx, row.id)) {
      const membership = await this.members.lockById(tx, ticked.membershipId);
      if (membership === null || membership.state === 'ended') continue;
      await this.admission.endByRoster(tx, ticked.membershipId);
      await this.leaving.recordEnd(tx, { ...ticked, stateBefore: membership.state });
    }
  }

  /**
   * One import per union at a time: each holds its file in memory, and rows of the same people would wait for each
   * other.
   */
  private async requireNoneRunning(tx: Transaction, unionId: string): Promise<void> {
    await this.unions.lockById(tx, unionId);
    if (await this.imports.isUnderWay(tx, unionId)) throw new DomainError('IMPORT_UNDER_WAY');
  }

  private async scheduleStart(tx: Transaction, row: MemberImportRow): Promise<void> {
    // What was checked before is loaded now, or left for this one.
    await awaitsMayChange(tx, 'roster', row.unionId);
    await schedule(tx, { kind: memberImportKind, key: row.id, at: tx.now });
  }

  /** @returns the paths of the import's union, for further checks */
  private async authoriseToSee(tx: Transaction, row: MemberImportRow | null): Promise<string[]> {
    const union = row && (await this.unions.findById(tx, row.unionId));
    const paths = union ? [union.path] : [];
    tx.authorise(actions.seeImport, { paths });
    return paths;
  }
}

export function auditOf(row: MemberImportRow): Record<string, unknown> {
  const { unionId, fileKey, dryRun, state, created, updated, unchanged, rejected, ambiguous, ended } = row;
  return { unionId, fileKey, dryRun, state, created, updated, unchanged, rejected, ambiguous, ended };
}

export function viewOf(row: MemberImportRow): MemberImportView {
  const { id, version, unionId, dryRun, state, encoding, delimiter, sheet, failure } = row;
  const { total, position: done, created, updated, unchanged, rejected, ambiguous, ended, warned } = row;
  return {
    id,
    version,
    unionId,
    dryRun,
    state,
    encoding,
    delimiter,
    sheet,
    failure,
    progress: { total, done, created, updated, unchanged, rejected, ambiguous, ended, warned },
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** @throws DomainError `IMPORT_COLUMN_TWICE`, `IMPORT_COLUMNS_MISSING` */
function layoutOf({ sheet, headerRow, columns }: RosterLayoutInput): RosterLayout {
  const fields = new Set(columns.map(({ field }) => field));
  const places = new Set(columns.map(({ column }) => column));
  if (fields.size < columns.length || places.size < columns.length)
    throw new DomainError('IMPORT_COLUMN_TWICE', { pointer: '/layout/columns' });
  if (!fields.has('name') || !fields.has('residentNumber'))
    throw new DomainError('IMPORT_COLUMNS_MISSING', { pointer: '/layout/columns' });
  return {
    sheet,
    headerRow,
    columns: Object.fromEntries(columns.map(({ field, column }) => [field, column])),
  };
}
