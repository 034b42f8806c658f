import { Injectable } from '@nestjs/common';
import type { ReconciliationCheck } from '@gongxiang/contracts/settlement/ledger/ledger-proof.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import { checkSql } from './reconciliation-checks-sql.js';
import { type Difference, ReconciliationRow } from './reconciliation.entity.js';

/** The maximum number of differences stored per check; the count is always complete. */
const differencesStoredMax = 40;

interface Compared {
  readonly compared: number;
  readonly differing: number;
  readonly differences: readonly Omit<Difference, 'check'>[];
}

@Injectable()
export class ReconciliationRepository {
  find(tx: Transaction, id: string): Promise<ReconciliationRow | null> {
    return tx.sql.findOneBy(ReconciliationRow, { id });
  }

  running(tx: Transaction): Promise<ReconciliationRow | null> {
    return tx.sql.findOneBy(ReconciliationRow, { state: 'running' });
  }

  /** @returns false if another one is already running */
  async insert(tx: Transaction, row: ReconciliationRow): Promise<boolean> {
    const inserted: unknown[] = await tx.sql.query(
      `INSERT INTO reconciliation (id, state, checks_done, compared, difference_count, requested_by, started_at)
       VALUES ($1, 'running', 0, 0, 0, $2, $3) ON CONFLICT (state) WHERE state = 'running' DO NOTHING RETURNING id`,
      [row.id, row.requestedBy, row.startedAt],
    );
    return inserted.length > 0;
  }

  async update(tx: Transaction, row: ReconciliationRow): Promise<void> {
    await tx.sql.update(ReconciliationRow, { id: row.id }, row as never);
  }

  /** A single statement, so that it reads one snapshot. */
  async compare(tx: Transaction, check: ReconciliationCheck): Promise<Compared> {
    const [row] = (await tx.sql.query(
      `WITH compared AS MATERIALIZED (
         SELECT c.subject, c.stated::text AS stated, c.found::text AS found
         FROM (${checkSql[check]}) AS c, (SELECT $1::date) AS asked),
       differing AS MATERIALIZED (SELECT * FROM compared WHERE stated IS DISTINCT FROM found)
       SELECT (SELECT count(*) FROM compared)::int AS compared, (SELECT count(*) FROM differing)::int AS differing,
         (SELECT coalesce(json_agg(d), '[]') FROM (
            SELECT subject AS "subjectId", coalesce(stated, '') AS stated, coalesce(found, '') AS found
            FROM differing ORDER BY subject LIMIT ${differencesStoredMax}) AS d) AS differences`,
      [null],
    )) as [Compared];
    return row;
  }

  /** Newest first. */
  list(
    tx: Transaction,
    page: { readonly cursor?: string; readonly limit?: number },
  ): Promise<ReconciliationRow[]> {
    const query = tx.sql
      .createQueryBuilder(ReconciliationRow, 'r')
      .orderBy('r.id', 'DESC')
      .limit(rowsFor(page.limit));
    const cursor = decodeCursor(page.cursor, 1);
    if (cursor !== null) query.where('r.id < :after', { after: cursor[0] });
    return query.getMany();
  }

  /** The number of differences found by the last finished reconciliation; 0 before the first. */
  async lastDifferences(sql: Pick<DataSource, 'query'>): Promise<number> {
    const rows: { count: number }[] = await sql.query(
      `SELECT difference_count AS count FROM reconciliation WHERE state = 'done' ORDER BY id DESC LIMIT 1`,
    );
    return rows[0]?.count ?? 0;
  }

  /** The last seal of the entries. */
  async lastSeal(tx: Transaction): Promise<{ readonly at: Date; readonly hash: string } | null> {
    const rows: { at: Date; hash: string }[] = await tx.sql.query(
      'SELECT at, hash FROM entry_seal ORDER BY number DESC LIMIT 1',
    );
    return rows[0] ?? null;
  }
}
