import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/**
 * Due work: facts have changed. Everything that waits for them or is based on them is checked, see
 * `scores/fact-news`.
 */
export const factsChangedKind = 'facts-changed';

/** The changed facts: of an activity, of a loan, figures from a file, or what counts of a union on a day. */
export type ChangedFacts =
  | { readonly activityId: string }
  | { readonly loanId: string }
  | { readonly figureImportId: string }
  | { readonly unionId: string; readonly on: string };

/** Pages of facts and the close that counts them arrive in quick succession, so they are handled together. */
const settleMs = 1_000;

/** Schedules a check of everything based on these facts; scheduling again postpones it. */
export async function scheduleFactsChanged(tx: Transaction, changed: ChangedFacts): Promise<void> {
  const key = Object.entries(changed).flat().join(':');
  const at = new Date(tx.now.getTime() + settleMs);
  tx.send(schedule(tx, { kind: factsChangedKind, key, at, payload: { ...changed } }));
}
