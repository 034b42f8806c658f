import { Injectable } from '@nestjs/common';
import {
  type ChainedPoolView,
  poolPlanContract,
  type PoolSummaryRequest,
  type PoolSummaryView,
} from '@gongxiang/contracts/settlement/bills/pool-plan.contract';
import { type CallContext, sum, toWire } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import type { CostPoolRow, CostShareRow } from '../cost-pool/cost-pool.entity.js';
import { PoolChainRepository } from '../cost-pool/pool-chain.repository.js';
import { compare, perHead } from './pool-plan.model.js';
import { PoolPlanRepository } from './pool-plan.repository.js';
import { VisiblePools } from './visible-pools.js';

/** Total cost of an activity over all pools of its chain, whichever pool is requested. */
@Injectable()
export class PoolSummaryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly chain: PoolChainRepository,
    private readonly plans: PoolPlanRepository,
    private readonly visiblePools: VisiblePools,
  ) {}

  /** Reversed pools are listed in the chain but do not count. */
  @Handles(poolPlanContract.getSummary)
  get(request: PoolSummaryRequest, call: CallContext): Promise<PoolSummaryView> {
    return this.transactions.read(call, async (tx) => {
      const pool = await this.visiblePools.find(tx, request.costPoolId);
      const chain = await this.chain.chainOf(tx, pool.supplementOf ?? pool.id);
      const live = chain.filter(({ state }) => state !== 'reversed');
      const ids = live.map(({ id }) => id);
      const shares = await this.chain.sharesOf(
        tx,
        chain.map(({ id }) => id),
      );
      const comparison = compare(
        await this.plans.plannedByCode(tx, ids),
        await this.plans.billsByCode(tx, ids),
      );
      const selfPaid = await this.plans.selfPaid(tx, ids);
      const planned = sum(comparison.map((one) => one.planned));
      const actual = sum(comparison.map((one) => one.actual));
      const heads = headsOf(live, shares);
      return {
        costPoolId: pool.id,
        chain: chain.map((one, number) => chainedView(one, number, shares)),
        comparison: comparison.map((one) => ({
          expenseCode: one.expenseCode,
          planned: toWire(one.planned),
          actual: toWire(one.actual),
          difference: toWire(one.difference),
        })),
        planned: toWire(planned),
        actual: toWire(actual),
        difference: toWire(actual - planned),
        subsidy: toWire(sum(live.map((one) => (one.subsidyFen ?? 0n) - one.subsidyReturnedFen))),
        selfPaid: toWire(selfPaid.fen),
        selfPaidHeads: selfPaid.heads,
        heads,
        costPerHead: moneyOf(perHead(actual, heads)),
        wholePerHead: moneyOf(perHead(actual + selfPaid.fen, heads)),
      };
    });
  }
}

function moneyOf(fen: bigint | null): ReturnType<typeof toWire> | null {
  return fen === null ? null : toWire(fen);
}

/** Each person counts once, so the headcount is that of the first pool with computed shares. */
function headsOf(live: readonly CostPoolRow[], shares: readonly CostShareRow[]): number | null {
  const first = live.find(({ totalFen }) => totalFen !== null);
  if (first === undefined) return null;
  const own = shares.filter(({ costPoolId }) => costPoolId === first.id);
  return own.reduce((heads, { headcount }) => heads + (headcount ?? 0), 0);
}

function chainedView(pool: CostPoolRow, number: number, shares: readonly CostShareRow[]): ChainedPoolView {
  const own = shares.filter(({ costPoolId }) => costPoolId === pool.id);
  return {
    costPoolId: pool.id,
    number,
    state: pool.state,
    total: moneyOf(pool.totalFen),
    returned: toWire(pool.subsidyReturnedFen + sum(own.map(({ returnedFen }) => returnedFen))),
    createdAt: pool.createdAt.toISOString(),
  };
}
