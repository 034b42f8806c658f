import { Injectable } from '@nestjs/common';
import type { ScoreComputed } from '@gongxiang/contracts/evaluation/evaluation-events';
import type { RecognitionState } from '@gongxiang/contracts/evaluation/recognition-events';
import { keepCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { Offer } from './match.model.js';
import { RecognitionRef } from './recognition-ref.entity.js';

const columns = { resource: 'resource_id', brand: 'brand_id', union: 'union_id' } as const;

/** Scores of past activities at a place, of a brand, or by a union. */
@Injectable()
export class EarlierScores {
  /** The later of two scores of an activity wins, in any order of arrival. */
  async save(tx: Transaction, event: ScoreComputed): Promise<void> {
    // Scores of clubs, brands and others derive from the same activities: they would count twice.
    if (event.score === null || event.activityId === null) return;
    tx.send(
      tx.sql.query(
        `INSERT INTO activity_score (activity_id, score, computed_at, union_id, resource_id, brand_id)
         SELECT id, $2, $3, union_id, resource_id, CAST(brand->>'id' AS uuid) FROM activity WHERE id = $1
         ON CONFLICT (activity_id) DO UPDATE SET score = excluded.score, computed_at = excluded.computed_at
         WHERE activity_score.computed_at <= excluded.computed_at`,
        [event.activityId, event.score, event.computedAt],
      ),
    );
  }

  /** The later of two states of a recognition wins. */
  async saveRecognition(tx: Transaction, event: RecognitionState): Promise<void> {
    const { id, version, subjectKind, subjectId, revokedAt } = event;
    tx.send(keepCopy(tx, RecognitionRef, { id, version, subjectKind, subjectId, valid: revokedAt === null }));
  }

  /** The mean score and the recognitions, for those that have any. */
  async of(
    tx: Transaction,
    what: keyof typeof columns,
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
