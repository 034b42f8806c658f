import { Injectable } from '@nestjs/common';
import type { ListRankingAppealsRequest } from '@gongxiang/contracts/evaluation/rankings/ranking-appeal.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { RankingAppealRow } from './ranking.entity.js';

@Injectable()
export class RankingAppealRepository {
  find(tx: Transaction, rankingId: string, id: string): Promise<RankingAppealRow | null> {
    return tx.sql.findOneBy(RankingAppealRow, { rankingId, id });
  }

  hasOpen(tx: Transaction, rankingId: string, subjectId: string): Promise<boolean> {
    return tx.sql.existsBy(RankingAppealRow, { rankingId, subjectId, state: 'open' });
  }

  /** Those that wait for a decision, the earliest first. */
  open(tx: Transaction, rankingId: string, limit: number): Promise<RankingAppealRow[]> {
    return tx.sql.find(RankingAppealRow, {
      where: { rankingId, state: 'open' },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  async insert(tx: Transaction, row: RankingAppealRow): Promise<void> {
    await tx.sql.insert(RankingAppealRow, row);
  }

  async decide(tx: Transaction, row: RankingAppealRow): Promise<void> {
    const { rankingId, id, state, answer, decidedBy, decidedAt } = row;
    await tx.sql.update(RankingAppealRow, { rankingId, id }, { state, answer, decidedBy, decidedAt });
  }

  /** The earliest first. @param paths the subtrees of which the caller may see appeals; null for all */
  list(
    tx: Transaction,
    filter: ListRankingAppealsRequest,
    paths: readonly string[] | null,
  ): Promise<RankingAppealRow[]> {
    const query = tx.sql
      .createQueryBuilder(RankingAppealRow, 'a')
      .where('a.rankingId = :rankingId', { rankingId: filter.rankingId })
      .orderBy('a.id');
    if (paths !== null)
      query.andWhere(
        `(SELECT u.path FROM union_ref u WHERE u.id = a.union_id) ^@ ANY(CAST(:paths AS text[]))`,
        { paths },
      );
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('a.id > :id', { id: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }
}
