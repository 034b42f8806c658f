import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { type ActivityChange, movesReminders, changeOf } from './notice.model.js';

/** Due work: notify the participants of an activity of a change, some hundreds at a time. */
export const activityChangedDue = 'activity-news';
/** Due work: reschedule an activity's reminders. */
export const remindersDue = 'activity-reminders';

/** State carried from step to step. */
export interface ActivityChangePayload {
  readonly activityId: string;
  readonly news: ActivityChange;
  /** People who signed up later have seen the activity as it is. */
  readonly registeredUntil: string;
  readonly after: string | null;
}

type Followed = Parameters<typeof movesReminders>[0];

/** Schedules the notices of an activity's change to its participants, in the transaction of the change. */
export async function scheduleActivityNotices(
  tx: Transaction,
  before: Followed,
  after: Followed,
): Promise<void> {
  const change = changeOf(before, after);
  if (change !== null) {
    const registeredUntil = tx.now.toISOString();
    const payload: ActivityChangePayload = {
      activityId: after.id,
      news: change,
      registeredUntil,
      after: null,
    };
    await schedule(tx, {
      kind: activityChangedDue,
      key: change.cause,
      at: tx.now,
      payload: { ...payload },
    });
  }
  if (movesReminders(before, after)) await replanReminders(tx, after.id);
}

export async function replanReminders(tx: Transaction, activityId: string): Promise<void> {
  await schedule(tx, { kind: remindersDue, key: activityId, at: tx.now });
}
