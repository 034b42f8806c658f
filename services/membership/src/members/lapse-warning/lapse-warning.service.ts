import { Injectable } from '@nestjs/common';
import type { NoRequest, Page } from '@gongxiang/contracts/core/contract';
import {
  type AnswerLapseWarning,
  lapseContract,
  type LapseView,
  type LapseWarningId,
  type LapseWarningView,
  type ListLapses,
  type OwnLapseWarning,
  type WarnOfLapse,
} from '@gongxiang/contracts/membership/members/lapse.contract';
import { type CallContext, DomainError, newId, shanghaiDate } from '@gongxiang/domain';
import { raiseNotices } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import {
  brokenConstraint,
  requireVersion,
  rowsFor,
  toPage,
  type Transaction,
  Transactions,
} from '@gongxiang/persistence';
import { DuesPresenter } from '../../dues/dues-presenter.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { MemberNews } from '../member/member-news.js';
import { MemberPresenter } from '../member/member-presenter.js';
import { type MemberRecord, MemberRepository } from '../member/member.repository.js';
import { auditedStateOf, LapseGround } from '../lapse/lapse-ground.js';
import { LapsePresenter } from './lapse-presenter.js';
import type { LapseWarningRow } from '../lapse/lapse.entity.js';
import { endableFrom, lapseMonths } from '../lapse/lapse.model.js';
import { type LapseRecord, LapseRepository } from '../lapse/lapse.repository.js';

/** Members who have paid no dues and taken no part for six months: they are listed, warned, and may answer. */
@Injectable()
export class LapseWarningService {
  constructor(
    private readonly transactions: Transactions,
    private readonly unions: UnionRepository,
    private readonly members: MemberRepository,
    private readonly accounts: DuesPresenter,
    private readonly ground: LapseGround,
    private readonly warnings: LapseRepository,
    private readonly presenter: LapsePresenter,
    private readonly memberPresenter: MemberPresenter,
    private readonly news: MemberNews,
  ) {}

