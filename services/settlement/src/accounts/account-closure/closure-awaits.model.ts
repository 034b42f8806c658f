import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { officeOf } from '../../reference/money-awaits.model.js';
import type { AccountClosureRow } from './account-closure.entity.js';

type AwaitedClosure = Pick<AccountClosureRow, 'id' | 'unionId' | 'state' | 'reason' | 'proposedBy'>;

/** Whom the closing of accounts waits for: who approves it, and has not proposed it (E83). */
export function awaitsOfClosure(row: AwaitedClosure, partyName: string, approve: ActionRule): Await[] {
  if (row.state !== 'proposed') return [];
  return [
    {
      ...officeOf(approve, [row.unionId], [row.proposedBy]),
      kind: 'closureProposed',
      why: 'dealsWithMoney',
      about: { moneyId: row.id },
      title: partyName,
      values: { partyName, reason: row.reason },
    },
  ];
}
