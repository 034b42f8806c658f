import { dayMs } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from './activity.entity.js';

/** Due work: a worker's proposal has waited for a week; the officers are reminded once. */
export const proposalDue = 'proposal-reminder';

/** Due work: say whom a worker's proposal waits for. Its key is the activity. */
export const proposalAwaitsDue = 'proposal-awaits';

const weekMs = 7 * dayMs;

export async function scheduleProposalReminder(tx: Transaction, activityId: string): Promise<void> {
  await schedule(tx, { kind: proposalDue, key: activityId, at: new Date(tx.now.getTime() + weekMs) });
}

/** Whom it waits for may have changed, if somebody proposed it. */
export async function proposalAwaitsMayChange(tx: Transaction, { id, proposal }: ActivityRow): Promise<void> {
  if (proposal !== null) await schedule(tx, { kind: proposalAwaitsDue, key: id, at: tx.now });
}
