import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: a brand may answer other needs than before. */
export const brandOfferDue = 'match-brand';

/** One piece of work per version: its author does not wait for the matching of the previous one. */
export function scheduleBrandOffer(
  tx: Transaction,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> {
  return schedule(tx, { kind: brandOfferDue, key: `${id}/${version}`, at: tx.now });
}
