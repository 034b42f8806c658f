import type { BookActKind } from '@gongxiang/contracts/settlement/ledger/bookkeeping.contract';
import { type ActionRule, mayDo, reachOf } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import {
  alone,
  bookkeeperRule,
  type BookMandate,
  type BookSubject,
  mandateFor,
  mayActOrKeepBooks,
} from './bookkeeping.model.js';

/** Acts by a mandate are audited under this noun and the mandate's id. */
export const mandateUseNoun = 'mandate-use';

const inForceSql = `'bookkeeping' = ANY(m.scopes) AND m.revoked_at IS NULL
  AND m.valid_from <= $2 AND m.valid_until > $2`;

/**
 * By which mandates others keep the books of the unions at these places now. Read each time from the copies themselves.
 *
 * Functions and no service: whoever asks holds a transaction, and needs nothing else for it.
 */
export async function bookMandatesFor(tx: Transaction, paths: readonly string[]): Promise<BookMandate[]> {
  if (paths.length === 0) return [];
  return tx.sql.query(
    `SELECT m.id, m.from_union_id AS "fromUnionId", f.path AS "forPath", t.path, m.entry_limit_fen AS "limitFen"
     FROM union_ref f JOIN mandate_ref m ON m.from_union_id = f.id JOIN union_ref t ON t.id = m.to_union_id
     WHERE f.path = ANY($1::text[]) AND ${inForceSql} ORDER BY m.id`,
    [[...new Set(paths)], tx.now],
  );
}

/** An act, with the details that the audit trail of its mandate needs. */
export interface BookAct extends BookSubject {
  readonly kind: BookActKind;
  /** The cost pool or the payment. */
  readonly aboutId: string;
  /** Those who may see it and so get `NOT_PERMITTED` instead of `NOT_FOUND`. */
  readonly seenBy: { readonly rule: ActionRule; readonly paths: readonly string[] };
}

/**
 * Authorises an act by the caller's own roles or by a mandate to keep the books. An act by mandate is audited under
 * the mandate, with who acted for whom.
 * @throws DomainError `NOT_SIGNED_IN`, `NOT_FOUND`, `NOT_PERMITTED`, `MANDATE_LIMIT_EXCEEDED`
 */
export async function authoriseAct(tx: Transaction, rule: ActionRule, act: BookAct): Promise<void> {
  const { actor } = tx.call;
  const { paths, seenBy, kind, aboutId, amountFen = null } = act;
  if (actor === null || mayDo(actor, rule, { paths })) return tx.authorise(rule, { paths });
  const mandates = await bookMandatesFor(tx, [...paths, ...seenBy.paths]);
  const by = mandateFor(actor, rule, act, mandates);
  if (by === null)
    return tx.authorise(rule, {
      paths,
      visible: mayActOrKeepBooks(actor, seenBy.rule, seenBy.paths, mandates),
    });
  tx.authorise(bookkeeperRule(rule), { paths: [by.path] });
  const amount = amountFen === null ? null : String(amountFen);
  const after = { kind, aboutId, onBehalfOf: by.fromUnionId, amountFen: amount };
  tx.audit({ noun: mandateUseNoun, id: by.id, after });
}

/** Authorises reading by the caller's own roles or by a mandate to keep the books. @throws DomainError `NOT_FOUND` */
export async function authoriseLook(
  tx: Transaction,
  rule: ActionRule,
  paths: readonly string[],
): Promise<void> {
  const { actor } = tx.call;
  if (actor === null || mayDo(actor, rule, { paths })) return tx.authorise(rule, { paths });
  const by = mandateFor(actor, rule, { paths }, await bookMandatesFor(tx, paths));
  if (by === null) return tx.authorise(rule, { paths });
  tx.authorise(bookkeeperRule(rule), { paths: [by.path] });
}

/** The caller's reach: the subtrees of their roles, and each single union whose books their unions keep. */
export async function bookReach(tx: Transaction, rule: ActionRule): Promise<string[]> {
  const { actor } = tx.call;
  const keeping = reachOf(actor, bookkeeperRule(rule));
  const rows: { path: string }[] =
    keeping.length === 0
      ? []
      : await tx.sql.query(
          `SELECT DISTINCT f.path FROM unnest($1::text[]) AS reach(path)
           JOIN union_ref t ON starts_with(t.path, reach.path)
           JOIN mandate_ref m ON m.to_union_id = t.id JOIN union_ref f ON f.id = m.from_union_id
           WHERE ${inForceSql} LIMIT 1000`,
          [keeping, tx.now],
        );
  return [...reachOf(actor, rule), ...rows.map(({ path }) => alone(path))];
}
