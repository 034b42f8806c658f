import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: say whom an activity and its parts wait for, as it stands then. Its key is the activity. */
export const activityAwaitsDue = 'activity-awaits';

/** Whom it waits for may have changed. It is looked at later, as nobody who acts needs to wait for it. */
export async function activityAwaitsMayChange(tx: Transaction, activityId: string): Promise<void> {
  await schedule(tx, { kind: activityAwaitsDue, key: activityId, at: tx.now });
}
