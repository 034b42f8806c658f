import { Injectable } from '@nestjs/common';
import type {
  FactProblem,
  ListFactChecksRequest,
} from '@gongxiang/contracts/settlement/bills/fact-check.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { booksCondition } from '../../reference/reach-sql.js';
import { FactCheckRow } from './fact-check.entity.js';
import type { FactsTotal } from './fact-check.model.js';

export interface FactCheckLine {
  readonly activityId: string;
  readonly activityTitle: string;
  readonly unionId: string;
  readonly unionName: string;
  readonly toldCount: number;
  readonly hereCount: number;
  readonly hereHeads: number;
  readonly problem: FactProblem | null;
  readonly since: Date | null;
  readonly checkedAt: Date;
  readonly costPoolId: string | null;
}

const lineSql = `
  SELECT f.activity_id AS "activityId", a.title AS "activityTitle", u.id AS "unionId", u.name AS "unionName",
         f.told_count AS "toldCount", f.here_count AS "hereCount", f.here_heads AS "hereHeads", f.problem, f.since,
         f.checked_at AS "checkedAt", f.cost_pool_id AS "costPoolId"
  FROM fact_check f JOIN activity_ref a ON a.id = f.activity_id JOIN union_ref u ON u.id = a.union_id`;

@Injectable()
export class FactCheckRepository {
  find(tx: Transaction, activityId: string): Promise<FactCheckRow | null> {
    return tx.sql.findOneBy(FactCheckRow, { activityId });
  }

  async line(tx: Transaction, activityId: string): Promise<FactCheckLine | null> {
    const rows: FactCheckLine[] = await tx.sql.query(`${lineSql} WHERE f.activity_id = $1`, [activityId]);
    return rows[0] ?? null;
  }

  /** Newest activity first; only activities organised by unions within the reach. */
  async list(
    tx: Transaction,
    request: ListFactChecksRequest,
    reach: readonly string[],
  ): Promise<FactCheckLine[]> {
    const [before = null] = decodeCursor(request.cursor, 1) ?? [];
    const { differing = false, q = null, limit } = request;
    const values: unknown[] = [differing, q, before, rowsFor(limit)];
    const isWithin = await booksCondition(tx, { reach }, values);
    return tx.sql.query(
      `${lineSql}
       WHERE ${isWithin('u.id')}
         AND (NOT $1 OR f.problem IS NOT NULL) AND ($2::text IS NULL OR strpos(lower(a.title), lower($2)) > 0)
         AND ($3::uuid IS NULL OR f.activity_id < $3)
       ORDER BY f.activity_id DESC LIMIT $4`,
      values,
    );
  }

  /** Totals of the local copies of an activity's facts; rows with zero heads are ignored. */
  async localTotal(tx: Transaction, activityId: string): Promise<FactsTotal & { readonly heads: number }> {
    const [row] = (await tx.sql.query(
      `SELECT count(*)::int AS count, coalesce(sum(heads), 0)::int AS heads,
              encode(sha256(convert_to(coalesce(string_agg(
                person_id || ':' || union_id || ':' || heads || E'\\n', '' ORDER BY person_id), ''), 'UTF8')), 'hex') AS hash
       FROM attendance_fact WHERE activity_id = $1 AND heads > 0`,
      [activityId],
    )) as [FactsTotal & { heads: number }];
    return row;
  }

  /** The activity's unreversed pool, once its shares are computed. */
  async pool(tx: Transaction, activityId: string): Promise<{ id: string; hash: string } | null> {
    const rows: { id: string; hash: string }[] = await tx.sql.query(
      `SELECT id, facts_hash AS hash FROM cost_pool
       WHERE activity_id = $1 AND state <> 'reversed' AND facts_hash IS NOT NULL`,
      [activityId],
    );
    return rows[0] ?? null;
  }

  async save(tx: Transaction, row: FactCheckRow): Promise<void> {
    await tx.sql.upsert(FactCheckRow, row, ['activityId']);
  }

  /** Counts differing facts. A pool that is behind its facts is excluded: it needs a user, not an operator. */
  async countDiffering(tx: Pick<Transaction, 'sql'>): Promise<number> {
    const [row] = (await tx.sql.query(
      `SELECT count(*)::int AS count FROM fact_check WHERE problem IS NOT NULL AND problem <> 'poolBehind'`,
    )) as [{ count: number }];
    return row.count;
  }
}
