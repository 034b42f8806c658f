import { dayMs } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: a worker's proposal has waited for a week; the officers are reminded once. */
export const proposalDue = 'proposal-reminder';

const weekMs = 7 * dayMs;

export async function scheduleProposalReminder(tx: Transaction, activityId: string): Promise<void> {
  await schedule(tx, { kind: proposalDue, key: activityId, at: new Date(tx.now.getTime() + weekMs) });
}
