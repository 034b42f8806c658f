import type { Transaction } from '@gongxiang/persistence';
import type { BookMandate } from './bookkeeping.model.js';
import { booksCondition } from './reach-sql.js';

/** @param now the placeholder of the present moment */
function inForceSql(now: string): string {
  return `'bookkeeping' = ANY(m.scopes) AND m.revoked_at IS NULL AND m.valid_from <= ${now} AND m.valid_until > ${now}`;
}

/**
 * The mandates by which others keep the books of the unions at these paths now, read afresh from the copies.
 *
 * These are functions rather than a service, because callers hold a transaction and need nothing else.
 */
export async function bookMandatesFor(tx: Transaction, paths: readonly string[]): Promise<BookMandate[]> {
  if (paths.length === 0) return [];
  return tx.sql.query(
    `SELECT m.id, m.from_union_id AS "fromUnionId", f.path AS "forPath", t.path, m.entry_limit_fen AS "limitFen"
     FROM union_ref f JOIN mandate_ref m ON m.from_union_id = f.id JOIN union_ref t ON t.id = m.to_union_id
     WHERE f.path = ANY($1::text[]) AND ${inForceSql('$2')} ORDER BY m.id`,
    [[...new Set(paths)], tx.now],
  );
}

/**
 * The unions that may act for a union by mandates to keep its books now, as far as these suffice for the amount.
 * @param amountFen null if the act has no amount
 */
export async function bookkeepersOf(
  tx: Transaction,
  unionId: string,
  amountFen: bigint | null,
): Promise<string[]> {
  const rows: { id: string }[] = await tx.sql.query(
    `SELECT DISTINCT t.id FROM mandate_ref m JOIN union_ref t ON t.id = m.to_union_id
     WHERE m.from_union_id = $1 AND ${inForceSql('$2')}
       AND ($3::bigint IS NULL OR m.entry_limit_fen IS NULL OR m.entry_limit_fen >= $3) ORDER BY t.id`,
    [unionId, tx.now, amountFen === null ? null : String(amountFen)],
  );
  return rows.map(({ id }) => id);
}

/** The paths of the unions whose books are kept by unions within a reach, at most 1,000. */
export async function pathsOfKeptBooks(tx: Transaction, reach: readonly string[]): Promise<string[]> {
  if (reach.length === 0) return [];
  const values: unknown[] = [tx.now];
  const isWithin = await booksCondition(tx, { reach }, values);
  const rows: { path: string }[] = await tx.sql.query(
    `SELECT DISTINCT f.path FROM mandate_ref m JOIN union_ref f ON f.id = m.from_union_id
     WHERE ${isWithin('m.to_union_id')} AND ${inForceSql('$1')} LIMIT 1000`,
    values,
  );
  return rows.map(({ path }) => path);
}
