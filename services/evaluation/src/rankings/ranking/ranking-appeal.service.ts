import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type AppealAttachment,
  type AppealAttachmentView,
  type AppealRankingRequest,
  type DecideAppealRequest,
  type ListRankingAppealsRequest,
  rankingAppealContract,
  type RankingAppealIdRequest,
  type RankingAppealView,
} from '@gongxiang/contracts/evaluation/rankings/ranking-appeal.contract';
import { type CallContext, DomainError, mayDo, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { actions as systemsActions } from '../../systems/actions.js';
import { pathsFor } from '../../reference/reading-paths.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { rankingAwaitsMayChange } from './ranking-awaits-due.js';
import type { RankingAppealRow, RankingRow } from './ranking.entity.js';
import { nextRankingState } from './ranking-life.model.js';
import { RankingNoticeService } from './ranking-notice.service.js';
import { RankingAppealRepository } from './ranking-appeal.repository.js';
import { RankingRepository } from './ranking.repository.js';

/** Appeals against places in a ranking while it is on notice; another person decides. */
@Injectable()
export class RankingAppealService {
  constructor(
    private readonly transactions: Transactions,
    private readonly rankings: RankingRepository,
    private readonly appeals: RankingAppealRepository,
    private readonly notices: RankingNoticeService,
    private readonly references: ReferenceRepository,
  ) {}

  /** @throws DomainError `RANKING_NOTICE_OVER`, `APPEAL_OPEN`, `ILLEGAL_TRANSITION` if it is not on notice */
  @Handles(rankingAppealContract.appeal)
  appeal(request: AppealRankingRequest, call: CallContext): Promise<Outcome<RankingAppealView>> {
    return this.transactions.command(call, rankingAppealContract.appeal, request, async (tx) => {
      const { rankingId, subjectId, text, attachment } = request;
      const ranking = await this.lockPublished(tx, rankingId);
      const subject = await this.rankings.findSubject(tx, rankingId, subjectId);
      if (subject === null) throw new DomainError('NOT_FOUND', { pointer: '/subjectId' });
      const union = await this.references.union(tx, subject.unionId);
      tx.authorise(actions.appealRanking, { paths: [union.path], visible: true });
      nextRankingState(ranking.state, 'appeal');
      if (ranking.noticeEndsAt === null || ranking.noticeEndsAt <= tx.now)
        throw new DomainError('RANKING_NOTICE_OVER');
      if (await this.appeals.hasOpen(tx, rankingId, subjectId)) throw new DomainError('APPEAL_OPEN');
      const { subjectName, unionId } = subject;
      const row: RankingAppealRow = {
        rankingId,
        id: newId(),
        subjectId,
        subjectName,
        unionId,
        personId: tx.personId,
        text,
        ...fileOf(attachment ?? null),
        state: 'open',
        answer: null,
        createdAt: tx.now,
        decidedBy: null,
        decidedAt: null,
      };
      await this.appeals.insert(tx, row);
      tx.audit({ noun: 'ranking-appeal', id: row.id, after: { rankingId, subjectId, state: row.state } });
      await rankingAwaitsMayChange(tx, rankingId);
      return this.viewOf(tx, row);
    });
  }

  /**
   * An upheld appeal stops the notice until the ranking is recomputed; the last decision after the notice period ends
   * it.
   * @throws DomainError `APPEAL_DECIDED`, `APPEAL_OWN` for the person who created or published the ranking, or
   *   appealed
   */
  @Handles(rankingAppealContract.decide)
  decide(request: DecideAppealRequest, call: CallContext): Promise<Outcome<RankingAppealView>> {
    return this.transactions.command(call, rankingAppealContract.decide, request, async (tx) => {
      const ranking = await this.lockPublished(tx, request.rankingId);
      const union = await this.references.union(tx, ranking.unionId);
      tx.authorise(actions.decideAppeal, { paths: [union.path], visible: true });
      requireVersion(tx, ranking.version);
      const before = await this.appeals.find(tx, ranking.id, request.appealId);
      if (before === null) throw new DomainError('NOT_FOUND');
      if (before.state !== 'open') throw new DomainError('APPEAL_DECIDED');
      if ([ranking.createdBy, ranking.publishedBy, before.personId].includes(tx.personId))
        throw new DomainError('APPEAL_OWN');
      const { upheld, answer } = request;
      const state = upheld ? ('upheld' as const) : ('rejected' as const);
      const row = { ...before, state, answer, decidedBy: tx.personId, decidedAt: tx.now };
      await this.appeals.decide(tx, row);
      tx.audit({ noun: 'ranking-appeal', id: row.id, before: { state: before.state }, after: { state } });
      await this.notices.appealDecided(tx, ranking, row);
      return this.viewOf(tx, row);
    });
  }

  /** Shows all appeals to managers and deciders, and to officers those of their unions. */
  @Handles(rankingAppealContract.list)
  list(request: ListRankingAppealsRequest, call: CallContext): Promise<Page<RankingAppealView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(systemsActions.seePublished, {});
      const ranking = await this.rankings.find(tx, request.rankingId);
      if (ranking === null) throw new DomainError('NOT_FOUND');
      const { path } = await this.references.union(tx, ranking.unionId);
      if (ranking.state === 'draft') tx.authorise(systemsActions.tendIndicators, { paths: [path] });
      const seesAll = mayDecide(tx, path);
      const paths = seesAll ? null : pathsFor(tx, actions.appealRanking);
      const rows = await this.appeals.list(tx, request, paths);
      const { items, nextCursor } = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      const names = await this.namesOf(tx, items);
      return { items: items.map((row) => appealView(row, names)), nextCursor };
    });
  }

  /**
   * The file of an appeal, for the deciders and for the officers behind the ranked subject. It is only returned if it
   * belongs to the person who appealed.
   * @throws DomainError `NOT_FOUND` for everybody else, and if there is no file
   */
  @Handles(rankingAppealContract.getAttachment)
  attachment(
    { rankingId, appealId }: RankingAppealIdRequest,
    call: CallContext,
  ): Promise<AppealAttachmentView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(systemsActions.seePublished, {});
      const ranking = await this.rankings.find(tx, rankingId);
      const appeal = await this.appeals.find(tx, rankingId, appealId);
      if (ranking === null || appeal === null) throw new DomainError('NOT_FOUND');
      const union = await this.references.union(tx, ranking.unionId);
      const subject = await this.references.union(tx, appeal.unionId);
      if (!mayDecide(tx, union.path)) tx.authorise(actions.appealRanking, { paths: [subject.path] });
      const { fileKey, fileHash: sha256, fileName: name, personId: ownerId } = appeal;
      if (fileKey === null || sha256 === null || name === null) throw new DomainError('NOT_FOUND');
      return { fileKey, sha256, name, ownerId };
    });
  }

  /** Locks the ranking; drafts cannot be appealed. */
  private async lockPublished(tx: Transaction, rankingId: string): Promise<RankingRow> {
    tx.authorise(systemsActions.seePublished, {});
    const row = await this.rankings.lock(tx, rankingId);
    if (row === null || row.state === 'draft') throw new DomainError('NOT_FOUND');
    return row;
  }

  private async viewOf(tx: Transaction, row: RankingAppealRow): Promise<RankingAppealView> {
    return appealView(row, await this.namesOf(tx, [row]));
  }

  private namesOf(tx: Transaction, rows: readonly RankingAppealRow[]): Promise<ReadonlyMap<string, string>> {
    return this.references.namesOf(
      tx,
      rows.map(({ unionId }) => unionId),
    );
  }
}

function fileOf(
  attachment: AppealAttachment | null,
): Pick<RankingAppealRow, 'fileKey' | 'fileHash' | 'fileName'> {
  if (attachment === null) return { fileKey: null, fileHash: null, fileName: null };
  const { fileKey, sha256: fileHash, name: fileName } = attachment;
  return { fileKey, fileHash, fileName };
}

function mayDecide({ call: { actor } }: Transaction, path: string): boolean {
  return actor !== null && mayDo(actor, actions.decideAppeal, { paths: [path] });
}

function appealView(row: RankingAppealRow, unions: ReadonlyMap<string, string>): RankingAppealView {
  const { id, rankingId, subjectId, subjectName, unionId, text, state, answer } = row;
  return {
    id,
    rankingId,
    subjectId,
    subjectName,
    unionId,
    unionName: unions.get(unionId) ?? null,
    text,
    state,
    answer,
    attachmentName: row.fileName,
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}
