import { scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: say whom some loan waits for, as it stands then. Its key is the loan. */
export const loanAwaitsDue = 'loan-awaits';

/** Whom these loans wait for may have changed. It is looked at later, as nobody who asks for a loan needs to wait for it. */
export async function awaitsMayChange(tx: Transaction, ...loanIds: readonly string[]): Promise<void> {
  const at = tx.now;
  await scheduleAll(
    tx,
    loanIds.map((key) => ({ kind: loanAwaitsDue, key, at })),
  );
}
