import { Injectable } from '@nestjs/common';
import type { ListScoresRequest } from '@gongxiang/contracts/evaluation/scores/score.contract';
import { DomainError } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { IsNull } from 'typeorm';
import { ScoreRow } from './score.entity.js';
import type { ScoreOrder } from './score-inputs.js';

@Injectable()
export class ScoreRepository {
  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<ScoreRow> {
    const row = await tx.sql.findOneBy(ScoreRow, { id });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** The newest revision of each subject of an order, by the id of the subject. */
  async standing(
    tx: Transaction,
    order: Pick<ScoreOrder, 'kind' | 'ids' | 'from' | 'to' | 'weights'>,
  ): Promise<ReadonlyMap<string, ScoreRow>> {
    const { kind, ids, from, to, weights } = order;
    const rows = await tx.sql
      .createQueryBuilder(ScoreRow, 's')
      .distinctOn(['s.subjectId'])
      .where('s.weightVersionId = :weightVersionId AND s.subjectId = ANY(:ids)', {
        weightVersionId: weights.id,
        ids: [...ids],
      })
      .andWhere('s.subjectKind = :kind', { kind })
      .andWhere('s.periodFrom IS NOT DISTINCT FROM :from::date', { from })
      .andWhere('s.periodTo IS NOT DISTINCT FROM :to::date', { to })
      .orderBy('s.subjectId')
      .addOrderBy('s.revision', 'DESC')
      .getMany();
    return new Map(rows.map((row) => [row.subjectId, row]));
  }

  /** The newest revision of the same subject, days and weights. */
  newestLike(tx: Transaction, row: ScoreRow): Promise<ScoreRow | null> {
    const { subjectKind, subjectId, weightVersionId, periodFrom, periodTo } = row;
    return tx.sql.findOne(ScoreRow, {
      where: {
        subjectKind,
        subjectId,
        weightVersionId,
        periodFrom: periodFrom ?? IsNull(),
        periodTo: periodTo ?? IsNull(),
      },
      order: { revision: 'DESC' },
    });
  }

  /** @returns the ids of those that were not computed by somebody else in the same moment */
  async insert(tx: Transaction, rows: readonly ScoreRow[]): Promise<ReadonlySet<string>> {
    if (rows.length === 0) return new Set();
    const insert = tx.sql.createQueryBuilder().insert().into(ScoreRow);
    const { raw } = await insert
      .values([...rows])
      .orIgnore()
      .returning('id')
      .execute();
    return new Set((raw as { readonly id: string }[]).map(({ id }) => id));
  }

  /** A score and the revisions before it, the newest first. */
  async revisions(tx: Transaction, row: ScoreRow, max: number): Promise<ScoreRow[]> {
    const { subjectKind, subjectId, weightVersionId, periodFrom, periodTo } = row;
    return tx.sql.find(ScoreRow, {
      where: {
        subjectKind,
        subjectId,
        weightVersionId,
        periodFrom: periodFrom ?? IsNull(),
        periodTo: periodTo ?? IsNull(),
      },
      order: { revision: 'DESC' },
      take: max,
    });
  }

  /** Newest first. */
  list(tx: Transaction, filter: ListScoresRequest): Promise<ScoreRow[]> {
    const query = tx.sql.createQueryBuilder(ScoreRow, 's').orderBy('s.id', 'DESC');
    const { activityId, subjectKind, subjectId, weightVersionId } = filter;
    if (activityId !== undefined)
      query.andWhere(`s.subjectId = :activityId AND s.subjectKind = 'activity'`, { activityId });
    if (subjectKind !== undefined) query.andWhere('s.subjectKind = :subjectKind', { subjectKind });
    if (subjectId !== undefined) query.andWhere('s.subjectId = :subjectId', { subjectId });
    if (weightVersionId !== undefined)
      query.andWhere('s.weightVersionId = :weightVersionId', { weightVersionId });
    if (filter.latest === true)
      query.andWhere('NOT EXISTS (SELECT 1 FROM score n WHERE n.revises_id = s.id)');
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('s.id < :id', { id: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** A page of all of them, the earliest first. */
  after(tx: Transaction, afterId: string | null, limit: number): Promise<ScoreRow[]> {
    const query = tx.sql.createQueryBuilder(ScoreRow, 's').orderBy('s.id').limit(limit);
    return (afterId === null ? query : query.where('s.id > :afterId', { afterId })).getMany();
  }
}
