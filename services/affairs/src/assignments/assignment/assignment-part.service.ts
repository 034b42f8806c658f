import { Injectable } from '@nestjs/common';
import {
  type AnswerAssignment,
  type AskAssignmentDelay,
  type AssignmentCountedView,
  type AssignmentPartAct,
  type AssignmentPartAttachmentRequest,
  assignmentPartContract,
  type AssignmentPartId,
  type AssignmentPartLine,
  type AssignmentPartView,
  type AssignmentTotal,
  type DecideAssignmentDelay,
  type ListAssignmentParts,
  type ListMyAssignmentParts,
  type SendBackAssignment,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { AttachmentFileView } from '@gongxiang/contracts/words/uploads';
import type { FormQuestionDto } from '@gongxiang/contracts/words/form-question';
import { type CallContext, DomainError, mayDo, officesOf, reachOf, shanghaiDate } from '@gongxiang/domain';
import { checkAnswers, type StoredAnswers, storedAnswersOf } from '@gongxiang/domain/forms';
import { syncAwaits } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { BulletinFiles } from '../../bulletins/bulletin-file/bulletin-files.js';
import { actions } from '../actions.js';
import { publishCourses } from './assignment-courses.js';
import { AssignmentPartRepository, type PartRecord } from './assignment-part.repository.js';
import type { AssignmentPartRow, AssignmentRow } from './assignment.entity.js';
import {
  awaitsOfPart,
  isSettled,
  isWhoActs,
  partActsOf,
  type PartRoles,
  requirePossible,
} from './assignment.model.js';
import { AssignmentRepository } from './assignment.repository.js';
import { AssignmentService } from './assignment.service.js';
import { FigureRepository } from './figure.repository.js';
import { numberIds, partLine } from './assignment.view.js';

interface Locked {
  readonly assignment: AssignmentRow;
  readonly part: AssignmentPartRow;
}

/** Acts after which what waits for the giver is the same: many can be done at once. */
const quiet: readonly AssignmentPartAct[] = ['receive', 'save'];

/** What becomes of the part of one union: by its own officers, and by those who gave it. */
@Injectable()
export class AssignmentPartService {
  constructor(
    private readonly transactions: Transactions,
    private readonly assignments: AssignmentRepository,
    private readonly parts: AssignmentPartRepository,
    private readonly givers: AssignmentService,
    private readonly files: BulletinFiles,
    private readonly figures: FigureRepository,
  ) {}

  @Handles(assignmentPartContract.receive)
  receive(request: AssignmentPartId, call: CallContext): Promise<Outcome<AssignmentPartView>> {
    return this.transactions.command(call, assignmentPartContract.receive, request, async (tx) => {
      const locked = await this.lock(tx, request.partId, 'receive');
      return this.save(tx, locked, { state: 'read' }, 'receive');
    });
  }

  /** What is sent back stays so until it is returned again. */
  @Handles(assignmentPartContract.save)
  saveDraft(request: AnswerAssignment, call: CallContext): Promise<Outcome<AssignmentPartView>> {
    return this.transactions.command(call, assignmentPartContract.save, request, async (tx) => {
      const locked = await this.lock(tx, request.partId, 'save');
      const optional = locked.assignment.questions.map((question) => ({ ...question, required: false }));
      const draft = answersTo(optional, request.answers);
      const state = locked.part.state === 'sentBack' ? 'sentBack' : 'begun';
      return this.save(tx, locked, { state, draft }, 'save');
    });
  }

  /** A wish for more time is void once it is returned. */
  @Handles(assignmentPartContract.return)
  return(request: AnswerAssignment, call: CallContext): Promise<Outcome<AssignmentPartView>> {
    return this.transactions.command(call, assignmentPartContract.return, request, async (tx) => {
      const locked = await this.lock(tx, request.partId, 'return');
      const answers = answersTo(locked.assignment.questions, request.answers);
      const wish =
        locked.part.delayState === 'asked' ? { delayState: null, delayUntil: null, delayReason: null } : {};
      const returned = {
        state: 'returned',
        draft: null,
        answers,
        returnedBy: tx.personId,
        returnedAt: tx.now,
        sentBackReason: null,
      } as const;
      return this.save(tx, locked, { ...wish, ...returned }, 'return');
    });
  }

  @Handles(assignmentPartContract.askDelay)
  askDelay(request: AskAssignmentDelay, call: CallContext): Promise<Outcome<AssignmentPartView>> {
    return this.transactions.command(call, assignmentPartContract.askDelay, request, async (tx) => {
      const { partId, until, reason } = request;
      const locked = await this.lock(tx, partId, 'askDelay');
      if (until <= locked.part.dueOn || until < shanghaiDate(tx.now))
        throw new DomainError('ASSIGNMENT_DELAY_NOT_LATER', { pointer: '/until' });
      const wish = { delayState: 'asked', delayUntil: until, delayReason: reason } as const;
      return this.save(tx, locked, wish, 'askDelay');
    });
  }

  @Handles(assignmentPartContract.decideDelay)
  decideDelay(request: DecideAssignmentDelay, call: CallContext): Promise<Outcome<AssignmentPartView>> {
    return this.transactions.command(call, assignmentPartContract.decideDelay, request, async (tx) => {
      const locked = await this.lock(tx, request.partId, 'decideDelay');
      const { dueOn, delayUntil } = locked.part;
      const changes = request.granted
        ? ({ delayState: 'granted', dueOn: delayUntil ?? dueOn } as const)
        : ({ delayState: 'refused' } as const);
      return this.save(tx, locked, changes, 'decideDelay');
    });
  }

  @Handles(assignmentPartContract.accept)
  accept(request: AssignmentPartId, call: CallContext): Promise<Outcome<AssignmentPartView>> {
    return this.transactions.command(call, assignmentPartContract.accept, request, async (tx) => {
      const locked = await this.lock(tx, request.partId, 'accept');
      return this.save(tx, locked, { state: 'accepted' }, 'accept');
    });
  }

  /** Its union mends what it has returned. */
  @Handles(assignmentPartContract.sendBack)
  sendBack(request: SendBackAssignment, call: CallContext): Promise<Outcome<AssignmentPartView>> {
    return this.transactions.command(call, assignmentPartContract.sendBack, request, async (tx) => {
      const locked = await this.lock(tx, request.partId, 'sendBack');
      const back = { state: 'sentBack', draft: locked.part.answers, sentBackReason: request.reason } as const;
      return this.save(tx, locked, back, 'sendBack');
    });
  }

  @Handles(assignmentPartContract.get)
  get({ partId }: AssignmentPartId, call: CallContext): Promise<AssignmentPartView> {
    return this.transactions.read(call, async (tx) => {
      await this.read(tx, partId);
      return this.view(tx, partId);
    });
  }

  @Handles(assignmentPartContract.attachment)
  attachment(request: AssignmentPartAttachmentRequest, call: CallContext): Promise<AttachmentFileView> {
    return this.transactions.read(call, async (tx) => {
      const { assignmentId } = await this.read(tx, request.partId);
      return this.files.usedDocument(tx, assignmentId, request.fileId);
    });
  }

  @Handles(assignmentPartContract.list)
  list(request: ListAssignmentParts, call: CallContext): Promise<Page<AssignmentPartLine>> {
    return this.transactions.read(call, async (tx) => {
      const assignment = await this.assignments.find(tx, request.assignmentId);
      tx.authorise(actions.giveAssignments, { paths: assignment ? [assignment.unionPath] : [] });
      const records = await this.parts.board(tx, { ...request, today: shanghaiDate(tx.now) });
      const cursorOf = ({ isSettled: settled, dueOn, id }: PartRecord) => [String(settled), dueOn, id];
      const page = toPage(records, { limit: request.limit, cursorOf });
      return { ...page, items: page.items.map((record) => partLine(record, tx.now)) };
    });
  }

  @Handles(assignmentPartContract.listMine)
  listMine(request: ListMyAssignmentParts, call: CallContext): Promise<Page<AssignmentPartLine>> {
    return this.transactions.read(call, async (tx) => {
      const paths = reachOf(call.actor, actions.seeAssigned);
      tx.authorise(actions.seeAssigned, { paths, visible: true });
      const records = await this.parts.ofUnions(tx, {
        ...request,
        unionIds: officesOf(call.actor, actions.seeAssigned),
      });
      const cursorOf = ({ dueOn, id }: PartRecord) => (request.desk === 'owed' ? [dueOn, id] : [id]);
      const page = toPage(records, { limit: request.limit, cursorOf });
      return { ...page, items: page.items.map((record) => partLine(record, tx.now)) };
    });
  }

  /**
   * Locks a part for an act of the caller, after its assignment: whoever closes it comes first or after.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE`, `ASSIGNMENT_STATE`
   */
  private async lock(tx: Transaction, id: string, act: AssignmentPartAct): Promise<Locked> {
    const record = await this.read(tx, id);
    if (!isWhoActs(act, rolesOf(tx, record))) throw new DomainError('NOT_PERMITTED');
    const { assignmentId } = record;
    const assignment = quiet.includes(act)
      ? await this.assignments.lockShared(tx, assignmentId)
      : await this.assignments.lock(tx, assignmentId);
    const part = await this.parts.lock(tx, id);
    if (assignment === null || part === null) throw new DomainError('NOT_FOUND');
    requireVersion(tx, part.version);
    requirePossible(act, assignment, part);
    return { assignment, part };
  }

  /** @throws DomainError `NOT_FOUND` unless the caller is an officer of one of the two unions, or above */
  private async read(tx: Transaction, id: string): Promise<PartRecord> {
    const record = await this.parts.find(tx, id);
    const paths = record ? [record.giverPath, record.unionPath] : [];
    tx.authorise(actions.seeAssigned, { paths });
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  private async save(
    tx: Transaction,
    { assignment, part: before }: Locked,
    changes: Partial<AssignmentPartRow>,
    act: AssignmentPartAct,
  ): Promise<AssignmentPartView> {
    const changed = { ...before, ...changes, version: before.version + 1, isAnnounced: true };
    const row = { ...changed, isSettled: isSettled(assignment, changed.state) };
    await this.parts.update(tx, row);
    await syncAwaits(tx, 'affairs', 'assignment-part', [
      { id: row.id, awaits: awaitsOfPart(assignment, row) },
    ]);
    if (!quiet.includes(act)) {
      await publishCourses(tx, assignment, [row]);
      await this.givers.syncWaiting(tx, assignment);
    }
    tx.audit({ noun: 'assignment-part', id: row.id, before: auditedOf(before), after: auditedOf(row) });
    return this.view(tx, row.id);
  }

  private async view(tx: Transaction, id: string): Promise<AssignmentPartView> {
    const record = await this.parts.find(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    const { text, questions, draft, returnedBy, returnedByName, sentBackReason, assignmentState } = record;
    const roles = rolesOf(tx, record);
    const assignment = { state: assignmentState, kind: record.kind };
    const child = await this.assignments.handedOn(tx, id);
    return {
      ...partLine(record, tx.now),
      text,
      questions,
      attachments: (await this.files.views(tx, record)).attachments,
      draft: roles.isReceiver ? draft : null,
      returnedBy,
      returnedByName,
      sentBackReason,
      assignmentState,
      handedOn: child !== null && child.state !== 'draft',
      handedOnId: roles.isReceiver ? (child?.id ?? null) : null,
      offers: roles.isReceiver && child !== null ? await this.offers(tx, child.id, questions) : [],
      counted: roles.isReceiver ? await this.counted(tx, record) : [],
      acts: partActsOf(assignment, record, roles).map((act) => ({ act })),
    };
  }

  /** What the platform counts for whoever answers, as it is now; nothing once it was returned. */
  private async counted(tx: Transaction, record: PartRecord): Promise<AssignmentCountedView[]> {
    if (record.isSettled) return [];
    const counted: AssignmentCountedView[] = [];
    for (const asked of record.figures)
      counted.push({ ...asked, value: await this.figures.count(tx, asked.figure, record) });
    return counted;
  }

  /** What the unions below have returned to the same questions. */
  private async offers(
    tx: Transaction,
    childId: string,
    questions: readonly FormQuestionDto[],
  ): Promise<AssignmentTotal[]> {
    const totals = await this.assignments.totals(tx, childId, numberIds(questions));
    return totals.filter(({ unions }) => unions > 0);
  }
}

/** A giver's officers reach all below; what a union returns is said by its own. */
function rolesOf(tx: Transaction, { giverPath, unionId }: PartRecord): PartRoles {
  const { actor } = tx.call;
  return {
    isGiver: actor !== null && mayDo(actor, actions.giveAssignments, { paths: [giverPath] }),
    isReceiver: officesOf(actor, actions.seeAssigned).includes(unionId),
  };
}

/** Without those that are blank. @throws DomainError `ANSWERS_INVALID` with what is wrong */
function answersTo(
  questions: readonly FormQuestionDto[],
  answers: Record<string, unknown>,
): StoredAnswers['all'] {
  const errors = checkAnswers(questions, answers, 1);
  if (errors.length > 0) throw new DomainError('ANSWERS_INVALID', { errors });
  return storedAnswersOf(questions, answers, 1).all;
}

function auditedOf({ version, state, dueOn, delayState }: AssignmentPartRow): Record<string, unknown> {
  return { version, state, dueOn, delayState };
}
