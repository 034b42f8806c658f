import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: say whom a ranking waits for, as it stands then. Its key is the ranking. */
export const rankingAwaitsDue = 'ranking-awaits';

/** Whom the ranking and its appeals wait for may have changed. It is looked at after the commit. */
export function rankingAwaitsMayChange(tx: Transaction, rankingId: string): Promise<void> {
  return schedule(tx, { kind: rankingAwaitsDue, key: rankingId, at: tx.now });
}
