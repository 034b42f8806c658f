import type { BookActKind } from '@gongxiang/contracts/settlement/ledger/bookkeeping.contract';
import { type ActionRule, mayDo, reachOf } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { bookMandatesFor, pathsOfKeptBooks } from './book-mandate.repository.js';
import {
  alone,
  bookkeeperRule,
  type BookSubject,
  mandateFor,
  mayActOrKeepBooks,
} from './bookkeeping.model.js';

/** Acts by a mandate are audited under this noun and the mandate's id. */
export const mandateUseNoun = 'mandate-use';

/** An act, with the details that the audit trail of its mandate needs. */
interface BookAct extends BookSubject {
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
  const kept = await pathsOfKeptBooks(tx, reachOf(actor, bookkeeperRule(rule)));
  return [...reachOf(actor, rule), ...kept.map(alone)];
}
