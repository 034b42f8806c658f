import { dayMs } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../activity/activity.entity.js';

/** Due work: the retention of an activity's sign-up answers has ended. */
export const erasureDue = 'answers-erasure';

type Ending = Pick<ActivityRow, 'endsAt' | 'closedAt'>;

/**
 * So many days after the close; for an activity that nobody closes, after its end: answers are never retained for
 * ever.
 */
export function erasedAt({ endsAt, closedAt }: Ending, keepDays: number): Date {
  return new Date((closedAt ?? endsAt).getTime() + keepDays * dayMs);
}

/** Schedules a check; it checks the time again, as an activity may be moved, or closed late. */
export async function scheduleErasure(
  tx: Transaction,
  activity: Ending & Pick<ActivityRow, 'id'>,
  keepDays: number,
): Promise<void> {
  await schedule(tx, { kind: erasureDue, key: activity.id, at: erasedAt(activity, keepDays) });
}
