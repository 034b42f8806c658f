import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import { raiseNotices } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { RankingAppealRow, RankingRow } from './ranking.entity.js';
import { RankingRepository } from './ranking.repository.js';

type RankingNoticeKind = Extract<NoticeKind, `ranking${string}` | `appeal${string}`>;

const appealing = actions.appealRanking.roles;

/** Notifies the unions behind ranked subjects about rankings and appeals. Nobody is notified about drafts. */
@Injectable()
export class RankingNotifications {
  constructor(private readonly rankings: RankingRepository) {}

  /** The ranking is on notice and may be appealed. A revision notifies the unions behind both rankings. */
  onNotice(tx: Transaction, ranking: RankingRow): Promise<void> {
    const kind = ranking.revisionOfId === null ? 'rankingOnNotice' : 'rankingCorrected';
    return this.notifyAll(tx, ranking, kind, ranking.noticeEndsAt);
  }

  final(tx: Transaction, ranking: RankingRow): Promise<void> {
    return this.notifyAll(tx, ranking, 'rankingFinal', null);
  }

  withdrawn(tx: Transaction, ranking: RankingRow): Promise<void> {
    return this.notifyAll(tx, ranking, 'rankingWithdrawn', null);
  }

  /** The ranking will not become final, because its scores have changed since they were shown. */
  outdated(tx: Transaction, ranking: RankingRow): Promise<void> {
    return this.notifyAll(tx, ranking, 'rankingOutdated', null);
  }

  /** Notifies the officers behind the ranked subject, and the person who appealed, whatever their role. */
  decided(tx: Transaction, ranking: RankingRow, appeal: RankingAppealRow): Promise<void> {
    const kind = appeal.state === 'upheld' ? 'appealUpheld' : 'appealRejected';
    return raiseNotices(tx, 'evaluation', [
      {
        ...noticeOf(ranking, kind, appeal.id),
        personIds: [appeal.personId],
        offices: { roles: appealing, unionIds: [appeal.unionId], isNearest: false },
      },
    ]);
  }

  private async notifyAll(
    tx: Transaction,
    ranking: RankingRow,
    kind: RankingNoticeKind,
    until: Date | null,
  ): Promise<void> {
    const { id, revisionOfId } = ranking;
    const unionIds = await this.rankings.unionsOf(tx, revisionOfId === null ? [id] : [id, revisionOfId]);
    const notice = noticeOf(ranking, kind, id);
    const values = { ...notice.values, at: until?.toISOString() };
    const offices = { roles: appealing, unionIds, isNearest: false };
    await raiseNotices(tx, 'evaluation', [{ ...notice, values, offices }]);
  }
}

/** @param aboutId the appeal, where one was decided; otherwise the ranking */
function noticeOf({ id: rankingId, title, reason }: RankingRow, kind: RankingNoticeKind, aboutId: string) {
  return {
    kind,
    why: 'isRanked' as const,
    about: { rankingId },
    title,
    cause: `${kind}/${aboutId}`,
    values: { reason },
  };
}
