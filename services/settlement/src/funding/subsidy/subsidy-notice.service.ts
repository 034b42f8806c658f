import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type AnswerSubsidyObjectionRequest,
  type ListSubsidyObjectionsRequest,
  type ObjectToSubsidyRequest,
  subsidyNoticeContract,
  type SubsidyNoticeView,
  type SubsidyObjectionView,
  type SubsidyProgrammeRequest,
} from '@gongxiang/contracts/settlement/funding/subsidy-programme.contract';
import { type CallContext, DomainError, newId, shanghaiDate, sum, toWire } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { maySee } from '../../reference/reach.model.js';
import { daysLater } from './subsidy-award.model.js';
import { SubsidyDesk } from './subsidy-desk.service.js';
import { SubsidyGiver } from './subsidy-giver.service.js';
import { nextProgrammeState } from './subsidy-life.model.js';
import type { SubsidyObjectionRow, SubsidyProgrammeRow } from './subsidy-programme.entity.js';
import { SubsidyProgrammeRepository } from './subsidy-programme.repository.js';
import { SubsidyViews } from './subsidy-view.service.js';

/** The due work of ending a notice. */
export const noticeDue = 'subsidy-notice';

/** What is to be given is shown to everybody below the giver first, and anybody may object. */
@Injectable()
export class SubsidyNoticeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly programmes: SubsidyProgrammeRepository,
    private readonly desk: SubsidyDesk,
    private readonly giver: SubsidyGiver,
    private readonly views: SubsidyViews,
  ) {}

  /** Begins the notice of approved awards, or gives them where there is none to be, or nothing to be shown. */
  async begin(tx: Transaction, programme: SubsidyProgrammeRow): Promise<SubsidyProgrammeRow> {
    const approvedBy = tx.personId;
    const awards = await this.giver.awardsOf(tx, programme);
    if (programme.noticeDays === 0 || awards.length === 0)
      return this.giver.give(tx, { ...programme, approvedBy });
    const noticeEndsAt = daysLater(tx.now, programme.noticeDays);
    await schedule(tx, { kind: noticeDue, key: programme.id, at: noticeEndsAt });
    const state = nextProgrammeState(programme.state, 'publish');
    return this.desk.saveProgramme(tx, programme, { state, approvedBy, noticeEndsAt });
  }

  /** Done twice, too early, or while somebody waits for his answer, it does nothing; the last answer asks again. */
  async over(tx: Transaction, programmeId: string): Promise<void> {
    const programme = await this.programmes.lock(tx, programmeId);
    if (programme?.state !== 'notice') return;
    await this.endIfDue(tx, programme);
  }

  @Handles(subsidyNoticeContract.object)
  object(request: ObjectToSubsidyRequest, call: CallContext): Promise<Outcome<SubsidyObjectionView>> {
    return this.transactions.command(call, subsidyNoticeContract.object, request, async (tx) => {
      const programme = await this.desk.take(tx, request.programmeId);
      await this.desk.guardBelow(tx, programme, actions.objectToSubsidy);
      nextProgrammeState(programme.state, 'revise');
      if (programme.noticeEndsAt === null || programme.noticeEndsAt <= tx.now)
        throw new DomainError('SUBSIDY_NOTICE_OVER');
      const awards = await this.giver.awardsOf(tx, programme);
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
      tx.audit({ noun: 'subsidyObjection', id: row.id, after: { programmeId: programme.id } });
      return this.objection(tx, row);
    });
  }

  /** One that is upheld takes the awards back to be decided anew; the last answer after the time of notice ends it. */
  @Handles(subsidyNoticeContract.answer)
  answer(request: AnswerSubsidyObjectionRequest, call: CallContext): Promise<Outcome<SubsidyObjectionView>> {
    return this.transactions.command(call, subsidyNoticeContract.answer, request, async (tx) => {
      const programme = await this.desk.take(tx, request.programmeId);
      await this.desk.guard(tx, programme, actions.decideSubsidies);
      const before = await this.programmes.findObjection(tx, programme.id, request.objectionId);
      if (before === null) throw new DomainError('NOT_FOUND');
      if (before.answer !== null) throw new DomainError('SUBSIDY_OBJECTION_ANSWERED');
      if (before.personId === tx.personId) throw new DomainError('SAME_PERSON');
      const { answer, upheld } = request;
      const row = { ...before, answer, upheld, answeredBy: tx.personId, answeredAt: tx.now };
      await this.programmes.updateObjection(tx, row);
      tx.audit({ noun: 'subsidyObjection', id: row.id, after: { upheld } });
      if (programme.state === 'notice') await this.follow(tx, programme, upheld);
      return this.objection(tx, row);
    });
  }

  @Handles(subsidyNoticeContract.get)
  get(request: SubsidyProgrammeRequest, call: CallContext): Promise<SubsidyNoticeView> {
    return this.transactions.read(call, async (tx) => {
      const programme = await this.seen(tx, request);
      const awards = await this.giver.publishedOf(tx, programme);
      const views = await this.views.applicationsOf(tx, awards);
      const end = programme.noticeEndsAt;
      return {
        programme: await this.views.programme(tx, programme),
        // The moment is not in it any more: the day before is the last where it ends at midnight.
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

  /** Those of everybody for the giver, who needs to know from whom; for all others their own. */
  @Handles(subsidyNoticeContract.listObjections)
  listObjections(
    request: ListSubsidyObjectionsRequest,
    call: CallContext,
  ): Promise<Page<SubsidyObjectionView>> {
    return this.transactions.read(call, async (tx) => {
      const programme = await this.seen(tx, request);
      const isGiver = maySee(
        call.actor,
        actions.seeSubsidies,
        await this.desk.pathsOf(tx, [programme.unionId]),
      );
      const rows = await this.programmes.listObjections(tx, request, isGiver ? null : tx.personId);
      return toPage(await this.views.objectionsOf(tx, rows), {
        limit: request.limit,
        cursorOf: ({ id }) => [id],
      });
    });
  }

  private async seen(
    tx: Transaction,
    { programmeId }: SubsidyProgrammeRequest,
  ): Promise<SubsidyProgrammeRow> {
    const row = await this.programmes.find(tx, programmeId);
    if (row === null) {
      tx.authorise(actions.seeSubsidies, {});
      throw new DomainError('NOT_FOUND');
    }
    await this.desk.guardBelow(tx, row);
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
      await this.desk.saveProgramme(tx, programme, changes);
      return;
    }
    await this.endIfDue(tx, programme);
  }

  private async endIfDue(tx: Transaction, programme: SubsidyProgrammeRow): Promise<void> {
    if (programme.noticeEndsAt === null || programme.noticeEndsAt > tx.now) return;
    if ((await this.programmes.openObjections(tx, programme.id)) > 0) return;
    await this.giver.give(tx, programme);
  }
}
