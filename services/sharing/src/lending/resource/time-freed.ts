import { newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { scheduleFreedOffer } from './offer.due.js';

/** Due work: some time of a resource may be free again, for those who wait. Its key names the resource. */
export const timeFreedDue = 'resource-time-freed';
const keySeparator = '/';

/**
 * Notes, in the transaction that frees it, that time of a resource may be had again. Each note has a key of its own: one
 * that two transactions shared would make whoever frees a time wait for whoever serves those in line.
 */
export async function timeFreed(tx: Transaction, resource: { readonly id: string }): Promise<void> {
  await schedule(tx, { kind: timeFreedDue, key: [resource.id, newId()].join(keySeparator), at: tx.now });
  await scheduleFreedOffer(tx, resource.id);
}

/** @param key of due work of the kind {@link timeFreedDue} */
export function freedResourceId(key: string): string {
  return key.split(keySeparator)[0] ?? '';
}
