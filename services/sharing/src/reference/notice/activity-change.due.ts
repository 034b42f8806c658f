import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { type ActivityChange, movesReminders, changeOf } from './notice.model.js';

/** Due work: those who take part in an activity are told its news, some hundreds at a time. */
export const activityChangedDue = 'activity-news';
/** Due work: the moments of an activity's reminders are looked at anew. */
export const remindersDue = 'activity-reminders';

/** What the work of telling carries from step to step. */
export interface ActivityChangePayload {
  readonly activityId: string;
  readonly news: ActivityChange;
  /** Whoever signed up later has seen the activity as it is. */
  readonly registeredUntil: string;
  readonly after: string | null;
}

type Followed = Parameters<typeof movesReminders>[0];

/** Notes what a change of an activity means to those who take part in it, in the transaction of the change. */
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
