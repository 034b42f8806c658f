import type { PoolStepKind } from '@gongxiang/contracts/settlement/bills/supplement.contract';

/** Whoever did one of these to a pool prepared it, and does not approve it (E83). */
export const preparingSteps: readonly PoolStepKind[] = [
  'itemAdded',
  'itemRemoved',
  'selfPaid',
  'selfPaidRemoved',
  'computed',
  'submitted',
];

/** Whoever did one of these had a hand in what a pool came to, and does not judge a dispute about it. */
export const handlingSteps: readonly PoolStepKind[] = [
  ...preparingSteps,
  'approved',
  'refundProposed',
  'refundPosted',
];

/** True where a person has done such a step at a pool; both given in SQL. */
export function hasDoneSql(poolId: string, personId: string, kinds: readonly PoolStepKind[]): string {
  return `EXISTS (SELECT FROM pool_step s WHERE s.cost_pool_id = ${poolId} AND s.done_by = ${personId}
    AND s.kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}))`;
}
