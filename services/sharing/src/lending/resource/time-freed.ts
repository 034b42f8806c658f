import { newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { scheduleFreedOffer } from './offer.due.js';

/** Due work: time of a resource may be free again, for the waitlist. Its key names the resource. */
export const timeFreedDue = 'resource-time-freed';
const keySeparator = '/';

/**
 * Schedules, in the transaction that frees it, the waitlist of a resource. Each key is unique: with a shared one, a
 * transaction that frees time would wait for the one that serves the waitlist.
 */
export async function timeFreed(tx: Transaction, resource: { readonly id: string }): Promise<void> {
  await schedule(tx, { kind: timeFreedDue, key: [resource.id, newId()].join(keySeparator), at: tx.now });
  await scheduleFreedOffer(tx, resource.id);
}

/** @param key of due work of the kind {@link timeFreedDue} */
export function freedResourceId(key: string): string {
  return key.split(keySeparator)[0] ?? '';
}
