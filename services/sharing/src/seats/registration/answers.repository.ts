import { Injectable } from '@nestjs/common';
import type { RegistrationState } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import type { StoredAnswers } from '@gongxiang/domain/forms';
import { SignUpData } from './sign-up-data.js';

/** The answers of one registration. */
export interface AnswersRow {
  readonly id: string;
  readonly personId: string;
  readonly maskedName: string | null;
  readonly state: RegistrationState;
  readonly poolId: string;
  readonly poolName: string;
  readonly rank: number;
  readonly heads: number;
  readonly formVersion: number;
  readonly answers: StoredAnswers | null;
}

interface SealedAnswersRow extends Omit<AnswersRow, 'answers'> {
  readonly sealedAnswers: string | null;
}

interface AnswersPage {
  readonly activityId: string;
  /** The pools whose registrations the caller may see. */
  readonly poolIds: readonly string[];
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class AnswersRepository {
  constructor(private readonly data: SignUpData) {}

  /** Registrations with a seat or on the waitlist, by pool and then in order. */
  async list(tx: Transaction, filter: AnswersPage): Promise<AnswersRow[]> {
    const cursor = decodeCursor(filter.cursor, 2) ?? [null, null];
    const rows: SealedAnswersRow[] = await tx.sql.query(
      `SELECT r.id, r.person_id AS "personId", m.masked_name AS "maskedName", r.state, r.pool_id AS "poolId",
              p.name AS "poolName", r.rank, r.heads, r.form_version AS "formVersion",
              r.sealed_answers AS "sealedAnswers"
       FROM registration r JOIN pool p ON p.activity_id = r.activity_id AND p.id = r.pool_id
       LEFT JOIN member_ref m ON m.person_id = r.person_id
       WHERE r.activity_id = $1 AND r.pool_id = ANY($2) AND r.state NOT IN ('cancelled', 'expired')
       AND ($3::uuid IS NULL OR (r.pool_id, r.rank) > ($3::uuid, $4::int))
       ORDER BY r.pool_id, r.rank LIMIT $5`,
      [filter.activityId, filter.poolIds, cursor[0], cursor[1], rowsFor(filter.limit)],
    );
    return rows.map(({ sealedAnswers, ...row }) => {
      const { activityId } = filter;
      return {
        ...row,
        answers: this.data.openAnswers({ activityId, personId: row.personId }, sealedAnswers),
      };
    });
  }

  /** Erases the answers given in an activity. */
  async erase(tx: Transaction, activityId: string): Promise<void> {
    await tx.sql.query(
      `UPDATE registration SET sealed_answers = NULL, form_version = 0
       WHERE activity_id = $1 AND (form_version > 0 OR sealed_answers IS NOT NULL)`,
      [activityId],
    );
  }
}
