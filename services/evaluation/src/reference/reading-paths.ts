import type { ActionRule } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';

/** The subtrees in which the caller holds one of the roles of a rule; they limit what a list shows. */
export function pathsFor(tx: Transaction, rule: ActionRule): string[] {
  const held = tx.call.actor?.roles ?? [];
  return held.filter(({ role }) => rule.roles?.includes(role) === true).map(({ path }) => path);
}
