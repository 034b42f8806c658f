import { Injectable } from '@nestjs/common';
import type { ScoreComputed } from '@gongxiang/contracts';
import type { Transaction } from '@gongxiang/persistence';
import type { Offer } from './match.model.js';

const columns = { resource: 'resource_id', brand: 'brand_id', union: 'union_id' } as const;

/** How activities were scored that were held at a place, with a brand, or by a union. */
@Injectable()
export class EarlierScores {
  /** The later of two scores of an activity stays, in whichever order they are told. */
  async keep(tx: Transaction, told: ScoreComputed): Promise<void> {
    // Those of clubs, brands and others are made of the same activities: they would count twice.
    if (told.score === null || told.activityId === null) return;
    await tx.sql.query(
      `INSERT INTO activity_score (activity_id, score, computed_at, union_id, resource_id, brand_id)
       SELECT id, $2, $3, union_id, resource_id, CAST(brand->>'id' AS uuid) FROM activity WHERE id = $1
       ON CONFLICT (activity_id) DO UPDATE SET score = excluded.score, computed_at = excluded.computed_at
       WHERE activity_score.computed_at <= excluded.computed_at`,
      [told.activityId, told.score, told.computedAt],
    );
  }

  /** The mean of each that has any. */
  async of(
    tx: Transaction,
    what: keyof typeof columns,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, NonNullable<Offer['earlier']>>> {
    const column = columns[what];
    const rows: { id: string; score: number; count: number }[] = await tx.sql.query(
      `SELECT ${column} AS id, avg(score) AS score, count(*)::int AS count FROM activity_score
       WHERE ${column} = ANY($1) GROUP BY ${column}`,
      [ids],
    );
    return new Map(rows.map(({ id, score, count }) => [id, { score, count }]));
  }
}
