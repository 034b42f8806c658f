import type { MandateScope } from '@gongxiang/contracts/sharing/sharing-events';
import { placeholdersIn, reachCondition, subtreesOf, type Transaction } from '@gongxiang/persistence';
import type { Mandated } from './acting.js';

/** Mandates in force of unions at these paths. */
export function findMandates(
  tx: Transaction,
  scope: MandateScope,
  paths: readonly string[],
): Promise<readonly Mandated[]> {
  return tx.sql.query(
    `SELECT m.id AS "mandateId", f.path AS "forPath", t.path FROM union_ref f
     JOIN mandate m ON m.from_union_id = f.id JOIN union_ref t ON t.id = m.to_union_id
     WHERE f.path = ANY($1::text[]) AND m.revoked_at IS NULL AND m.valid_from <= $2 AND m.valid_until > $2
       AND $3 = ANY(m.scopes)
     ORDER BY m.id`,
    [paths, tx.now, scope],
  );
}

/** Unions with a mandate in force for one of those in these subtrees. */
export async function findMandators(
  tx: Transaction,
  scope: MandateScope,
  paths: readonly string[],
): Promise<{ readonly id: string }[]> {
  const values: unknown[] = [tx.now, scope];
  const isWithin = await reachCondition(tx, subtreesOf(paths), placeholdersIn(values));
  return tx.sql.query(
    `SELECT DISTINCT m.from_union_id AS id FROM mandate m WHERE ${isWithin('m.to_union_id')}
       AND m.revoked_at IS NULL AND m.valid_from <= $1 AND m.valid_until > $1 AND $2 = ANY(m.scopes) LIMIT 1000`,
    values,
  );
}
