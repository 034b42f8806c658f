import { scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Due work, by what it is about: say whom one of them waits for, as it stands then. Its key is the thing; of a roster the union. */
export const awaitsDue = {
  pendingChange: 'pending-change-awaits',
  application: 'application-awaits',
  founding: 'union-founding-awaits',
  memberMerge: 'member-merge-awaits',
  phoneChange: 'phone-change-awaits',
  correction: 'correction-awaits',
  transfer: 'membership-transfer-awaits',
  unionTransfer: 'union-transfer-awaits',
  unionClosing: 'union-closing-awaits',
  dataBreach: 'data-breach-awaits',
  erasure: 'person-erasure-awaits',
  committeeElection: 'committee-election-awaits',
  roster: 'roster-awaits',
} as const;

/** Whom these wait for may have changed. It is looked at right after, so that no command has to wait for it. */
export async function awaitsMayChange(
  tx: Transaction,
  of: keyof typeof awaitsDue,
  ...keys: readonly string[]
): Promise<void> {
  const kind = awaitsDue[of];
  const at = tx.now;
  await scheduleAll(
    tx,
    keys.map((key) => ({ kind, key, at })),
  );
}
