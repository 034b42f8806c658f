import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';

interface SpendingQuery {
  readonly unionId: string;
  readonly year: number;
  /** The pool being judged; the caller counts its bills. */
  readonly exceptPoolId: string;
  /** Counts only pools opened before it. */
  readonly isBefore?: boolean;
}

/** SQL: when pool `p` counts as spent; `a` is its activity. */
export const dayOfPoolSql = `coalesce(a.starts_at, p.spent_on::timestamp AT TIME ZONE 'Asia/Shanghai', p.created_at)`;

/** A union's spending in a year, from the bills of approved pools. */
@Injectable()
export class YearSpending {
  /**
   * Serialises approvals of one union's pools: two concurrent approvals would each count the year's spending without
   * the other. Unions are locked after their pools, in id order, before the accounts.
   */
  async lockUnion(tx: Transaction, unionId: string): Promise<void> {
    await tx.sql.query('SELECT 1 FROM union_ref WHERE id = $1 FOR UPDATE', [unionId]);
  }

  /**
   * Fen by expense code. The year is that of the activity's first day in China, or of the day of a shared bill; a bill still owed to an organisation
   * counts for the organiser's union.
   */
  async ofUnion(
    tx: Transaction,
    { unionId, year, exceptPoolId, isBefore = false }: SpendingQuery,
  ): Promise<Map<string, bigint>> {
    const rows: { code: string; fen: string }[] = await tx.sql.query(
      `SELECT i.expense_code AS code, sum(i.amount_fen)::text AS fen
       FROM (
         SELECT own.cost_pool_id, own.expense_code, own.amount_fen FROM cost_item own
         WHERE own.union_id = $1 AND own.payer_kind <> 'organisation'
         UNION ALL
         SELECT owed.cost_pool_id, owed.expense_code, owed.amount_fen FROM cost_pool held
         JOIN cost_item owed ON owed.cost_pool_id = held.id AND owed.payer_kind = 'organisation'
         WHERE held.union_id = $1
       ) AS i
       JOIN cost_pool p ON p.id = i.cost_pool_id
       LEFT JOIN activity_ref a ON a.id = p.activity_id
       WHERE p.state = 'approved' AND p.id <> $2 AND (NOT $3 OR p.id < $2)
         AND ${dayOfPoolSql} >= $4 AND ${dayOfPoolSql} < $5
       GROUP BY i.expense_code`,
      [unionId, exceptPoolId, isBefore, ...yearBounds(year)],
    );
    return new Map(rows.map(({ code, fen }) => [code, BigInt(fen)]));
  }
}

/** The first instant of a year in China, and that of the next. */
export function yearBounds(year: number): [string, string] {
  return [`${year}-01-01T00:00:00+08:00`, `${year + 1}-01-01T00:00:00+08:00`];
}
