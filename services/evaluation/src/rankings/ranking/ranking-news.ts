import { Injectable } from '@nestjs/common';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import { type RankingCall, rankingUnionsMax } from '@gongxiang/contracts/evaluation/ranking-call';
import { recordEvent, recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { RankingAppealRow, RankingRow } from './ranking.entity.js';
import { RankingRepository } from './ranking.repository.js';

/** Has those behind what is ranked told what becomes of a ranking, and of an appeal. A draft is told to nobody. */
@Injectable()
export class RankingNews {
  constructor(private readonly rankings: RankingRepository) {}

  /** It is on notice: they may appeal. One that corrects another is told to those behind either. */
  onNotice(tx: Transaction, ranking: RankingRow): Promise<void> {
    const kind = ranking.revisionOfId === null ? 'rankingOnNotice' : 'rankingCorrected';
    return this.tellAll(tx, ranking, kind, ranking.noticeEndsAt);
  }

  final(tx: Transaction, ranking: RankingRow): Promise<void> {
    return this.tellAll(tx, ranking, 'rankingFinal', null);
  }

  withdrawn(tx: Transaction, ranking: RankingRow): Promise<void> {
    return this.tellAll(tx, ranking, 'rankingWithdrawn', null);
  }

  /** It does not come to count: its scores are not those that were shown. */
  outdated(tx: Transaction, ranking: RankingRow): Promise<void> {
    return this.tellAll(tx, ranking, 'rankingOutdated', null);
  }

  /** Told to those who may decide: the ranking cannot become final before. */
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

  /** Told to the officers of what is ranked, and to whoever appealed, in whatever office he was. */
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

  private async tellAll(
    tx: Transaction,
    ranking: RankingRow,
    kind: RankingCall['kind'],
    until: Date | null,
  ): Promise<void> {
    const { id, revisionOfId } = ranking;
    const unionIds = await this.rankings.unionsOf(tx, revisionOfId === null ? [id] : [id, revisionOfId]);
    const pages = Math.ceil(unionIds.length / rankingUnionsMax);
    const told = Array.from({ length: pages }, (_one, page) => {
      const some = unionIds.slice(page * rankingUnionsMax, (page + 1) * rankingUnionsMax);
      const call = { ...callAbout(ranking, id, page), kind, until: until?.toISOString() ?? null };
      return { about: id, data: { ...call, unionIds: some, personIds: [], exceptIds: [] } };
    });
    await recordEvents(tx, evaluationEvents.rankingCallMade, told);
  }
}

function callAbout({ id: rankingId, title, reason }: RankingRow, aboutId: string, page: number) {
  return { rankingId, aboutId, title, reason, page };
}
