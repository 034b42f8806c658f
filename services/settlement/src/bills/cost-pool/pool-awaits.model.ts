import type { ActionRule } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { moneyValues, officeOf } from '../../reference/money-awaits.model.js';
import type { CostPoolRow } from './cost-pool.entity.js';

type AwaitedPool = Pick<
  CostPoolRow,
  'id' | 'unionId' | 'state' | 'totalFen' | 'submittedAt' | 'returnReason'
>;

/** Who may do what with a pool. */
type PoolRules = Readonly<Record<'approve' | 'submit', ActionRule>>;

interface PoolFacts {
  /** Of its activity. */
  readonly title: string;
  /** E83: people who may approve pools, but not this one. */
  readonly preparerIds: readonly string[];
  /** The unions that keep its union's books. */
  readonly bookkeeperIds: readonly string[];
}

/** Whether it waits for anybody: it was submitted, or returned. */
export function isPoolAwaited({ state, returnReason }: Pick<CostPoolRow, 'state' | 'returnReason'>): boolean {
  return state === 'submitted' || (state === 'open' && returnReason !== null);
}

/** Whom a pool waits for: who approves it, or who submits it again, at its union or for it. */
export function awaitsOfPool(
  pool: AwaitedPool,
  { title, preparerIds, bookkeeperIds }: PoolFacts,
  may: PoolRules,
): Await[] {
  if (!isPoolAwaited(pool)) return [];
  const { id: moneyId, unionId, totalFen, submittedAt, returnReason } = pool;
  const said = { why: 'dealsWithMoney', about: { moneyId }, title } as const;
  if (pool.state === 'open')
    return [
      {
        ...officeOf(may.submit, [unionId, ...bookkeeperIds]),
        ...said,
        kind: 'costPoolReturned',
        values: { reason: returnReason },
      },
    ];
  return [
    {
      ...officeOf(may.approve, [unionId, ...bookkeeperIds], preparerIds),
      ...said,
      kind: 'costPoolSubmitted',
      values: moneyValues(totalFen ?? 0n),
      // Submitted again, it is to be looked at again.
      slot: String(submittedAt?.getTime() ?? ''),
    },
  ];
}
