import { Injectable } from '@nestjs/common';
import { type CallContext, DomainError, formatYuan, shanghaiDate } from '@gongxiang/domain';
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
import { YearSpending } from './year-spending.js';

/** The bills of a pool under the rules of the day of its activity. */
export interface JudgedPool extends Judged {
  readonly on: string;
  readonly items: readonly CostItemRow[];
}

/** More breaches than these are told no better by one refusal. */
const toldMax = 50;

/** What must hold before a pool goes on: when it is submitted, and again when it is approved. */
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
   * What the shares follow from must be as it was when they were computed, and no bill may break a rule of spending that
   * nobody above has lifted.
   * @throws DomainError as {@link SplitBasisService.requireSame}; `FUND_RULE_BREACHED`
   */
  async require(tx: Transaction, pool: CostPoolRow): Promise<void> {
    await this.basis.requireSame(tx, pool);
    const judged = await this.judge(tx, pool, { heads: await this.basis.headsOf(tx, pool), isBinding: true });
    const lifted = await this.overrides.ofPool(tx, pool.id);
    const open = judged.breaches.filter((breach) => liftOf(breach, lifted) === undefined);
    if (open.length > 0) throw refusalOf(open, judged, tx.call);
  }

  /** How many came, as far as all facts are here; else null. */
  async headsOf(tx: Transaction, pool: CostPoolRow): Promise<number | null> {
    try {
      return await this.basis.headsOf(tx, pool);
    } catch (error) {
      // What is still on its way is told as such: a look at the rules is no reason to ask again in a second.
      if (error instanceof DomainError && error.retryAfterSeconds !== null) return null;
      throw error;
    }
  }

  /** @param about `heads` null where they are not known; `isBinding`: what comes of it stands, so others wait */
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

  /** The same under one set alone, as if it had been in force, with what was opened before in the year. */
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

/** A bill as rules see it. What is still to be paid to an organisation is spent by the organiser's union. */
export function lineOf(item: CostItemRow, pool: Pick<CostPoolRow, 'unionId'>): FundLine {
  const { id: place, payerKind, amountFen, incomeKind, expenseCode } = item;
  const unionId = payerKind === 'organisation' ? pool.unionId : item.unionId;
  const use = item.use === null ? null : readUse(item.use);
  return { place, unionId, amountFen, incomeKind, expenseCode, use };
}

const dayMs = 86_400_000;

/** The first day of the activity in China, and how many it touches; of a copy without its times, the day of the pool. */
export function daysOf(
  { startsAt, endsAt }: Pick<ActivityRef, 'startsAt' | 'endsAt'>,
  { createdAt }: Pick<CostPoolRow, 'createdAt'>,
): { readonly on: string; readonly days: number } {
  if (startsAt === null || endsAt === null) return { on: shanghaiDate(createdAt), days: 1 };
  const on = shanghaiDate(startsAt);
  // What ends at midnight does not touch the day that begins then.
  const last = shanghaiDate(new Date(Math.max(endsAt.getTime() - 1, startsAt.getTime())));
  return { on, days: Math.round((Date.parse(last) - Date.parse(on)) / dayMs) + 1 };
}

function refusalOf(
  breaches: readonly Breach[],
  { items, sets }: JudgedPool,
  { locale }: CallContext,
): DomainError {
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  const errors = breaches.slice(0, toldMax).map((breach) => ({
    pointer: `/items/${breach.place}`,
    code: 'FUND_RULE_BREACHED',
    params: {
      item: titles.get(breach.place) ?? '',
      rule: ruleText(breach.rule.kind, locale),
      source: sourceText(breach, sets),
      allowed: measureText(breach.allowed, breach.measure, locale),
      actual: measureText(breach.actual, breach.measure, locale),
      over: formatYuan(breach.overFen, locale),
    },
  }));
  return new DomainError('FUND_RULE_BREACHED', { errors, params: errors[0]?.params ?? {} });
}

function sourceText({ setId, rule: { key } }: Breach, sets: readonly AppliedSet[]): string {
  const row = sets.find(({ row: { id } }) => id === setId)?.row;
  const source = row?.rules.find((rule) => rule.key === key)?.source;
  return [source?.title, source?.number].filter((part) => part).join(' ');
}
