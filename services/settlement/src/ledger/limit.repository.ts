import { Injectable } from '@nestjs/common';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { newestWithin } from '../reference/reach-sql.js';
import { AmountLimitRow, OverdraftRuleRow } from './ledger.entity.js';

interface PageOf {
  readonly cursor?: string;
  readonly limit?: number;
}

/** Decisions on limits; the newest for a union or an account is in force. */
@Injectable()
export class LimitRepository {
  /** The limits in force for these unions; unions without a limit are missing. */
  async limitsOf(tx: Transaction, unionIds: readonly string[]): Promise<Map<string, bigint>> {
    const rows: { union_id: string; limit_fen: bigint | null }[] = await tx.sql.query(
      `SELECT DISTINCT ON (union_id) union_id, limit_fen FROM amount_limit
       WHERE union_id = ANY($1::uuid[]) ORDER BY union_id, id DESC`,
      [unionIds],
    );
    return new Map(
      rows.flatMap(({ union_id: id, limit_fen: limit }) => (limit === null ? [] : [[id, limit] as const])),
    );
  }

  async pathsOf(tx: Transaction, unionIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; path: string }[] = await tx.sql.query(
      'SELECT id, path FROM union_ref WHERE id = ANY($1::uuid[])',
      [unionIds],
    );
    return new Map(rows.map(({ id, path }) => [id, path]));
  }

  /**
   * The rules in force for these accounts; accounts without a rule are missing. Call under the lock of the accounts.
   */
  overdraftRules(
    tx: Transaction,
    accountIds: readonly string[],
  ): Promise<{ readonly account_id: string; readonly limit_fen: bigint | null }[]> {
    return tx.sql.query(
      `SELECT DISTINCT ON (account_id) account_id, limit_fen FROM overdraft_rule
       WHERE account_id = ANY($1::uuid[]) ORDER BY account_id, id DESC`,
      [accountIds],
    );
  }

  async insertAmountLimit(tx: Transaction, row: AmountLimitRow): Promise<void> {
    await tx.sql.insert(AmountLimitRow, row);
  }

  async insertOverdraftRule(tx: Transaction, row: OverdraftRuleRow): Promise<void> {
    await tx.sql.insert(OverdraftRuleRow, row);
  }

  /** Newest first; for one union, or for all within the caller's reach. */
  listAmountLimits(
    tx: Transaction,
    { union, cursor, limit }: PageOf & { readonly union?: string },
    reach: readonly string[],
  ): Promise<AmountLimitRow[]> {
    const query = tx.sql
      .createQueryBuilder(AmountLimitRow, 'l')
      .orderBy('l.id', 'DESC')
      .limit(rowsFor(limit));
    if (union !== undefined) query.andWhere('l.unionId = :union', { union });
    const after = decodeCursor(cursor, 1);
    if (after !== null) query.andWhere('l.id < :after', { after: after[0] });
    return newestWithin(tx, query, { reach }, (union) => `l.union_id = ${union}`);
  }

  /** Newest first. */
  listOverdraftRules(
    tx: Transaction,
    { accountId, cursor, limit }: PageOf & { readonly accountId: string },
  ): Promise<OverdraftRuleRow[]> {
    const query = tx.sql
      .createQueryBuilder(OverdraftRuleRow, 'r')
      .where('r.accountId = :accountId', { accountId })
      .orderBy('r.id', 'DESC')
      .limit(rowsFor(limit));
    const after = decodeCursor(cursor, 1);
    if (after !== null) query.andWhere('r.id < :after', { after: after[0] });
    return query.getMany();
  }
}
