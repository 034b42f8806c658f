import { Injectable } from '@nestjs/common';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import {
  noticeDaysUsual,
  type PublishRankingRequest,
  rankingContract,
  type RankingView,
  type WithdrawRankingRequest,
} from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { OnDue, recordEvent, schedule, unschedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { RankingAccess } from './ranking-access.js';
import { rankingAwaitsMayChange } from './ranking-awaits-due.js';
import type { RankingAppealRow, RankingRow } from './ranking.entity.js';
import { isToBeFinal, nextRankingState, noticeEnd } from './ranking-life.model.js';
import { RankingNotifications } from './ranking-notifications.js';
import { RankingReader } from './ranking-reader.service.js';
import { RankingRepository } from './ranking.repository.js';

/** Due work: ends a notice. */
const noticeKind = 'ranking-notice';

/**
 * Puts rankings on public notice; a ranking becomes final when the appeal period is over and all appeals are decided.
 */
@Injectable()
export class RankingNoticeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly rankingAccess: RankingAccess,
    private readonly rankings: RankingRepository,
    private readonly reader: RankingReader,
    private readonly notifications: RankingNotifications,
  ) {}

  /**
   * Starts the notice. A revision supersedes the revised ranking.
   * @throws DomainError `RANKING_STALE` if other weights came into force since; `RANKING_SCORES_CHANGED` if scores
   *   were revised since
   */
  @Handles(rankingContract.publish)
  publish(request: PublishRankingRequest, call: CallContext): Promise<Outcome<RankingView>> {
    return this.transactions.command(call, rankingContract.publish, request, async (tx) => {
      const before = await this.rankingAccess.lock(tx, request.rankingId);
      requireVersion(tx, before.version);
      const state = nextRankingState(before.state, 'publish');
      const system = await this.rankingAccess.systemOf(tx, before.indicatorSystemId);
      const { version } = await this.rankingAccess.weightsOf(tx, system);
      if (version.id !== before.weightVersionId) throw new DomainError('RANKING_STALE');
      if (await this.isOutdated(tx, before.id)) throw new DomainError('RANKING_SCORES_CHANGED');
      await this.supersede(tx, before.revisionOfId);
      const noticeEndsAt = noticeEnd(tx.now, request.days ?? noticeDaysUsual);
      const begun = { state, publishedBy: tx.personId, publishedAt: tx.now, noticeEndsAt };
      const row = await this.save(tx, before, begun);
      await schedule(tx, { kind: noticeKind, key: row.id, at: noticeEndsAt });
      await this.notifications.onNotice(tx, row);
      return this.reader.viewOf(tx, row);
    });
  }

  /** The ranking no longer counts; it stays readable, with the reason. */
  @Handles(rankingContract.withdraw)
  withdraw(request: WithdrawRankingRequest, call: CallContext): Promise<Outcome<RankingView>> {
    return this.transactions.command(call, rankingContract.withdraw, request, async (tx) => {
      const before = await this.rankingAccess.lock(tx, request.rankingId);
      requireVersion(tx, before.version);
      const state = nextRankingState(before.state, 'withdraw');
      const row = await this.save(tx, before, { state, reason: request.reason });
      await unschedule(tx, noticeKind, row.id);
      if (before.state !== 'draft') await this.notifications.withdrawn(tx, row);
      return this.reader.viewOf(tx, row);
    });
  }

  /**
   * Idempotent. Does nothing before the end of the notice or while an appeal is undecided; the last decision triggers
   * it again.
   */
  @OnDue(noticeKind)
  async noticeOver(tx: Transaction, rankingId: string): Promise<void> {
    const row = await this.rankings.lock(tx, rankingId);
    if (row !== null) await this.finishIfOver(tx, row);
  }

  /**
   * Notifies both sides. An upheld appeal stops the notice; the last decision after the notice period ends it.
   * @param ranking locked
   */
  async appealDecided(tx: Transaction, ranking: RankingRow, appeal: RankingAppealRow): Promise<void> {
    await this.notifications.decided(tx, ranking, appeal);
    await rankingAwaitsMayChange(tx, ranking.id);
    if (ranking.state !== 'notice' && ranking.state !== 'revising') return;
    if (appeal.state === 'upheld') await this.stop(tx, ranking);
    else await this.finishIfOver(tx, ranking);
  }

  private async isOutdated(tx: Transaction, rankingId: string): Promise<boolean> {
    return (await this.rankings.outdatedOf(tx, [rankingId])).has(rankingId);
  }

  /** Makes the ranking final, unless scores were revised during its notice; then it must be corrected first. */
  private async finishIfOver(tx: Transaction, row: RankingRow): Promise<void> {
    const open = await this.rankings.openAppeals(tx, [row.id]);
    if (!isToBeFinal(row, open.get(row.id) ?? 0, tx.now)) return;
    if (await this.isOutdated(tx, row.id))
      return this.notifications.outdated(
        tx,
        await this.save(tx, row, { state: nextRankingState(row.state, 'outdate') }),
      );
    const state = nextRankingState(row.state, 'finalise');
    const final = await this.save(tx, row, { state, finalisedAt: tx.now });
    const { id, version, subjectKind, title, revision, ranked, hash } = final;
    await recordEvent(tx, evaluationEvents.rankingFinalised, id, {
      rankingId: id,
      version,
      subjectKind,
      title,
      revision,
      ranked,
      hash,
      finalisedAt: tx.now.toISOString(),
    });
    await this.notifications.final(tx, final);
  }

  /** Stops the notice until there is a revision. */
  private async stop(tx: Transaction, row: RankingRow): Promise<void> {
    const state = nextRankingState(row.state, 'uphold');
    if (state === row.state) return;
    await unschedule(tx, noticeKind, row.id);
    await this.save(tx, row, { state });
  }

  /** A withdrawn revision does not supersede; the next revision does. */
  private async supersede(tx: Transaction, rankingId: string | null): Promise<void> {
    const before = rankingId === null ? null : await this.rankings.lock(tx, rankingId);
    if (before === null || before.state === 'superseded') return;
    if (before.state === 'withdrawn') return this.supersede(tx, before.revisionOfId);
    await this.save(tx, before, { state: nextRankingState(before.state, 'supersede') });
  }

  private async save(tx: Transaction, before: RankingRow, changes: Partial<RankingRow>): Promise<RankingRow> {
    const row = await this.rankings.update(tx, before, changes);
    tx.audit({ noun: 'ranking', id: row.id, before: { state: before.state }, after: { state: row.state } });
    await rankingAwaitsMayChange(tx, row.id);
    return row;
  }
}
