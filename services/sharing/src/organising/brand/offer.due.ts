import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: a brand may answer other needs than before. */
export const brandOfferDue = 'match-brand';

/** A piece of work for each version: whoever changes it waits for nobody who is matching the one before. */
export function scheduleBrandOffer(
  tx: Transaction,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> {
  return schedule(tx, { kind: brandOfferDue, key: `${id}/${version}`, at: tx.now });
}
