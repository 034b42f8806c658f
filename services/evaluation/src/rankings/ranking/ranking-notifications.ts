import { Injectable } from '@nestjs/common';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import { type RankingCall, rankingUnionsMax } from '@gongxiang/contracts/evaluation/ranking-call';
import { recordEvent, recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { RankingAppealRow, RankingRow } from './ranking.entity.js';
import { RankingRepository } from './ranking.repository.js';

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

  /** Notifies those who may decide; the ranking cannot become final before. */
  appealed(tx: Transaction, ranking: RankingRow, appeal: RankingAppealRow): Promise<void> {
    const involved = [ranking.createdBy, ranking.publishedBy, appeal.personId];
    return recordEvent(tx, evaluationEvents.rankingCallMade, ranking.id, {
      ...callAbout(ranking, appeal.id, 0),
      kind: 'appealMade',
      until: null,
      unionIds: [ranking.unionId],
      personIds: [],
      exceptIds: [...new Set(involved.filter((id) => id !== null))],
    });
  }

  /** Notifies the officers behind the ranked subject, and the person who appealed, whatever their role. */
  decided(tx: Transaction, ranking: RankingRow, appeal: RankingAppealRow): Promise<void> {
    return recordEvent(tx, evaluationEvents.rankingCallMade, ranking.id, {
      ...callAbout(ranking, appeal.id, 0),
      kind: appeal.state === 'upheld' ? 'appealUpheld' : 'appealRejected',
      until: null,
      unionIds: [appeal.unionId],
      personIds: [appeal.personId],
      exceptIds: [],
    });
  }

  private async notifyAll(
    tx: Transaction,
    ranking: RankingRow,
    kind: RankingCall['kind'],
    until: Date | null,
  ): Promise<void> {
    const { id, revisionOfId } = ranking;
    const unionIds = await this.rankings.unionsOf(tx, revisionOfId === null ? [id] : [id, revisionOfId]);
    const pages = Math.ceil(unionIds.length / rankingUnionsMax);
    const events = Array.from({ length: pages }, (_one, page) => {
      const some = unionIds.slice(page * rankingUnionsMax, (page + 1) * rankingUnionsMax);
      const call = { ...callAbout(ranking, id, page), kind, until: until?.toISOString() ?? null };
      return { about: id, data: { ...call, unionIds: some, personIds: [], exceptIds: [] } };
    });
    await recordEvents(tx, evaluationEvents.rankingCallMade, events);
  }
}

function callAbout({ id: rankingId, title, reason }: RankingRow, aboutId: string, page: number) {
  return { rankingId, aboutId, title, reason, page };
}
