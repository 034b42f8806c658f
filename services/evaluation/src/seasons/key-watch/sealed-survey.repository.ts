import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AskingTable } from '../../reference/sealing/sealed-answer.repository.js';

type Sql = Pick<EntityManager, 'query'>;

/** Each kind has a table of its own; the words of their states are the same. */
const all = `(
  SELECT id, 'survey' AS "table", state, closed_at FROM survey
  UNION ALL SELECT id, 'efficacy_survey', state, closed_at FROM efficacy_survey
) AS asked`;

/** What the keys are looked after by: surveys of activities and of seasons. */
@Injectable()
export class SealedSurveyRepository {
  /** Those whose answers are still to be opened. */
  unfinished(sql: Sql): Promise<{ readonly id: string; readonly table: AskingTable }[]> {
    return sql.query(`SELECT id, "table" FROM ${all} WHERE state IN ('open', 'closing') ORDER BY id`);
  }

  async isClosed(sql: Sql, id: string): Promise<boolean> {
    const rows: unknown[] = await sql.query(`SELECT 1 FROM ${all} WHERE id = $1 AND state = 'closed'`, [id]);
    return rows.length > 0;
  }

  /** How many of these had ended by then. */
  async countFinished(sql: Sql, ids: readonly string[], before: Date): Promise<number> {
    const rows: { count: number }[] = await sql.query(
      `SELECT count(*)::int AS count FROM ${all} WHERE id::text = ANY($1) AND closed_at < $2`,
      [ids, before],
    );
    return rows[0]?.count ?? 0;
  }
}
