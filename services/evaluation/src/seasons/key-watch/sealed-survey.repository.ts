import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AskingTable } from '../../reference/sealing/sealed-answer.repository.js';

type Sql = Pick<EntityManager, 'query'>;

/** Each kind has its own table; their states have the same names. */
const all = `(
  SELECT id, 'survey' AS "table", state, closed_at FROM survey
  UNION ALL SELECT id, 'efficacy_survey', state, closed_at FROM efficacy_survey
  UNION ALL SELECT id, 'vote', state, closed_at FROM vote
) AS asked`;

/** Reads the surveys of activities and of seasons, and the votes, that have keys. */
@Injectable()
export class SealedSurveyRepository {
  /** Surveys whose answers are not opened yet. */
  unfinished(sql: Sql): Promise<{ readonly id: string; readonly table: AskingTable }[]> {
    return sql.query(`SELECT id, "table" FROM ${all} WHERE state IN ('open', 'closing') ORDER BY id`);
  }

  async isClosed(sql: Sql, id: string): Promise<boolean> {
    const rows: unknown[] = await sql.query(`SELECT 1 FROM ${all} WHERE id = $1 AND state = 'closed'`, [id]);
    return rows.length > 0;
  }

  /** The number of these that were closed before a time. */
  async countFinished(sql: Sql, ids: readonly string[], before: Date): Promise<number> {
    const rows: { count: number }[] = await sql.query(
      `SELECT count(*)::int AS count FROM ${all} WHERE id::text = ANY($1) AND closed_at < $2`,
      [ids, before],
    );
    return rows[0]?.count ?? 0;
  }

  /** The end of the write-ahead log. It lies behind the commit of the results if the transaction began after that. */
  async walPosition(sql: Sql): Promise<string> {
    const rows: { lsn: string }[] = await sql.query('SELECT pg_current_wal_insert_lsn()::text AS lsn');
    return rows[0]?.lsn ?? '0/0';
  }

  /**
   * Whether the log up to a position is on disk here and on every standby. A standby without visible state counts as
   * behind.
   */
  async isFlushed(sql: Sql, lsn: string): Promise<boolean> {
    const rows: { isWritten: boolean }[] = await sql.query(
      `SELECT pg_current_wal_flush_lsn() >= $1::pg_lsn AND public.standbys_have_flushed($1::pg_lsn) AS "isWritten"`,
      [lsn],
    );
    return rows[0]?.isWritten ?? false;
  }
}
