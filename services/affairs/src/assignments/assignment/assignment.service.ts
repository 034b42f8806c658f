import { Injectable } from '@nestjs/common';
import {
  type AssignmentAttachmentRequest,
  type AssignmentContent,
  assignmentContract,
  type AssignmentId,
  type AssignmentLine,
  type AssignmentTemplatesView,
  type AssignmentView,
  type ChangeAssignment,
  type CloseAssignment,
  type CreateAssignment,
  type ListAssignments,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import type { CountedPage, NoRequest } from '@gongxiang/contracts/core/contract';
import type { AttachmentFileView } from '@gongxiang/contracts/words/uploads';
import {
  type CallContext,
  dayMs,
  DomainError,
  endOfShanghaiDay,
  newId,
  officesOf,
  reachOf,
  shanghaiDate,
} from '@gongxiang/domain';
import { raiseNotices, schedule, syncAwaits, unschedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import {
  orderCursorOf,
  requireVersion,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { BulletinFiles } from '../../bulletins/bulletin-file/bulletin-files.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { requireChosen } from '../assignment-set/audience.model.js';
import { AudienceRepository } from '../assignment-set/audience.repository.js';
import { assignmentTemplates } from './assignment-templates.js';
import { AssignmentPartRepository } from './assignment-part.repository.js';
import type { AssignmentRow } from './assignment.entity.js';
import { awaitsOfAssignment, contentProblems, nextAssignmentState, unionsMax } from './assignment.model.js';
import { AssignmentRepository } from './assignment.repository.js';
import { assignmentLine, assignmentView, numberIds } from './assignment.view.js';

/** Due work: tells whom parts wait for, step by step; reminds a week before the day. */
export const assignmentDue = { announce: 'assignment-announce', near: 'assignment-near' } as const;
const nearDays = 7;

/** What the officers do who give an assignment. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly assignments: AssignmentRepository,
    private readonly parts: AssignmentPartRepository,
    private readonly references: ReferenceRepository,
    private readonly audience: AudienceRepository,
    private readonly files: BulletinFiles,
  ) {}

  @Handles(assignmentContract.create)
  create(request: CreateAssignment, call: CallContext): Promise<Outcome<AssignmentView>> {
    return this.transactions.command(call, assignmentContract.create, request, async (tx) => {
      const { unionId, parentPartId = null, ...said } = request;
      const content = contentOf(said);
      const union = await this.references.findUnion(tx, unionId);
      tx.authorise(actions.giveAssignments, { paths: union ? [union.path] : [] });
      requireValid(content, tx.now);
      if (parentPartId !== null) await this.requireOwnPart(tx, parentPartId, unionId);
      await this.requireFiles(tx, { unionId, parentPartId, ...content });
      const row: AssignmentRow = {
        id: newId(),
        version: 1,
        unionId,
        parentPartId,
        state: 'draft',
        ...content,
        unions: 0,
        givenBy: null,
        givenAt: null,
        remindedOn: null,
        closeReason: null,
      };
      await this.assignments.insert(tx, row);
      await this.files.use(tx, row.id, fileIdsOf(row));
      return this.saved(tx, null, row);
    });
  }

  @Handles(assignmentContract.change)
  change(request: ChangeAssignment, call: CallContext): Promise<Outcome<AssignmentView>> {
    return this.transactions.command(call, assignmentContract.change, request, async (tx) => {
      const { assignmentId, ...said } = request;
      const content = contentOf(said);
      const { row: before } = await this.lock(tx, assignmentId);
      const state = nextAssignmentState(before.state, 'change');
      requireValid(content, tx.now);
      await this.requireFiles(tx, { ...before, ...content });
      return this.save(tx, before, { ...content, state });
    });
  }

  /** The parts are made in one statement; their officers are told in steps, so that no transaction has thousands of events. */
  @Handles(assignmentContract.give)
  give(request: AssignmentId, call: CallContext): Promise<Outcome<AssignmentView>> {
    return this.transactions.command(call, assignmentContract.give, request, async (tx) => {
      const { row: before, path } = await this.lock(tx, request.assignmentId);
      const state = nextAssignmentState(before.state, 'give');
      requireValid(before, tx.now);
      const unionIds = await this.unionsOf(tx, before, path);
      const { id: assignmentId, dueOn } = before;
      await this.parts.insertFor(tx, unionIds, { assignmentId, dueOn });
      await schedule(tx, { kind: assignmentDue.announce, key: assignmentId, at: tx.now });
      const near = new Date(endOfShanghaiDay(dueOn).getTime() - nearDays * dayMs);
      if (near > tx.now) await schedule(tx, { kind: assignmentDue.near, key: assignmentId, at: near });
      const given = { state, unions: unionIds.length, givenBy: tx.personId, givenAt: tx.now };
      return this.save(tx, before, given);
    });
  }

  @Handles(assignmentContract.close)
  close(request: CloseAssignment, call: CallContext): Promise<Outcome<AssignmentView>> {
    return this.transactions.command(call, assignmentContract.close, request, async (tx) => {
      const { row: before } = await this.lock(tx, request.assignmentId);
      const state = nextAssignmentState(before.state, 'close');
      await this.parts.settleAll(tx, before.id);
      await schedule(tx, { kind: assignmentDue.announce, key: before.id, at: tx.now });
      await unschedule(tx, assignmentDue.near, before.id);
      await syncAwaits(tx, 'affairs', 'assignment', [{ id: before.id, awaits: [] }]);
      return this.save(tx, before, { state, closeReason: request.reason });
    });
  }

  @Handles(assignmentContract.remind)
  remind(request: AssignmentId, call: CallContext): Promise<Outcome<AssignmentView>> {
    return this.transactions.command(call, assignmentContract.remind, request, async (tx) => {
      const { row: before } = await this.lock(tx, request.assignmentId);
      if (before.state !== 'given') throw new DomainError('ASSIGNMENT_STATE');
      const today = shanghaiDate(tx.now);
      if (before.remindedOn === today) throw new DomainError('ASSIGNMENT_REMINDED_TODAY');
      const unionIds = await this.parts.owing(tx, before.id, today);
      if (unionIds.length === 0) throw new DomainError('ASSIGNMENT_NOBODY_LATE');
      await this.notifyOwing(tx, before, { unionIds, cause: `assignmentReminded/${before.id}/${today}` });
      return this.save(tx, before, { remindedOn: today });
    });
  }

  @Handles(assignmentContract.get)
  get({ assignmentId }: AssignmentId, call: CallContext): Promise<AssignmentView> {
    return this.transactions.read(call, async (tx) => {
      const record = await this.assignments.find(tx, assignmentId);
      tx.authorise(actions.giveAssignments, { paths: record ? [record.unionPath] : [] });
      return this.view(tx, assignmentId);
    });
  }

  @Handles(assignmentContract.list)
  list(request: ListAssignments, call: CallContext): Promise<CountedPage<AssignmentLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.giveAssignments, {
        paths: reachOf(call.actor, actions.giveAssignments),
        visible: true,
      });
      const filter = { ...request, unionIds: officesOf(call.actor, actions.seeAssigned) };
      const records = await this.assignments.list(tx, filter);
      const { limit, order } = request;
      const page = toPage(records, {
        limit,
        cursorOf: ({ id, dueOn }) =>
          order === undefined ? [id] : orderCursorOf(order, { value: dueOn, id }),
      });
      const progress = await this.assignments.progress(
        tx,
        page.items.map(({ id }) => id),
        shanghaiDate(tx.now),
      );
      const items = page.items.map((one) =>
        assignmentLine(one, progress.get(one.id) ?? { done: 0, late: 0 }),
      );
      return { ...page, count: await this.assignments.count(tx, filter), items };
    });
  }

  @Handles(assignmentContract.templates)
  templates(_request: NoRequest, call: CallContext): Promise<AssignmentTemplatesView> {
    return this.transactions.read(call, async (tx) => {
      const paths = reachOf(call.actor, actions.giveAssignments);
      tx.authorise(actions.giveAssignments, { paths, visible: true });
      return { items: [...assignmentTemplates] };
    });
  }

  @Handles(assignmentContract.attachment)
  attachment(request: AssignmentAttachmentRequest, call: CallContext): Promise<AttachmentFileView> {
    return this.transactions.read(call, async (tx) => {
      const { assignmentId, fileId } = request;
      const record = await this.assignments.find(tx, assignmentId);
      tx.authorise(actions.giveAssignments, { paths: record ? [record.unionPath] : [] });
      return this.files.usedDocument(tx, assignmentId, fileId);
    });
  }

  /** Notifies the officers of unions that owe something, once per cause. */
  async notifyOwing(
    tx: Transaction,
    { id, title, dueOn }: AssignmentRow,
    { unionIds, cause }: { readonly unionIds: readonly string[]; readonly cause: string },
  ): Promise<void> {
    await raiseNotices(tx, 'affairs', [
      {
        kind: 'assignmentReminded',
        why: 'owesAssignment',
        about: { assignmentId: id },
        title,
        values: { at: dueOn },
        offices: { roles: ['officer'], unionIds, isNearest: false },
        cause,
      },
    ]);
  }

  /** Says whether something waits for those who gave it. The row has to be locked. */
  async syncWaiting(tx: Transaction, row: AssignmentRow): Promise<void> {
    const awaits = awaitsOfAssignment(row, await this.parts.waiting(tx, row.id));
    await syncAwaits(tx, 'affairs', 'assignment', [{ id: row.id, awaits }]);
  }

  /** @throws DomainError `ASSIGNMENT_UNION_NOT_BELOW`, `ASSIGNMENT_NOBODY_BELOW`, `ASSIGNMENT_UNIONS_TOO_MANY` */
  private async unionsOf(tx: Transaction, row: AssignmentRow, path: string): Promise<string[]> {
    const found = await this.audience.unionsBelow(tx, { ...row, path }, unionsMax + 1);
    if (found.length > unionsMax)
      throw new DomainError('ASSIGNMENT_UNIONS_TOO_MANY', { params: { max: unionsMax } });
    if (row.scope === 'chosen') requireChosen(row, found);
    if (found.length === 0) throw new DomainError('ASSIGNMENT_NOBODY_BELOW');
    return found;
  }

  /** @throws DomainError `NOT_FOUND` unless the part is the union's own, and still runs */
  private async requireOwnPart(tx: Transaction, partId: string, unionId: string): Promise<void> {
    const part = await this.parts.find(tx, partId);
    if (part?.unionId !== unionId || part.assignmentState !== 'given')
      throw new DomainError('NOT_FOUND', { pointer: '/parentPartId' });
  }

  /**
   * What is handed on may show what came with it; else it shows documents of the union that gives it.
   * @throws DomainError `BULLETIN_FILE_UNKNOWN`
   */
  private async requireFiles(
    tx: Transaction,
    { unionId, parentPartId, attachments }: Pick<AssignmentRow, 'unionId' | 'parentPartId' | 'attachments'>,
  ): Promise<void> {
    if (attachments.length === 0) return;
    const part = parentPartId === null ? null : await this.parts.find(tx, parentPartId);
    const inherited = part === null ? [] : await this.files.usedBy(tx, part.assignmentId);
    await this.files.requireOwn(tx, unionId, { attachments }, { inherited });
  }

  /** @throws DomainError `NOT_FOUND`, `VERSION_STALE` */
  private async lock(
    tx: Transaction,
    id: string,
  ): Promise<{ readonly row: AssignmentRow; readonly path: string }> {
    const row = await this.assignments.lock(tx, id);
    const union = row && (await this.references.findUnion(tx, row.unionId));
    tx.authorise(actions.giveAssignments, { paths: union ? [union.path] : [] });
    if (row === null || union === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, row.version);
    return { row, path: union.path };
  }

  private async save(
    tx: Transaction,
    before: AssignmentRow,
    changes: Partial<AssignmentRow>,
  ): Promise<AssignmentView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.assignments.update(tx, row);
    if (changes.attachments !== undefined) await this.files.use(tx, row.id, fileIdsOf(row));
    return this.saved(tx, before, row);
  }

  private saved(tx: Transaction, before: AssignmentRow | null, row: AssignmentRow): Promise<AssignmentView> {
    tx.audit({ noun: 'assignment', id: row.id, before: before && auditedOf(before), after: auditedOf(row) });
    return this.view(tx, row.id);
  }

  private async view(tx: Transaction, id: string): Promise<AssignmentView> {
    const record = await this.assignments.find(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    const counts = await this.assignments.counts(tx, id, shanghaiDate(tx.now));
    return assignmentView(record, {
      counts: counts.map(({ state, count }) => ({ state, count })),
      done: counts.reduce((sum, { done }) => sum + done, 0),
      late: counts.reduce((sum, { late }) => sum + late, 0),
      delaysAsked: counts.reduce((sum, { delaysAsked }) => sum + delaysAsked, 0),
      attachments: (await this.files.views(tx, record)).attachments,
      totals: await this.assignments.totals(tx, id, numberIds(record.questions)),
    });
  }
}

/** What was left out is none. */
function contentOf<Said extends AssignmentContent>(said: Said) {
  const { branchIds, attachments, figures } = said;
  return { ...said, branchIds: branchIds ?? [], attachments: attachments ?? [], figures: figures ?? [] };
}

function fileIdsOf({ attachments }: Pick<AssignmentRow, 'attachments'>): string[] {
  return attachments.map(({ fileId }) => fileId);
}

/** @throws DomainError `ASSIGNMENT_INVALID` with what is wrong */
function requireValid(content: AssignmentContent, now: Date): void {
  const errors = contentProblems(content, shanghaiDate(now));
  if (errors.length > 0) throw new DomainError('ASSIGNMENT_INVALID', { errors });
}

function auditedOf({ version, state, title, dueOn, unions }: AssignmentRow): Record<string, unknown> {
  return { version, state, title, dueOn, unions };
}
