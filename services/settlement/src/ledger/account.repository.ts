import { Injectable } from '@nestjs/common';
import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import type { ListAccountsRequest } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { booksCondition } from '../reference/reach-sql.js';
import { AccountRow } from './ledger.entity.js';

/** An account with its balance at the end of a day, and its party as `union:<id>`. */
export interface AccountBalance {
  readonly id: string;
  readonly party: string;
  readonly income_kind: AccountFund;
  readonly purpose: AccountRow['purpose'];
  readonly closed_at: Date | null;
  readonly balance: bigint;
}

interface Totals {
  readonly debits: bigint;
  readonly credits: bigint;
  readonly difference: bigint;
}

type Sql = Pick<Transaction, 'sql'>;

/** The last month closed by the end of the day `$1`, or the last closed month if `$1` is null. Its snapshots exist. */
export const baseSql = `base AS MATERIALIZED (
  SELECT p.month, (p.month + interval '1 month')::date AS next_day FROM ledger_period p
  WHERE p.state = 'closed' AND (p.month + interval '1 month')::date - 1 <= coalesce($1::date, 'infinity')
  ORDER BY p.month DESC LIMIT 1)`;

/**
 * The sum of one side of the account `a` at the end of the day `$1`: its snapshot plus the postings since, by an
 * index.
 */
export const sideSql = (side: 'debit' | 'credit'): string => `(
  coalesce((SELECT s.${side}s_fen FROM account_snapshot s
            WHERE s.account_id = a.id AND s.month = (SELECT month FROM base)), 0)
  + coalesce((SELECT sum(t.amount_fen) FROM posting t WHERE t.${side}_account = a.id
              AND t.posted_on >= coalesce((SELECT next_day FROM base), '-infinity')
              AND t.posted_on <= coalesce($1::date, 'infinity')), 0))::bigint`;

/** Credits less debits. */
const balanceSql = `${sideSql('credit')} - ${sideSql('debit')}`;

const accountSql = `a.id, a.party_kind || ':' || a.party_id AS party, a.income_kind, a.purpose, a.closed_at,
  ${balanceSql} AS balance`;

/** Balances of any day, computed from the last closed month's snapshot without reading older postings. */
@Injectable()
export class AccountRepository {
  async accountWithPath(tx: Transaction, id: string): Promise<{ row: AccountRow; path: string } | null> {
    const row = await tx.sql.findOneBy(AccountRow, { id });
    if (row === null) return null;
    const [union] = (await tx.sql.query('SELECT path FROM union_ref WHERE id = $1', [row.unionId])) as {
      path: string;
    }[];
    return union === undefined ? null : { row, path: union.path };
  }

  async findBalance(tx: Transaction, id: string, asOf: string | null): Promise<AccountBalance | null> {
    const rows = await this.balancesOf(tx, [id], asOf);
    return rows[0] ?? null;
  }

  balancesOf(tx: Transaction, ids: readonly string[], asOf: string | null = null): Promise<AccountBalance[]> {
    return tx.sql.query(
      `WITH ${baseSql} SELECT ${accountSql} FROM account a WHERE a.id = ANY($2::uuid[]) ORDER BY a.id`,
      [asOf, ids],
    );
  }

  /** By id; only accounts whose union is within the caller's reach. */
  async listAccounts(
    tx: Transaction,
    request: ListAccountsRequest,
    reach: readonly string[],
  ): Promise<AccountBalance[]> {
    const cursor = decodeCursor(request.cursor, 1);
    const { asOf = null, union = null, fund = null, purpose = null, q = null } = request;
    const values: unknown[] = [asOf, union, fund, purpose, q, cursor?.[0] ?? null, rowsFor(request.limit)];
    const isWithin = await booksCondition(tx, { reach }, values);
    return tx.sql.query(
      `WITH ${baseSql}
       SELECT ${accountSql} FROM account a JOIN union_ref u ON u.id = a.union_id
       WHERE ${isWithin('u.id')}
         AND ($2::uuid IS NULL OR a.union_id = $2) AND ($3::text IS NULL OR a.income_kind = $3)
         AND ($4::text IS NULL OR a.purpose = $4)
         AND ($5::text IS NULL OR strpos(lower(coalesce((SELECT r.name FROM party_ref r
                WHERE r.kind = a.party_kind AND r.id = a.party_id), u.name)), lower($5)) > 0)
         AND ($6::uuid IS NULL OR a.id > $6)
       ORDER BY a.id LIMIT $7`,
      values,
    );
  }

  /**
   * Totals over all accounts at the end of a day, from snapshots and later postings. Debits and credits must be
   * equal.
   */
  async totalsAt(tx: Sql, asOf: string | null): Promise<Totals> {
    const [row] = (await tx.sql.query(
      `WITH ${baseSql}
       SELECT coalesce(sum(debits), 0)::bigint AS debits, coalesce(sum(credits), 0)::bigint AS credits,
              coalesce(sum(debits - credits), 0)::bigint AS difference
       FROM (SELECT ${sideSql('debit')} AS debits, ${sideSql('credit')} AS credits FROM account a) AS by_account`,
      [asOf],
    )) as [Totals];
    return row;
  }
}
