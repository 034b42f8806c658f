import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

export const factsChangedKind = 'facts-changed';

/** What has changed: something about an activity, or about a loan, or what a file told. */
export type ChangedFacts =
  { readonly activityId: string } | { readonly loanId: string } | { readonly figureImportId: string };

/** Pages of facts, their close and its costs come shortly after each other: they are looked at once. */
const settleMs = 10_000;

/** Notes that whatever rests on these facts is to be looked at again; noting it again moves it. */
export async function noteFactsChanged(tx: Transaction, changed: ChangedFacts): Promise<void> {
  const key = Object.entries(changed).flat().join(':');
  const at = new Date(tx.now.getTime() + settleMs);
  await schedule(tx, { kind: factsChangedKind, key, at, payload: { ...changed } });
}
