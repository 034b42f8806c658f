import { Injectable } from '@nestjs/common';
import type { ListScoresRequest } from '@gongxiang/contracts';
import { DomainError } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { ScoreRow } from './score.entity.js';

/** Which scores a ranking takes. */
export interface RankingScope {
  readonly weightVersionId: string;
  /** The subtree of unions whose activities are ranked. */
  readonly path: string;
  readonly activityIds: readonly string[] | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface TitledScore {
  readonly id: string;
  readonly title: string;
}

@Injectable()
export class ScoreRepository {
  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<ScoreRow> {
    const row = await tx.sql.findOneBy(ScoreRow, { id });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  findSame(tx: Transaction, row: ScoreRow): Promise<ScoreRow | null> {
    const { activityId, weightVersionId, inputsHash } = row;
    return tx.sql.findOneBy(ScoreRow, { activityId, weightVersionId, inputsHash });
  }

  /** @returns false where the same was computed from the same before */
  async insert(tx: Transaction, row: ScoreRow): Promise<boolean> {
    const inserted: unknown[] = await tx.sql.query(
      `INSERT INTO score (id, activity_id, weight_version_id, survey_id, missing, score, inputs, inputs_hash, detail, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
      [
        row.id,
        row.activityId,
        row.weightVersionId,
        row.surveyId,
        row.missing,
        row.score,
        JSON.stringify(row.inputs),
        row.inputsHash,
        JSON.stringify(row.detail),
        row.createdAt,
      ],
    );
    return inserted.length > 0;
  }

  /** Newest first. */
  list(tx: Transaction, filter: ListScoresRequest): Promise<ScoreRow[]> {
    const query = tx.sql.createQueryBuilder(ScoreRow, 's').orderBy('s.id', 'DESC');
    const { activityId, weightVersionId } = filter;
    if (activityId !== undefined) query.andWhere('s.activityId = :activityId', { activityId });
    if (weightVersionId !== undefined)
      query.andWhere('s.weightVersionId = :weightVersionId', { weightVersionId });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('s.id < :id', { id: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** A page of all of them, the earliest first. */
  after(tx: Transaction, afterId: string | null, limit: number): Promise<ScoreRow[]> {
    const query = tx.sql.createQueryBuilder(ScoreRow, 's').orderBy('s.id').limit(limit);
    return (afterId === null ? query : query.where('s.id > :afterId', { afterId })).getMany();
  }

  /** The newest score of each activity in scope, with the activity's title. */
  async newestOf(
    tx: Transaction,
    scope: RankingScope,
    max: number,
  ): Promise<readonly { readonly row: ScoreRow; readonly title: string }[]> {
    const found: TitledScore[] = await tx.sql.query(
      `SELECT DISTINCT ON (s.activity_id) s.id, a.title FROM score s
       JOIN activity_ref a ON a.id = s.activity_id JOIN union_ref u ON u.id = a.union_id
       WHERE s.weight_version_id = $1 AND u.path ^@ $2 AND ($3::uuid[] IS NULL OR s.activity_id = ANY($3))
         AND ($4::date IS NULL OR (a.ends_at AT TIME ZONE 'Asia/Shanghai')::date >= $4)
         AND ($5::date IS NULL OR (a.ends_at AT TIME ZONE 'Asia/Shanghai')::date <= $5)
       ORDER BY s.activity_id, s.id DESC LIMIT $6`,
      [scope.weightVersionId, scope.path, scope.activityIds, scope.from, scope.to, max + 1],
    );
    if (found.length > max) throw new DomainError('RANKING_TOO_LARGE', { params: { max } });
    const titles = new Map(found.map(({ id, title }) => [id, title]));
    const query = tx.sql
      .createQueryBuilder(ScoreRow, 's')
      .where('s.id = ANY(:ids)', { ids: [...titles.keys()] });
    const rows = await query.orderBy('s.activityId').getMany();
    return rows.map((row) => ({ row, title: titles.get(row.id) ?? '' }));
  }
}
