import { Injectable } from '@nestjs/common';
import { type CallContext, dayMs, DomainError, moneyText, shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRef } from '../../agreements/activity/activity.entity.js';
import { readUse } from '../../agreements/fund-rule/cost-use.model.js';
import { FundRuleJudge, type Judged, type Spending } from '../../agreements/fund-rule/fund-rule-judge.js';
import {
  FundRuleOverrideRepository,
  liftOf,
} from '../../agreements/fund-rule/fund-rule-override.repository.js';
import type { AppliedSet } from '../../agreements/fund-rule/fund-rule.repository.js';
import type { Breach, FundLine } from '../../agreements/fund-rule/judgement.model.js';
import { measureText, ruleText } from '../../agreements/fund-rule/rule-text.model.js';
import type { CostItemRow, CostPoolRow } from './cost-pool.entity.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { SplitBasisService } from './split-basis.service.js';
import { YearSpending } from './year-spending.repository.js';

/** A pool's bills judged by the fund rules in force on the day of its activity. */
export interface JudgedPool extends Judged {
  readonly on: string;
  readonly items: readonly CostItemRow[];
}

/** The maximum number of breaches in one refusal. */
const breachesMax = 50;

/** Checks the preconditions of submission, and again of approval. */
@Injectable()
export class PoolGate {
  constructor(
    private readonly pools: CostPoolRepository,
    private readonly basis: SplitBasisService,
    private readonly rules: FundRuleJudge,
    private readonly overrides: FundRuleOverrideRepository,
    private readonly spending: YearSpending,
  ) {}

  /**
   * The inputs of the shares must be unchanged since they were computed, and every breach of a fund rule must have
   * been waived by a union above.
   * @throws DomainError as {@link SplitBasisService.requireSame}; `FUND_RULE_BREACHED`
   */
  async require(tx: Transaction, pool: CostPoolRow): Promise<void> {
    await this.basis.requireSame(tx, pool);
    const judged = await this.judge(tx, pool, { heads: await this.basis.headsOf(tx, pool), isBinding: true });
    const lifted = await this.overrides.ofPool(tx, pool.id);
    const open = judged.breaches.filter((breach) => liftOf(breach, lifted) === undefined);
    if (open.length > 0) throw refusalOf(open, judged, tx.call);
  }

  /** The number of attendees; null while facts are missing, and for a shared bill. */
  async headsOf(tx: Transaction, pool: CostPoolRow): Promise<number | null> {
    try {
      return await this.basis.headsOf(tx, pool);
    } catch (error) {
      // Facts that have not arrived yet are shown as unknown; a preview of the rules should not make the client retry.
      if (error instanceof DomainError && error.retryAfterSeconds !== null) return null;
      throw error;
    }
  }

  /**
   * @param about `heads` is null if unknown; `isBinding` locks the unions, because the verdict decides the operation
   */
  async judge(
    tx: Transaction,
    pool: CostPoolRow,
    { heads, isBinding }: { readonly heads: number | null; readonly isBinding: boolean },
  ): Promise<JudgedPool> {
    const items = await this.pools.itemsOf(tx, pool.id);
    const activity = await this.basis.activityOf(tx, pool);
    const { on, days } = daysOf(activity, pool);
    const query = { year: Number(on.slice(0, 4)), exceptPoolId: pool.id };
    const spentOf: Spending['spentOf'] = async (unionId) => {
      if (isBinding) await this.spending.lockUnion(tx, unionId);
      return this.spending.ofUnion(tx, { ...query, unionId });
    };
    const lines = items.map((item) => lineOf(item, pool));
    return { ...(await this.rules.judge(tx, { on, days, lines, heads, spentOf })), on, items };
  }

  /** Judges by one set alone, as if it had been in force, counting the spending of pools opened earlier in the year. */
  judgeAlone(
    tx: Transaction,
    { id: exceptPoolId }: CostPoolRow,
    { year, ...spending }: Omit<Spending, 'spentOf'> & { readonly year: number },
  ): Promise<Judged> {
    const query = { year, exceptPoolId, isBefore: true };
    const spentOf: Spending['spentOf'] = (unionId) => this.spending.ofUnion(tx, { ...query, unionId });
    return this.rules.judge(tx, { ...spending, spentOf });
  }

  itemsOf(tx: Transaction, pools: readonly CostPoolRow[]): Promise<CostItemRow[]> {
    return this.pools.itemsOfAll(
      tx,
      pools.map(({ id }) => id),
    );
  }
}

/** A bill as a fund rule line. A bill still owed to an organisation counts as spent by the organiser's union. */
export function lineOf(item: CostItemRow, pool: Pick<CostPoolRow, 'unionId'>): FundLine {
  const { id: place, payerKind, amountFen, incomeKind, expenseCode } = item;
  const unionId = payerKind === 'organisation' ? pool.unionId : item.unionId;
  const use = item.use === null ? null : readUse(item.use);
  return { place, unionId, amountFen, incomeKind, expenseCode, use };
}

/**
 * The first day of the activity in China and the number of days it touches; the day of a shared bill, or the pool's
 * if the activity's times are unknown.
 */
export function daysOf(
  activity: Pick<ActivityRef, 'startsAt' | 'endsAt'> | null,
  { spentOn, createdAt }: Pick<CostPoolRow, 'spentOn' | 'createdAt'>,
): { readonly on: string; readonly days: number } {
  const { startsAt = null, endsAt = null } = activity ?? {};
  if (startsAt === null || endsAt === null) return { on: spentOn ?? shanghaiDate(createdAt), days: 1 };
  const on = shanghaiDate(startsAt);
  // An activity that ends at midnight does not touch the day that begins then.
  const last = shanghaiDate(new Date(Math.max(endsAt.getTime() - 1, startsAt.getTime())));
  return { on, days: Math.round((Date.parse(last) - Date.parse(on)) / dayMs) + 1 };
}

function refusalOf(
  breaches: readonly Breach[],
  { items, sets }: JudgedPool,
  { locale }: CallContext,
): DomainError {
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  const errors = breaches.slice(0, breachesMax).map((breach) => ({
    pointer: `/items/${breach.place}`,
    code: 'FUND_RULE_BREACHED',
    params: {
      item: titles.get(breach.place) ?? '',
      rule: ruleText(breach.rule.kind, locale),
      source: sourceText(breach, sets),
      allowed: measureText(breach.allowed, breach.measure, locale),
      actual: measureText(breach.actual, breach.measure, locale),
      over: moneyText(breach.overFen),
    },
  }));
  return new DomainError('FUND_RULE_BREACHED', { errors, params: errors[0]?.params ?? {} });
}

function sourceText({ setId, rule: { key } }: Breach, sets: readonly AppliedSet[]): string {
  const row = sets.find(({ row: { id } }) => id === setId)?.row;
  const source = row?.rules.find((rule) => rule.key === key)?.source;
  return [source?.title, source?.number].filter((part) => part).join(' ');
}
