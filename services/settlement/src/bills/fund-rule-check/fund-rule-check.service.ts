import { Injectable } from '@nestjs/common';
import {
  type FundBreachView,
  fundRuleCheckContract,
  type FundRuleCheckRequest,
  type FundRuleCheckView,
} from '@gongxiang/contracts/settlement/bills/fund-rule-check.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../reference/actions.js';
import type { CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';
import { type JudgedPool, lineOf, PoolGate } from '../cost-pool/pool-gate.service.js';
import {
  FundRuleOverrideRepository,
  liftOf,
} from '../../agreements/fund-rule/fund-rule-override.repository.js';
import type { FundRuleOverrideRow } from '../../agreements/fund-rule/fund-rule.entity.js';
import { BrokenRuleViews, brokenBy, mayLiftAt, type OwnedSet, titleOf } from './broken-rule.view.js';
import { liftingPaths, mayStillLift } from './lifting.model.js';

/** The maximum number of rows of one kind in a response. */
const rowsMax = 1_000;

/** Previews the verdict of the fund rules on a pool before it is submitted. */
@Injectable()
export class FundRuleCheckService {
  constructor(
    private readonly transactions: Transactions,
    private readonly pools: CostPoolRepository,
    private readonly gate: PoolGate,
    private readonly overrides: FundRuleOverrideRepository,
    private readonly brokenRules: BrokenRuleViews,
  ) {}

  @Handles(fundRuleCheckContract.get)
  get({ costPoolId }: FundRuleCheckRequest, call: CallContext): Promise<FundRuleCheckView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeCostPool, { paths: await this.pools.pathsOf(tx, costPoolId) });
      const pool = await this.pools.findById(tx, costPoolId);
      if (pool === null) throw new DomainError('NOT_FOUND');
      const judged = await this.gate.judge(tx, pool, {
        heads: await this.gate.headsOf(tx, pool),
        isBinding: false,
      });
      const lifted = await this.overrides.ofPool(tx, pool.id);
      const sets = await this.brokenRules.setsWithOwners(
        tx,
        judged.sets.map(({ row }) => row.id),
      );
      return {
        on: judged.on,
        sets: [...sets.values()].map(({ row: { id, name, validFrom }, unionName }) => ({
          id,
          name,
          validFrom,
          unionName,
        })),
        breaches: this.breachViews(tx, { pool, judged, lifted, sets }),
        unjudged: judged.unjudged.slice(0, rowsMax).map(({ setId, rule, missing }) => ({
          setId,
          ruleKey: rule.key,
          kind: rule.kind,
          missing,
        })),
        overrides: await this.brokenRules.overrideViews(tx, pool, lifted.slice(0, rowsMax)),
      };
    });
  }

  private breachViews(
    tx: Transaction,
    about: {
      readonly pool: CostPoolRow;
      readonly judged: JudgedPool;
      readonly lifted: readonly FundRuleOverrideRow[];
      readonly sets: ReadonlyMap<string, OwnedSet>;
    },
  ): FundBreachView[] {
    const { pool, judged, lifted, sets } = about;
    return judged.breaches.slice(0, rowsMax).map((breach) => {
      const set = sets.get(breach.setId);
      const item = judged.items.find(({ id }) => id === breach.place);
      const payer = item === undefined ? '' : (judged.paths.get(lineOf(item, pool).unionId) ?? '');
      return {
        ...this.brokenRules.brokenView(brokenBy(breach), set, titleOf(judged.items, breach.place)),
        overrideId: liftOf(breach, lifted)?.id ?? null,
        mayLift: mayStillLift(pool.state) && mayLiftAt(tx, liftingPaths(payer, set?.path ?? '')),
      };
    });
  }
}