  /** What is due follows from the rules and is in no column: members are read block by block, until a page is full. */
  @Handles(lapseContract.list)
  list(request: ListLapses, call: CallContext): Promise<Page<LapseView>> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unions.findById(tx, request.union);
      if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/union' });
      tx.authorise(actions.listLapses, { paths: [union.path], visible: true });
      const { limit, cursor } = request;
      const found: LapseView[] = [];
      for await (const block of this.accounts.accounts(tx, { unionId: union.id, cursor })) {
        const open = block.filter(({ member }) => member.validTo === null);
        const evidences = await this.ground.evidenceOfAll(tx, open);
        const warnings = await this.warnings.openOf(tx, [...evidences.keys()]);
        for (const { member } of open) {
          const evidence = evidences.get(member.id);
          const warning = warnings.get(member.id) ?? null;
          if (evidence === undefined || (!evidence.isDue && warning === null)) continue;
          found.push(this.presenter.lapseView(tx, member, { evidence, warning }));
        }
        if (found.length >= rowsFor(limit)) break;
      }
      return toPage(found.slice(0, rowsFor(limit)), { limit, cursorOf: ({ memberId }) => [memberId] });
    });
  }

  @Handles(lapseContract.get)
  get({ warningId }: LapseWarningId, call: CallContext): Promise<LapseWarningView> {
    return this.transactions.read(call, async (tx) => {
      const record = await this.warnings.findById(tx, warningId);
      const subject = { paths: record ? [record.unionPath] : [], personId: record?.personId ?? '' };
      tx.authorise(actions.seeLapseWarning, subject);
      if (record === null) throw new DomainError('NOT_FOUND');
      return this.viewOf(tx, record);
    });
  }

  @Handles(lapseContract.warn)
  warn(request: WarnOfLapse, call: CallContext): Promise<Outcome<LapseWarningView>> {
    return this.transactions.command(call, lapseContract.warn, request, async (tx) => {
      const member = await this.memberFor(tx, request.memberId);
      const evidence = await this.ground.evidenceOf(tx, member.id);
      if (member.state === 'ended' || !evidence.isDue)
        throw new DomainError('LAPSE_NOT_DUE', { params: { months: lapseMonths } });
      const before = await this.warnings.lockOpen(tx, member.id);
      if (before !== null && this.ground.stands(before, evidence))
        throw new DomainError('LAPSE_WARNED_ALREADY');
      // They paid or came after that one, and then stayed away again: it counts from now on.
      if (before !== null) await this.ground.save(tx, before, { state: 'mended', closedAt: tx.now });
      const { monthsUnpaid, lastPaidOn, lastPartOn } = evidence;
      const row: LapseWarningRow = {
        id: newId(),
        version: 1,
        membershipId: member.id,
        personId: member.personId,
        state: 'open',
        warnedBy: tx.personId,
        warnedAt: tx.now,
        endableFrom: endableFrom(shanghaiDate(tx.now)),
        monthsUnpaid,
        lastPaidOn,
        lastPartOn,
        answer: null,
        answeredAt: null,
        closedAt: null,
      };
      await this.insert(tx, row);
      await this.news.tell(tx, member.personId, {
        kind: 'lapseWarned',
        cause: `lapseWarned/${row.id}`,
        about: { unionId: member.unionId },
        title: member.unionName,
        values: { count: String(monthsUnpaid), day: row.endableFrom },
        text: 'lapseWarned',
      });
      return this.viewOf(tx, await this.recordOf(tx, row.id));
    });
  }

  @Handles(lapseContract.withdraw)
  withdraw(request: LapseWarningId, call: CallContext): Promise<Outcome<LapseWarningView>> {
    const work = async (tx: Transaction): Promise<LapseWarningView> => {
      const seen = await this.warnings.findById(tx, request.warningId);
      const subject = { paths: seen ? [seen.unionPath] : [], personId: seen?.personId ?? '' };
      tx.authorise(actions.seeLapseWarning, subject);
      tx.authorise(actions.warnOfLapse, { ...subject, visible: true });
      const before = await this.warnings.lockById(tx, request.warningId);
      if (seen === null || before === null) throw new DomainError('NOT_FOUND');
      requireVersion(tx, before.version);
      if (before.state !== 'open') throw new DomainError('LAPSE_WARNING_OVER');
      await this.ground.save(tx, before, { state: 'withdrawn', closedAt: tx.now });
      await this.news.tell(tx, before.personId, {
        kind: 'lapseWithdrawn',
        cause: `lapseWithdrawn/${before.id}`,
        about: { unionId: seen.unionId },
        title: seen.unionName,
        text: 'recordChanged',
      });
      return this.viewOf(tx, await this.recordOf(tx, before.id));
    };
    return this.transactions.command(call, lapseContract.withdraw, request, work, {
      keep: (view) => this.presenter.withoutAnswer(view),
    });
  }

  @Handles(lapseContract.mine)
  mine(_request: NoRequest, call: CallContext): Promise<OwnLapseWarning> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnLapseWarning, {});
      const record = await this.warnings.findLatest(tx, tx.personId);
      return { warning: record && (await this.viewOf(tx, record)) };
    });
  }

  @Handles(lapseContract.answer)
  answer(request: AnswerLapseWarning, call: CallContext): Promise<Outcome<LapseWarningView>> {
    const comparable = { keyed: this.memberPresenter.keyedHash(request) };
    const work = async (tx: Transaction): Promise<LapseWarningView> => {
      tx.authorise(actions.answerLapseWarning, {});
      const latest = await this.warnings.findLatest(tx, tx.personId);
      const before = latest && (await this.warnings.lockById(tx, latest.id));
      if (latest === null || before?.state !== 'open') throw new DomainError('LAPSE_WARNING_OVER');
      if (before.answeredAt !== null) throw new DomainError('LAPSE_ANSWERED');
      const answer = this.presenter.seal(before.id, request.words.trim());
      await this.ground.save(tx, before, { answer, answeredAt: tx.now });
      await raiseNotices(tx, 'membership', [
        {
          kind: 'lapseAnswered',
          cause: `lapseAnswered/${before.id}`,
          why: 'decidesHere',
          offices: {
            roles: ['officer'],
            unionIds: [latest.unionId],
            isNearest: true,
            exceptIds: [tx.personId],
          },
          about: { unionId: latest.unionId },
          title: latest.unionName,
        },
      ]);
      return this.viewOf(tx, await this.recordOf(tx, before.id));
    };
    return this.transactions.command(call, lapseContract.answer, comparable, work, {
      keep: (view) => this.presenter.withoutAnswer(view),
    });
  }

  /** Two officers may warn at once. */
  private async insert(tx: Transaction, row: LapseWarningRow): Promise<void> {
    try {
      await this.warnings.insert(tx, row);
    } catch (error) {
      if (brokenConstraint(error) === 'lapse_warning_open_key') throw new DomainError('LAPSE_WARNED_ALREADY');
      throw error;
    }
    tx.audit({ noun: 'lapseWarning', id: row.id, after: auditedStateOf(row) });
  }

  private async viewOf(tx: Transaction, record: LapseRecord): Promise<LapseWarningView> {
    return this.presenter.viewOf(record, await this.ground.evidenceOf(tx, record.membershipId));
  }

  private async recordOf(tx: Transaction, id: string): Promise<LapseRecord> {
    const record = await this.warnings.findById(tx, id);
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }

  /** A member whom the caller may not see is NOT_FOUND. */
  private async memberFor(tx: Transaction, memberId: string): Promise<MemberRecord> {
    const record = await this.members.findById(tx, memberId);
    const subject = { paths: record ? [record.unionPath] : [], personId: record?.personId ?? '' };
    tx.authorise(actions.seeMaskedMember, subject);
    tx.authorise(actions.warnOfLapse, { ...subject, visible: true });
    if (record === null) throw new DomainError('NOT_FOUND');
    return record;
  }
}
