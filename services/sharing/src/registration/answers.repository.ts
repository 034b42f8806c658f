import { Injectable } from '@nestjs/common';
import type { RegistrationState } from '@gongxiang/contracts';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import type { KeptAnswers } from '../sign-up-form/answers.model.js';

/** What one registration says. */
export interface AnswersLine {
  readonly id: string;
  readonly personId: string;
  readonly maskedName: string | null;
  readonly state: RegistrationState;
  readonly poolId: string;
  readonly poolName: string;
  readonly rank: number;
  readonly heads: number;
  readonly formVersion: number;
  readonly answers: KeptAnswers | null;
}

export interface AnswersPage {
  readonly activityId: string;
  /** The pools whose registrations the caller may see. */
  readonly poolIds: readonly string[];
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class AnswersRepository {
  /** Those who have a seat or wait for one, by pool, then along the line. */
  list(tx: Transaction, filter: AnswersPage): Promise<AnswersLine[]> {
    const cursor = decodeCursor(filter.cursor, 2) ?? [null, null];
    return tx.sql.query(
      `SELECT r.id, r.person_id AS "personId", m.masked_name AS "maskedName", r.state, r.pool_id AS "poolId",
              p.name AS "poolName", r.rank, r.heads, r.form_version AS "formVersion", r.answers
       FROM registration r JOIN pool p ON p.activity_id = r.activity_id AND p.id = r.pool_id
       LEFT JOIN member_ref m ON m.person_id = r.person_id
       WHERE r.activity_id = $1 AND r.pool_id = ANY($2) AND r.state NOT IN ('cancelled', 'expired')
       AND ($3::uuid IS NULL OR (r.pool_id, r.rank) > ($3::uuid, $4::int))
       ORDER BY r.pool_id, r.rank LIMIT $5`,
      [filter.activityId, filter.poolIds, cursor[0], cursor[1], rowsFor(filter.limit)],
    );
  }

  /** Forgets what was answered in an activity. */
  async erase(tx: Transaction, activityId: string): Promise<void> {
    await tx.sql.query(
      `UPDATE registration SET answers = NULL, form_version = 0
       WHERE activity_id = $1 AND (form_version > 0 OR answers IS NOT NULL)`,
      [activityId],
    );
  }
}
