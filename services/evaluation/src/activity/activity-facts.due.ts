import { scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: something arrived of an activity that has ended; whoever waits for all its facts looks whether they are here. */
export const factsArrivedDue = 'facts-arrived';

/** The key is the activity. What arrives in many parts is looked at once they are all in. */
export async function noteArrival(tx: Transaction, activityIds: readonly string[]): Promise<void> {
  const works = [...new Set(activityIds)].map((key) => ({ kind: factsArrivedDue, key, at: tx.now }));
  await scheduleAll(tx, works);
}
