import { Injectable } from '@nestjs/common';
import {
  fundRuleCheckContract,
  type FundRuleOverrideIdRequest,
  type FundRuleOverrideView,
  type LiftFundRuleRequest,
} from '@gongxiang/contracts/settlement/bills/fund-rule-check.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { CostItemRow, CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import { PoolAccess } from '../cost-pool/pool-access.js';
import { type JudgedPool, lineOf, PoolGate } from '../cost-pool/pool-gate.service.js';
import {
  FundRuleOverrideRepository,
  liftOf,
} from '../../agreements/fund-rule/fund-rule-override.repository.js';
import type { FundRuleOverrideRow } from '../../agreements/fund-rule/fund-rule.entity.js';
import type { Breach } from '../../agreements/fund-rule/judgement.model.js';
import { BrokenRuleViews } from './broken-rule.view.js';
import { liftingPaths, mayStillLift } from './lifting.model.js';

interface FoundBreach {
  readonly breach: Breach;
  readonly item: CostItemRow;
  /** The paying union, and its path. */
  readonly unionId: string;
  readonly payerPath: string;
  readonly rulePath: string;
}

/** Waives one breach of a pool with a reason, and withdraws the waiver. Requires an approver above the paying union. */
@Injectable()
export class FundRuleLifter {
  constructor(
    private readonly transactions: Transactions,
    private readonly gate: PoolGate,
    private readonly overrides: FundRuleOverrideRepository,
    private readonly poolAccess: PoolAccess,
    private readonly brokenRules: BrokenRuleViews,
  ) {}

  /**
   * The waiver covers this bill and this rule up to the current extent of the breach. Nobody may waive a breach of a
   * bill they entered or submitted.
   */
  @Handles(fundRuleCheckContract.lift)
  lift(request: LiftFundRuleRequest, call: CallContext): Promise<Outcome<FundRuleOverrideView>> {
    return this.transactions.command(call, fundRuleCheckContract.lift, request, async (tx) => {
      const pool = await this.poolAccess.lockVisible(tx, request.costPoolId);
      const judged = await this.gate.judge(tx, pool, {
        heads: await this.gate.headsOf(tx, pool),
        isBinding: false,
      });
      const found = findBreach(request, judged, pool);
      if (found === null) throw new DomainError('FUND_RULE_NOT_BREACHED');
      const paths = liftingPaths(found.payerPath, found.rulePath);
      tx.authorise(actions.liftFundRule, { paths, visible: true });
      requireVersion(tx, pool.version);
      if (!mayStillLift(pool.state)) throw new DomainError('ILLEGAL_TRANSITION');
      if ([found.item.createdBy, pool.submittedBy].includes(tx.personId))
        throw new DomainError('SAME_PERSON');
      const known = await this.overrides.ofPool(tx, pool.id);
      const lifted = liftOf(found.breach, known);
      if (lifted !== undefined) return new ExistingResult(await this.view(tx, pool, lifted));
      await this.withdrawSmaller(tx, found.breach, known);
      const row = newOverride(tx, request, found);
      await this.overrides.insert(tx, row);
      tx.audit({ noun: 'fundRuleOverride', id: row.id, after: recordOf(row) });
      await this.poolAccess.hint(tx, pool);
      return this.view(tx, pool, row);
    });
  }

  /** Possible until the pool is approved. The withdrawn waiver stays readable. */
  @Handles(fundRuleCheckContract.withdraw)
  withdraw(request: FundRuleOverrideIdRequest, call: CallContext): Promise<Outcome<FundRuleOverrideView>> {
    return this.transactions.command(call, fundRuleCheckContract.withdraw, request, async (tx) => {
      const pool = await this.poolAccess.lockVisible(tx, request.costPoolId);
      const row = await this.overrides.find(tx, pool.id, request.overrideId);
      if (row === null) throw new DomainError('NOT_FOUND');
      tx.authorise(actions.liftFundRule, {
        paths: await this.brokenRules.liftingPathsOf(tx, row),
        visible: true,
      });
      requireVersion(tx, pool.version);
      if (row.withdrawnAt !== null) return new ExistingResult(await this.view(tx, pool, row));
      if (!mayStillLift(pool.state)) throw new DomainError('ILLEGAL_TRANSITION');
      const withdrawn = await this.end(tx, row);
      await this.poolAccess.hint(tx, pool);
      return this.view(tx, pool, withdrawn);
    });
  }

  /** Withdraws the waiver of a smaller breach of the same rule, which the new waiver replaces. */
  private async withdrawSmaller(
    tx: Transaction,
    { setId, rule: { key }, place }: Breach,
    known: readonly FundRuleOverrideRow[],
  ): Promise<void> {
    const smaller = known.find(
      (row) => row.withdrawnAt === null && row.setId === setId && row.ruleKey === key && row.itemId === place,
    );
    if (smaller !== undefined) await this.end(tx, smaller);
  }

  private async end(tx: Transaction, row: FundRuleOverrideRow): Promise<FundRuleOverrideRow> {
    const by = { withdrawnBy: tx.personId, withdrawnAt: tx.now };
    await this.overrides.withdraw(tx, row, by);
    tx.audit({ noun: 'fundRuleOverride', id: row.id, before: recordOf(row), after: { withdrawn: true } });
    return { ...row, ...by };
  }

  private async view(
    tx: Transaction,
    pool: CostPoolRow,
    row: FundRuleOverrideRow,
  ): Promise<FundRuleOverrideView> {
    const [view] = await this.brokenRules.overrideViews(tx, pool, [row]);
    if (view === undefined) throw new Error('one row has one view');
    return view;
  }
}

function findBreach(request: LiftFundRuleRequest, judged: JudgedPool, pool: CostPoolRow): FoundBreach | null {
  const { itemId, setId, ruleKey } = request;
  const breach = judged.breaches.find(
    (one) => one.place === itemId && one.setId === setId && one.rule.key === ruleKey,
  );
  const item = judged.items.find(({ id }) => id === itemId);
  const set = judged.sets.find(({ row }) => row.id === setId);
  if (breach === undefined || item === undefined || set === undefined) return null;
  const { unionId } = lineOf(item, pool);
  return { breach, item, unionId, payerPath: judged.paths.get(unionId) ?? '', rulePath: set.path };
}

function newOverride(
  tx: Transaction,
  request: LiftFundRuleRequest,
  { breach, item, unionId }: FoundBreach,
): FundRuleOverrideRow {
  const { costPoolId, itemId, setId, ruleKey, reason } = request;
  const { measure, allowed, actual, overFen } = breach;
  return {
    costPoolId,
    id: newId(),
    itemId,
    itemTitle: item.title,
    unionId,
    setId,
    ruleKey,
    measure,
    allowed,
    actual,
    overFen,
    reason,
    liftedBy: tx.personId,
    liftedAt: tx.now,
    withdrawnBy: null,
    withdrawnAt: null,
  };
}

function recordOf(row: FundRuleOverrideRow): Record<string, unknown> {
  const { costPoolId, itemId, setId, ruleKey, reason, measure, allowed, actual, overFen } = row;
  return {
    costPoolId,
    itemId,
    setId,
    ruleKey,
    reason,
    measure,
    allowed: String(allowed),
    actual: String(actual),
    overFen: String(overFen),
  };
}
