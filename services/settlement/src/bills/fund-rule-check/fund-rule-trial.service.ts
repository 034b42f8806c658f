import { Injectable } from '@nestjs/common';
import { trialPoolsMax } from '@gongxiang/contracts/settlement/agreements/fund-rule.contract';
import {
  fundRuleCheckContract,
  type FundRuleTrialView,
  type TrialBreachView,
  type TrialFundRuleSetRequest,
} from '@gongxiang/contracts/settlement/bills/fund-rule-check.contract';
import { type CallContext, DomainError, partyKey } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { encodeCursor, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../agreements/actions.js';
import type { ActivityRef } from '../../agreements/activity/activity.entity.js';
import type { CostItemRow, CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { daysOf, lineOf, PoolGate } from '../cost-pool/pool-gate.service.js';
import type { Judged } from '../../agreements/fund-rule/fund-rule-judge.js';
import { nameOf } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { BrokenRuleViews, brokenBy, type OwnedSet, titleOf } from './broken-rule.view.js';
import { TrialRepository } from './trial.repository.js';

interface TriedPool {
  readonly pool: CostPoolRow;
  readonly items: readonly CostItemRow[];
  readonly activity: ActivityRef | undefined;
  readonly on: string;
  readonly judged: Judged;
}

/** The limit of the contract for one response. */
const breachesMax = 5_000;

/**
 * Dry run of a rule set against the pools of a year: judges actual spending by this set's rules alone. Nothing is
 * saved.
 */
@Injectable()
export class FundRuleTrialService {
  constructor(
    private readonly transactions: Transactions,
    private readonly trials: TrialRepository,
    private readonly gate: PoolGate,
    private readonly references: ReferenceRepository,
    private readonly brokenRules: BrokenRuleViews,
  ) {}

  @Handles(fundRuleCheckContract.trial)
  try(request: TrialFundRuleSetRequest, call: CallContext): Promise<FundRuleTrialView> {
    return this.transactions.read(call, async (tx) => {
      const set = (await this.brokenRules.setsWithOwners(tx, [request.setId])).get(request.setId);
      const isPublished = set !== undefined && set.row.state !== 'draft';
      tx.authorise(actions.tendFundRules, { paths: set ? [set.path] : [], visible: isPublished });
      if (set === undefined) throw new DomainError('NOT_FOUND');
      return this.page(tx, request, set);
    });
  }

  private async page(
    tx: Transaction,
    { year, cursor, limit }: TrialFundRuleSetRequest,
    set: OwnedSet,
  ): Promise<FundRuleTrialView> {
    const count = Math.min(limit ?? trialPoolsMax, trialPoolsMax);
    const pools = await this.trials.pools(tx, { path: set.path, year, cursor }, count + 1);
    const tried = await this.tryAll(tx, pools.slice(0, count), { set, year });
    const names = await this.references.parties(tx, [...new Set(tried.map(({ pool }) => unionKey(pool)))]);
    const views: TrialBreachView[] = [];
    let poolCount = 0;
    for (const one of tried) {
      const found = this.views(one, set, nameOf(unionKey(one.pool), names));
      // A pool that does not fit starts the next page; a single pool that exceeds a page is truncated.
      if (poolCount > 0 && views.length + found.length > breachesMax) break;
      views.push(...found.slice(0, breachesMax));
      poolCount += 1;
    }
    const last = tried[poolCount - 1]?.pool;
    return {
      poolCount,
      breaches: views,
      unjudgedCount: tried.slice(0, poolCount).reduce((sum, { judged }) => sum + judged.unjudged.length, 0),
      nextCursor: last !== undefined && poolCount < pools.length ? encodeCursor([last.id]) : null,
    };
  }

  private async tryAll(
    tx: Transaction,
    pools: readonly CostPoolRow[],
    { set, year }: { readonly set: OwnedSet; readonly year: number },
  ): Promise<TriedPool[]> {
    const activityIds = pools.flatMap(({ activityId }) => activityId ?? []);
    const activities = await this.trials.activities(tx, activityIds);
    const heads = await this.trials.heads(tx, activityIds);
    const items = await this.gate.itemsOf(tx, pools);
    const tried: TriedPool[] = [];
    for (const pool of pools) {
      const { activityId } = pool;
      const activity = activityId === null ? undefined : activities.get(activityId);
      const { on, days } = daysOf(activity ?? null, pool);
      const own = items.filter(({ costPoolId }) => costPoolId === pool.id);
      const judged = await this.gate.judgeAlone(tx, pool, {
        on,
        days,
        heads: activityId === null ? null : (heads.get(activityId) ?? 0),
        only: set,
        year,
        lines: own.map((item) => lineOf(item, pool)),
      });
      tried.push({ pool, items: own, activity, on, judged });
    }
    return tried;
  }

  private views(
    { pool, items, activity, on, judged }: TriedPool,
    set: OwnedSet,
    organiserName: string,
  ): TrialBreachView[] {
    return judged.breaches.map((breach) => ({
      ...this.brokenRules.brokenView(brokenBy(breach), set, titleOf(items, breach.place)),
      costPoolId: pool.id,
      title: pool.title ?? activity?.title ?? '',
      on,
      organiserName,
    }));
  }
}

function unionKey({ unionId }: CostPoolRow): string {
  return partyKey({ kind: 'union', id: unionId });
}
