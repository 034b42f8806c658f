import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: there is news of facts. Whoever waits for them or rests on them is looked at, see `fact-news`. */
export const factsChangedKind = 'facts-changed';

/** What has changed: something about an activity, or about a loan, or what a file told. */
export type ChangedFacts =
  { readonly activityId: string } | { readonly loanId: string } | { readonly figureImportId: string };

/** Pages of facts and the close that counts them come right after each other: they are looked at once. */
const settleMs = 1_000;

/** Notes that whatever rests on these facts is to be looked at; noting it again moves it. */
export async function noteFactsChanged(tx: Transaction, changed: ChangedFacts): Promise<void> {
  const key = Object.entries(changed).flat().join(':');
  const at = new Date(tx.now.getTime() + settleMs);
  tx.send(schedule(tx, { kind: factsChangedKind, key, at, payload: { ...changed } }));
}
