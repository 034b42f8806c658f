import { Injectable } from '@nestjs/common';
import type { IncomeKind } from '@gongxiang/contracts/settlement/fund';
import type { Transaction } from '@gongxiang/persistence';
import type { ApprovedPool, Movement } from './spending.model.js';

/** Amounts inside JSON are text, as JSON numbers lose digits. */
interface PoolRow {
  readonly id: string;
  readonly is_refund: boolean;
  /** The activity, or the shared bill itself. */
  readonly matter_id: string;
  readonly approved_on: string;
  readonly reversed_on: string | null;
  readonly source: string | null;
  readonly subsidy: string | null;
  readonly shares: readonly { readonly party: string; readonly amount: string }[];
  readonly payers: readonly { readonly party: string; readonly amount: string }[];
  readonly items: readonly { readonly code: string; readonly fund: IncomeKind; readonly amount: string }[];
}

/** A pool is approved when it is posted. A pool that left no debts has no entry but was borne as well. */
const poolSql = `
  SELECT * FROM (
    SELECT p.id, false AS is_refund, coalesce(p.activity_id, p.id) AS matter_id, p.terms -> 'rule' ->> 'source' AS source, p.subsidy_fen::text AS subsidy,
           to_char(p.approved_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS approved_on,
           to_char(r.posted_on, 'YYYY-MM-DD') AS reversed_on,
           (SELECT coalesce(json_agg(json_build_object('party', s.party_kind || ':' || s.party_id,
                                                       'amount', s.amount_fen::text) ORDER BY s.position), '[]')
            FROM cost_share s WHERE s.cost_pool_id = p.id) AS shares,
           (SELECT coalesce(json_agg(json_build_object('code', i.expense_code, 'fund', i.income_kind,
                                                       'amount', i.amount::text)
                                     ORDER BY i.expense_code, i.income_kind), '[]')
            FROM (SELECT expense_code, income_kind, sum(amount_fen) AS amount FROM cost_item
                  WHERE cost_pool_id = p.id GROUP BY expense_code, income_kind) AS i) AS items,
           (SELECT coalesce(json_agg(json_build_object('party', i.payer, 'amount', i.amount::text)
                                     ORDER BY i.payer), '[]')
            FROM (SELECT payer_kind || ':' || payer_id AS payer, sum(amount_fen) AS amount FROM cost_item
                  WHERE cost_pool_id = p.id GROUP BY payer_kind, payer_id) AS i) AS payers
    FROM cost_pool p LEFT JOIN entry r ON r.reversal_of = p.entry_id
    WHERE p.approved_at IS NOT NULL AND p.id IN (__POOLS__)
  ) AS pool`;

/** For a refund, the bills and shares are the returned amounts. */
const refundSql = `
  SELECT * FROM (
    SELECT f.id, true AS is_refund, coalesce(p.activity_id, p.id) AS matter_id, p.terms -> 'rule' ->> 'source' AS source,
           f.subsidy_fen::text AS subsidy,
           to_char(f.posted_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS approved_on,
           -- One that left nobody owing has no entry to be reversed.
           CASE WHEN f.state = 'reversed'
                THEN coalesce(to_char(r.posted_on, 'YYYY-MM-DD'),
                              to_char(f.decided_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')) END AS reversed_on,
           (SELECT coalesce(json_agg(json_build_object('party', s.party_kind || ':' || s.party_id,
                                                       'amount', b.amount_fen::text) ORDER BY b.position), '[]')
            FROM refund_part b JOIN cost_share s ON s.cost_pool_id = f.cost_pool_id AND s.position = b.position
            WHERE b.refund_id = f.id) AS shares,
           (SELECT coalesce(json_agg(json_build_object('code', i.expense_code, 'fund', i.income_kind,
                                                       'amount', i.amount::text)
                                     ORDER BY i.expense_code, i.income_kind), '[]')
            FROM (SELECT c.expense_code, c.income_kind, sum(l.amount_fen) AS amount
                  FROM refund_line l JOIN cost_item c ON c.cost_pool_id = l.cost_pool_id AND c.id = l.item_id
                  WHERE l.refund_id = f.id GROUP BY c.expense_code, c.income_kind) AS i) AS items,
           (SELECT coalesce(json_agg(json_build_object('party', i.payer, 'amount', i.amount::text)
                                     ORDER BY i.payer), '[]')
            FROM (SELECT c.payer_kind || ':' || c.payer_id AS payer, sum(l.amount_fen) AS amount
                  FROM refund_line l JOIN cost_item c ON c.cost_pool_id = l.cost_pool_id AND c.id = l.item_id
                  WHERE l.refund_id = f.id GROUP BY c.payer_kind, c.payer_id) AS i) AS payers
    FROM refund f JOIN cost_pool p ON p.id = f.cost_pool_id LEFT JOIN entry r ON r.reversal_of = f.entry_id
    WHERE f.state IN ('posted', 'reversed') AND f.cost_pool_id IN (__POOLS__)
  ) AS pool`;

const ofUnion = `
  SELECT cost_pool_id FROM cost_share WHERE party_kind = 'union' AND party_id = $1
  UNION SELECT s.id FROM cost_pool_union u JOIN cost_pool s ON s.id = u.cost_pool_id
  WHERE u.union_id = $1 AND s.terms -> 'rule' ->> 'source' = 'union:' || $1`;

