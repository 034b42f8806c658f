import type { Matter } from '@gongxiang/contracts/words/matter';
import { type ActionRule, mayDo, type Subject } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { findHeld } from './delegated.repository.js';

/** What an action is about, with the matters that may have been delegated to somebody. */
export interface MatterSubject extends Subject {
  readonly matters: readonly Matter[];
}

/**
 * The subject, with whether it is delegated to the caller. Asks only where their roles do not suffice, so that those
 * who hold one wait for nothing. An API key holds roles alone.
 * Functions and no service: the caller has a transaction, and needs nothing else of this feature.
 */
export async function delegatedSubject(
  tx: Transaction,
  rule: ActionRule,
  { matters, ...subject }: MatterSubject,
): Promise<Subject> {
  const { actor } = tx.call;
  if (actor === null || actor.apiKeyId !== undefined || rule.delegate !== true || matters.length === 0)
    return subject;
  if (mayDo(actor, rule, subject)) return subject;
  return (await findHeld(tx, matters)).length === 0 ? subject : { ...subject, isDelegated: true };
}

/** As {@link Transaction.authorise}, also by a delegation. @throws DomainError */
export async function authoriseMatter(
  tx: Transaction,
  rule: ActionRule,
  subject: MatterSubject,
): Promise<void> {
  tx.authorise(rule, await delegatedSubject(tx, rule, subject));
}

/** Whether the caller may do it, by a role, for themselves or by a delegation. */
export async function mayInMatter(
  tx: Transaction,
  rule: ActionRule,
  subject: MatterSubject,
): Promise<boolean> {
  const { actor } = tx.call;
  return actor !== null && mayDo(actor, rule, await delegatedSubject(tx, rule, subject));
}
