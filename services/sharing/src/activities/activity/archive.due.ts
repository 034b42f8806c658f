import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from './activity.entity.js';
import { archivesAt } from './activity-phase.js';

/** Due work: an activity has been over for two years and is archived. */
export const archiveDue = 'activity-archive';

/** Scheduled when it is closed or cancelled. A restored activity is not archived again automatically. */
export async function scheduleArchiving(tx: Transaction, row: ActivityRow): Promise<void> {
  await schedule(tx, { kind: archiveDue, key: row.id, at: archivesAt(row, tx.now) });
}
