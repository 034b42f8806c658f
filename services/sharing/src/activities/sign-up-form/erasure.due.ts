import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../activity/activity.entity.js';

/** Due work: the answers to an activity's sign-up form have been kept as long as was said. */
export const erasureDue = 'answers-erasure';

type Ending = Pick<ActivityRow, 'endsAt' | 'closedAt'>;

/** So many days after the close; of an activity that nobody has closed, after its end: what nobody closes is not kept for ever. */
export function erasedAt({ endsAt, closedAt }: Ending, keepDays: number): Date {
  return new Date((closedAt ?? endsAt).getTime() + keepDays * 86_400_000);
}

/** Notes when to look; whether it is time is then seen anew, as an activity may be moved, or closed late. */
export async function scheduleErasure(
  tx: Transaction,
  activity: Ending & Pick<ActivityRow, 'id'>,
  keepDays: number,
): Promise<void> {
  await schedule(tx, { kind: erasureDue, key: activity.id, at: erasedAt(activity, keepDays) });
}
