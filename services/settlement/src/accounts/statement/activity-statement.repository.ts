import { Injectable } from '@nestjs/common';
import type { DebtState } from '@gongxiang/contracts/settlement/accounts/activity-statement.contract';
import type { CostPoolState } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { AccountFund, IncomeKind } from '@gongxiang/contracts/settlement/fund';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRef } from '../../agreements/activity/activity.entity.js';
import type { ActivityDebt, ActivityPool } from './activity-statement.model.js';

interface PoolRow {
  readonly id: string;
  readonly state: CostPoolState;
  readonly created_at: Date;
  readonly approved_at: Date | null;
  readonly is_computed: boolean;
  readonly subsidy_fen: bigint | null;
  readonly source: string | null;
}

interface BillRow {
  readonly cost_pool_id: string;
  readonly payer: string;
  readonly title: string;
  readonly income_kind: IncomeKind;
  readonly expense_code: string;
  readonly invoice_number: string;
  readonly amount_fen: bigint;
}

interface DebtRow {
  readonly entry_id: string;
  readonly posted_on: string;
  readonly debtor: string;
  readonly creditor: string;
  readonly income_kind: AccountFund;
  readonly amount_fen: bigint;
  readonly state: DebtState;
  readonly run_id: string | null;
}

/** A debt is paid when its debtor has no open payment in the run that took it. */
const debtSql = `
  SELECT e.id AS entry_id, e.posted_on, p.amount_fen, p.income_kind, n.run_id,
         d.party_kind || ':' || d.party_id AS debtor, c.party_kind || ':' || c.party_id AS creditor,
         CASE WHEN EXISTS (SELECT 1 FROM entry r WHERE r.reversal_of = e.id) THEN 'reversed'
              WHEN n.run_id IS NULL THEN 'open'
              WHEN EXISTS (SELECT 1 FROM payment t WHERE t.run_id = n.run_id AND t.state = 'open'
                             AND t.payer = d.party_kind || ':' || d.party_id) THEN 'netted'
              ELSE 'paid' END AS state
  FROM entry e JOIN posting p ON p.entry_id = e.id
  JOIN account d ON d.id = p.debit_account JOIN account c ON c.id = p.credit_account
  LEFT JOIN netted_posting n ON n.entry_id = p.entry_id AND n.line = p.line
  WHERE e.source_id = ANY($1) AND e.kind <> 'reversal'
  ORDER BY e.posted_on, e.id, p.line`;

@Injectable()
export class ActivityStatementRepository {
  activity(tx: Transaction, id: string): Promise<ActivityRef | null> {
    return tx.sql.findOneBy(ActivityRef, { id });
  }

  /** The paths of the unions whose officers see any of the pools. */
  async pathsOf(tx: Transaction, activityId: string): Promise<string[]> {
    const rows: { path: string }[] = await tx.sql.query(
      `SELECT DISTINCT u.path FROM cost_pool p JOIN cost_pool_union o ON o.cost_pool_id = p.id
       JOIN union_ref u ON u.id = o.union_id WHERE p.activity_id = $1`,
      [activityId],
    );
    return rows.map(({ path }) => path);
  }

  async headsOf(tx: Transaction, activityId: string): Promise<number> {
    const [row] = (await tx.sql.query(
      'SELECT coalesce(sum(heads), 0)::int AS heads FROM attendance_fact WHERE activity_id = $1',
      [activityId],
    )) as [{ heads: number }];
    return row.heads;
  }

  /** All pools, oldest first, with their bills in the order in which they were added. */
  async poolsOf(tx: Transaction, activityId: string): Promise<ActivityPool[]> {
    const pools: PoolRow[] = await tx.sql.query(
      `SELECT id, state, created_at, approved_at, total_fen IS NOT NULL AS is_computed, subsidy_fen, terms -> 'rule' ->> 'source' AS source
       FROM cost_pool WHERE activity_id = $1 ORDER BY id`,
      [activityId],
    );
    const ids = pools.map(({ id }) => id);
    const bills: BillRow[] = await tx.sql.query(
      `SELECT cost_pool_id, payer_kind || ':' || payer_id AS payer, title, income_kind, expense_code,
              invoice_number, amount_fen FROM cost_item WHERE cost_pool_id = ANY($1) ORDER BY id`,
      [ids],
    );
    const shares: { cost_pool_id: string; party: string; amount_fen: bigint }[] = await tx.sql.query(
      `SELECT cost_pool_id, party_kind || ':' || party_id AS party, amount_fen FROM cost_share
       WHERE cost_pool_id = ANY($1) ORDER BY position`,
      [ids],
    );
    return pools.map(({ id, state, source, ...pool }) => ({
      id,
      state,
      source,
      isComputed: pool.is_computed,
      subsidy: pool.subsidy_fen,
      createdAt: pool.created_at,
      approvedAt: pool.approved_at,
      bills: bills.filter((bill) => bill.cost_pool_id === id).map(billOf),
      shares: shares
        .filter((share) => share.cost_pool_id === id)
        .map(({ party, amount_fen: amount }) => ({ party, amount })),
    }));
  }

  /** The debts created by the pools, with their states. */
  async debtsOf(tx: Transaction, poolIds: readonly string[]): Promise<ActivityDebt[]> {
    const rows: DebtRow[] = await tx.sql.query(debtSql, [poolIds]);
    return rows.map(({ debtor, creditor, state, ...row }) => ({
      entryId: row.entry_id,
      postedOn: row.posted_on,
      debtor,
      creditor,
      state,
      incomeKind: row.income_kind,
      amount: row.amount_fen,
      nettingRunId: row.run_id,
    }));
  }
}

function billOf({ payer, title, ...row }: BillRow) {
  return {
    payer,
    title,
    incomeKind: row.income_kind,
    expenseCode: row.expense_code,
    invoiceNumber: row.invoice_number,
    amount: row.amount_fen,
  };
}
