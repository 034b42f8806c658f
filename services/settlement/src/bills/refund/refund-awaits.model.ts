import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { moneyValues, officeOf } from '../../reference/money-awaits.model.js';
import type { RefundRow } from './refund.entity.js';

type AwaitedRefund = Pick<RefundRow, 'id' | 'costPoolId' | 'state' | 'totalFen' | 'reason' | 'proposedBy'>;

/**
 * Whom a refund waits for: who approves it, and has not proposed it (E83).
 * @param pool its union with those that keep its books, and the title of its activity
 */
export function awaitsOfRefund(
  { id: refundId, costPoolId, state, totalFen, reason, proposedBy }: AwaitedRefund,
  { unionIds, title }: { readonly unionIds: readonly string[]; readonly title: string },
  approve: ActionRule,
): Await[] {
  if (state !== 'proposed') return [];
  return [
    {
      ...officeOf(approve, unionIds, [proposedBy]),
      kind: 'refundProposed',
      why: 'dealsWithMoney',
      about: { costPoolId, refundId },
      title,
      values: { ...moneyValues(totalFen), reason },
    },
  ];
}