const both = [poolSql, refundSql].map((sql) => sql.replace('__POOLS__', ofUnion)).join(' UNION ALL ');

/** Reads approved pools, refunds and reversals. */
@Injectable()
export class SpendingRepository {
  /**
   * The pools in which a union has a share that were approved or reversed in an inclusive period, and refunds of such
   * pools as separate pools.
   */
  async poolsOf(
    tx: Transaction,
    { unionId, from, to }: { readonly unionId: string; readonly from: string; readonly to: string },
  ): Promise<ApprovedPool[]> {
    const rows: PoolRow[] = await tx.sql.query(
      `SELECT * FROM (${both}) AS counted
       WHERE approved_on BETWEEN $2 AND $3 OR reversed_on BETWEEN $2 AND $3 ORDER BY approved_on, id`,
      [unionId, from, to],
    );
    return rows.map(poolOf);
  }

  /** What a union paid for matters in an inclusive period, less what came back. */
  async paidForMatters(
    tx: Transaction,
    { unionId, from, to }: { readonly unionId: string; readonly from: string; readonly to: string },
  ): Promise<Movement[]> {
    const rows: { on: string; code: string; fund: IncomeKind; amount: string }[] = await tx.sql.query(
      `SELECT spent_on::text AS on, expense_code AS code, income_kind AS fund, sum(amount_fen)::text AS amount
       FROM matter_spending WHERE union_id = $1 AND spent_on BETWEEN $2 AND $3
       GROUP BY spent_on, expense_code, income_kind ORDER BY spent_on, expense_code, income_kind`,
      [unionId, from, to],
    );
    return rows.map(({ on, code, fund, amount }) => ({
      matterId: null,
      on,
      spent: [{ expenseCode: code, incomeKind: fund, amount: BigInt(amount) }],
    }));
  }

  /** The headcount of a union and of those below it, by activity. */
  async headsOf(
    tx: Transaction,
    unionPath: string,
    activityIds: readonly string[],
  ): Promise<Map<string, number>> {
    const rows: { activity_id: string; heads: number }[] = await tx.sql.query(
      `SELECT f.activity_id, sum(f.heads)::int AS heads FROM attendance_fact f JOIN union_ref u ON u.id = f.union_id
       WHERE f.activity_id = ANY($2) AND starts_with(u.path, $1) GROUP BY f.activity_id`,
      [unionPath, activityIds],
    );
    return new Map(rows.map(({ activity_id: id, heads }) => [id, heads]));
  }

  /** Saves the score of an activity unless a later one is stored. */
  async saveScore(
    tx: Transaction,
    row: { readonly activityId: string; readonly score: number; readonly computedAt: string },
  ): Promise<void> {
    await tx.sql.query(
      `INSERT INTO activity_score (activity_id, score, computed_at) VALUES ($1, $2, $3)
       ON CONFLICT (activity_id) DO UPDATE SET score = excluded.score, computed_at = excluded.computed_at
       WHERE activity_score.computed_at <= excluded.computed_at`,
      [row.activityId, row.score, row.computedAt],
    );
  }

  /** The titles of activities and shared bills, by id; the latter have no activity. */
  async titlesOf(
    tx: Transaction,
    matterIds: readonly string[],
  ): Promise<Map<string, { readonly title: string; readonly activityId: string | null }>> {
    const rows: { id: string; title: string; activityId: string | null }[] = await tx.sql.query(
      `SELECT id, title, id AS "activityId" FROM activity_ref WHERE id = ANY($1)
       UNION ALL SELECT id, title, NULL FROM cost_pool WHERE kind = 'shared' AND id = ANY($1)`,
      [matterIds],
    );
    return new Map(rows.map(({ id, ...matter }) => [id, matter]));
  }

  /** The scores of activities; unscored activities are missing. */
  async scoresOf(tx: Transaction, activityIds: readonly string[]): Promise<Map<string, number>> {
    const rows: { activity_id: string; score: number }[] = await tx.sql.query(
      'SELECT activity_id, score FROM activity_score WHERE activity_id = ANY($1)',
      [activityIds],
    );
    return new Map(rows.map(({ activity_id: id, score }) => [id, score]));
  }
}

function poolOf(row: PoolRow): ApprovedPool {
  const { id, matter_id: matterId, approved_on: approvedOn, reversed_on: reversedOn } = row;
  const { source } = row;
  const subsidy = source === null ? 0n : BigInt(row.subsidy ?? '0');
  const subsidies = source === null || subsidy === 0n ? [] : [{ party: source, amount: subsidy }];
  return {
    id,
    sign: row.is_refund ? -1n : 1n,
    matterId,
    approvedOn,
    reversedOn,
    source,
    subsidy,
    borne: [...row.shares.map(partyAmount), ...subsidies],
    paid: row.payers.map(partyAmount),
    billed: row.items.map(({ code, fund, amount }) => ({
      expenseCode: code,
      incomeKind: fund,
      amount: BigInt(amount),
    })),
  };
}

function partyAmount({ party, amount }: { readonly party: string; readonly amount: string }) {
  return { party, amount: BigInt(amount) };
}
