import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work: say whom an indicator system waits for, as it stands then. Its key is the system. */
export const systemAwaitsDue = 'indicator-system-awaits';

/** Whom the system, its rounds and its weights wait for may have changed. It is looked at after the commit. */
export function systemAwaitsMayChange(tx: Transaction, systemId: string): Promise<void> {
  return schedule(tx, { kind: systemAwaitsDue, key: systemId, at: tx.now });
}
