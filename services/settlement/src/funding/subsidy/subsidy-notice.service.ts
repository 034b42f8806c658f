import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type AnswerSubsidyObjectionRequest,
  type ListSubsidyObjectionsRequest,
  type ObjectToSubsidyRequest,
  subsidyNoticeContract,
  type SubsidyNoticeView,
  type SubsidyObjectionView,
  type SubsidyProgrammeIdRequest,
} from '@gongxiang/contracts/settlement/funding/subsidy-programme.contract';
import { type CallContext, DomainError, newId, shanghaiDate, sum, toWire } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { programmeAwaitsDue } from '../awaits-due.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { maySee } from '../../reference/reach.model.js';
import { daysLater } from './subsidy-award.model.js';
import { ProgrammeAccess } from './programme-access.js';
import { SubsidyGranting } from './subsidy-granting.js';
import { nextProgrammeState } from './subsidy-life.model.js';
import type { SubsidyObjectionRow, SubsidyProgrammeRow } from './subsidy-programme.entity.js';
import { SubsidyProgrammeRepository } from './subsidy-programme.repository.js';
import { SubsidyViews } from './subsidy-view.service.js';

/** Due work: ends a notice. */
export const noticeDue = 'subsidy-notice';

/** Public notice of awards: everybody below the giver sees them and may object. */
@Injectable()
export class SubsidyNoticeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly programmes: SubsidyProgrammeRepository,
    private readonly programmeAccess: ProgrammeAccess,
    private readonly granting: SubsidyGranting,
    private readonly views: SubsidyViews,
  ) {}

  /** Starts the notice of approved awards, or grants them at once if there is no notice period or no award. */
  async begin(tx: Transaction, programme: SubsidyProgrammeRow): Promise<SubsidyProgrammeRow> {
    const approvedBy = tx.personId;
    const awards = await this.granting.awardsOf(tx, programme);
    if (programme.noticeDays === 0 || awards.length === 0)
      return this.granting.grantAwards(tx, { ...programme, approvedBy });
    const noticeEndsAt = daysLater(tx.now, programme.noticeDays);
    await schedule(tx, { kind: noticeDue, key: programme.id, at: noticeEndsAt });
    const state = nextProgrammeState(programme.state, 'publish');
    return this.programmeAccess.saveProgramme(tx, programme, { state, approvedBy, noticeEndsAt });
  }

  /**
   * Idempotent. Does nothing before the end of the notice or while an objection is unanswered; the last answer
   * triggers it again.
   */
  async over(tx: Transaction, programmeId: string): Promise<void> {
    const programme = await this.programmes.lock(tx, programmeId);
    if (programme?.state !== 'notice') return;
    await this.endIfDue(tx, programme);
  }

  @Handles(subsidyNoticeContract.object)
  object(request: ObjectToSubsidyRequest, call: CallContext): Promise<Outcome<SubsidyObjectionView>> {
    return this.transactions.command(call, subsidyNoticeContract.object, request, async (tx) => {
      const programme = await this.programmeAccess.lockProgramme(tx, request.programmeId);
      await this.programmeAccess.authoriseBelow(tx, programme, actions.objectToSubsidy);
      nextProgrammeState(programme.state, 'revise');
      if (programme.noticeEndsAt === null || programme.noticeEndsAt <= tx.now)
        throw new DomainError('SUBSIDY_NOTICE_OVER');
      const awards = await this.granting.awardsOf(tx, programme);
      if (!awards.some(({ id }) => id === request.applicationId))
        throw new DomainError('NOT_FOUND', { pointer: '/applicationId' });
      const row: SubsidyObjectionRow = {
        id: newId(),
        programmeId: programme.id,
        applicationId: request.applicationId,
        personId: tx.personId,
        reason: request.reason,
        createdAt: tx.now,
        answer: null,
        upheld: null,
        answeredBy: null,
        answeredAt: null,
      };
      if (!(await this.programmes.insertObjection(tx, row))) throw new DomainError('SUBSIDY_OBJECTED');
      await awaitsMayChange(tx, programmeAwaitsDue, programme.id);
      tx.audit({ noun: 'subsidyObjection', id: row.id, after: { programmeId: programme.id } });
      return this.objection(tx, row);
    });
  }

  /**
   * An upheld objection reopens the decisions on the awards; the last answer after the notice period ends the notice.
   */
  @Handles(subsidyNoticeContract.answer)
  answer(request: AnswerSubsidyObjectionRequest, call: CallContext): Promise<Outcome<SubsidyObjectionView>> {
    return this.transactions.command(call, subsidyNoticeContract.answer, request, async (tx) => {
      const programme = await this.programmeAccess.lockProgramme(tx, request.programmeId);
      await this.programmeAccess.authoriseAtGiver(tx, programme, actions.decideSubsidies);
      const before = await this.programmes.findObjection(tx, programme.id, request.objectionId);
      if (before === null) throw new DomainError('NOT_FOUND');
      if (before.answer !== null) throw new DomainError('SUBSIDY_OBJECTION_ANSWERED');
      if (before.personId === tx.personId) throw new DomainError('SAME_PERSON');
      const { answer, upheld } = request;
      const row = { ...before, answer, upheld, answeredBy: tx.personId, answeredAt: tx.now };
      await this.programmes.updateObjection(tx, row);
      await awaitsMayChange(tx, programmeAwaitsDue, programme.id);
      tx.audit({ noun: 'subsidyObjection', id: row.id, after: { upheld } });
      if (programme.state === 'notice') await this.follow(tx, programme, upheld);
      return this.objection(tx, row);
    });
  }

  @Handles(subsidyNoticeContract.get)
  get(request: SubsidyProgrammeIdRequest, call: CallContext): Promise<SubsidyNoticeView> {
    return this.transactions.read(call, async (tx) => {
      const programme = await this.findVisible(tx, request);
      const awards = await this.granting.publishedOf(tx, programme);
      const views = await this.views.applicationsOf(tx, awards);
      const end = programme.noticeEndsAt;
      return {
        programme: await this.views.programme(tx, programme),
        // The end is exclusive: a notice that ends at midnight has the day before as its last day.
        lastDay: end === null ? null : shanghaiDate(new Date(end.getTime() - 1)),
        openObjections: await this.programmes.openObjections(tx, programme.id),
        total: toWire(sum(awards.map(({ awardFen }) => awardFen ?? 0n))),
        lines: views.map(({ id, unionName, title, grade, award }) => ({
          applicationId: id,
          unionName,
          title,
          grade,
          amount: award ?? toWire(0n),
        })),
      };
    });
  }

  /** The giver sees all objections with their authors; others see only their own. */
  @Handles(subsidyNoticeContract.listObjections)
  listObjections(
    request: ListSubsidyObjectionsRequest,
    call: CallContext,
  ): Promise<Page<SubsidyObjectionView>> {
    return this.transactions.read(call, async (tx) => {
      const programme = await this.findVisible(tx, request);
      const isGiver = maySee(
        call.actor,
        actions.seeSubsidies,
        await this.programmeAccess.pathsOf(tx, [programme.unionId]),
      );
      const rows = await this.programmes.listObjections(tx, request, isGiver ? null : tx.personId);
      return toPage(await this.views.objectionsOf(tx, rows), {
        limit: request.limit,
        cursorOf: ({ id }) => [id],
      });
    });
  }

  private async findVisible(
    tx: Transaction,
    { programmeId }: SubsidyProgrammeIdRequest,
  ): Promise<SubsidyProgrammeRow> {
    const row = await this.programmes.find(tx, programmeId);
    if (row === null) {
      tx.authorise(actions.seeSubsidies, {});
      throw new DomainError('NOT_FOUND');
    }
    await this.programmeAccess.authoriseBelow(tx, row);
    return row;
  }

  private async objection(tx: Transaction, row: SubsidyObjectionRow): Promise<SubsidyObjectionView> {
    const [view] = await this.views.objectionsOf(tx, [row]);
    return view as SubsidyObjectionView;
  }

  private async follow(tx: Transaction, programme: SubsidyProgrammeRow, upheld: boolean): Promise<void> {
    if (upheld) {
      const changes = {
        state: nextProgrammeState(programme.state, 'revise'),
        noticeEndsAt: null,
        approvedBy: null,
      };
      await this.programmeAccess.saveProgramme(tx, programme, changes);
      return;
    }
    await this.endIfDue(tx, programme);
  }

  private async endIfDue(tx: Transaction, programme: SubsidyProgrammeRow): Promise<void> {
    if (programme.noticeEndsAt === null || programme.noticeEndsAt > tx.now) return;
    if ((await this.programmes.openObjections(tx, programme.id)) > 0) return;
    await this.granting.grantAwards(tx, programme);
  }
}
