import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { Offer } from './match.model.js';

const columns = { resource: 'resource_id', brand: 'brand_id', union: 'union_id' } as const;
export type ScoredBy = keyof typeof columns;

interface ActivityScore {
  readonly activityId: string;
  readonly score: number;
  readonly computedAt: string;
}

/** Stores the scores of past activities. */
@Injectable()
export class EarlierScoresRepository {
  /** The later of two scores of an activity wins, in any order of arrival. */
  save(tx: Transaction, { activityId, score, computedAt }: ActivityScore): Promise<unknown> {
    return tx.sql.query(
      `INSERT INTO activity_score (activity_id, score, computed_at, union_id, resource_id, brand_id)
       SELECT id, $2, $3, union_id, resource_id, CAST(brand->>'id' AS uuid) FROM activity WHERE id = $1
       ON CONFLICT (activity_id) DO UPDATE SET score = excluded.score, computed_at = excluded.computed_at
       WHERE activity_score.computed_at <= excluded.computed_at`,
      [activityId, score, computedAt],
    );
  }

  /** The mean score and the recognitions, for those that have any. */
  async of(
    tx: Transaction,
    what: ScoredBy,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, NonNullable<Offer['earlier']>>> {
    const column = columns[what];
    const rows: { id: string; score: number; count: number; recognitions: number }[] = await tx.sql.query(
      `SELECT o.id, coalesce(s.score, 0) AS score, s.count, r.count AS recognitions FROM unnest($1::uuid[]) AS o(id)
       CROSS JOIN LATERAL
         (SELECT avg(score) AS score, count(*)::int AS count FROM activity_score WHERE ${column} = o.id) s
       CROSS JOIN LATERAL
         (SELECT count(*)::int AS count FROM recognition_ref WHERE valid AND (subject_id = o.id
            OR subject_id IN (SELECT activity_id FROM activity_score WHERE ${column} = o.id))) r
       WHERE s.count + r.count > 0`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map(({ id, ...earlier }) => [id, earlier]));
  }
}
