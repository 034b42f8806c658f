import type { PoolStepKind } from '@gongxiang/contracts/settlement/bills/supplement.contract';

/** Steps that prepare a pool: a person who did one of them may not approve it (E83). */
export const preparingSteps: readonly PoolStepKind[] = [
  'itemAdded',
  'itemRemoved',
  'selfPaid',
  'selfPaidRemoved',
  'computed',
  'submitted',
];

/** Steps that affect a pool's total: a person who did one of them may not decide a dispute about it. */
export const involvingSteps: readonly PoolStepKind[] = [
  ...preparingSteps,
  'approved',
  'refundProposed',
  'refundPosted',
];

/** SQL condition: a person did one of these steps on a pool; both ids are SQL expressions. */
export function hasDoneSql(poolId: string, personId: string, kinds: readonly PoolStepKind[]): string {
  return `EXISTS (SELECT FROM pool_step s WHERE s.cost_pool_id = ${poolId} AND s.done_by = ${personId}
    AND s.kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}))`;
}
