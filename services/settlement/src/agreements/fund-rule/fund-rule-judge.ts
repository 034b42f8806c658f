import { Injectable } from '@nestjs/common';
import type { FundRuleKind } from '@gongxiang/contracts/settlement/agreements/fund-rule.contract';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { readRules } from './fund-rule.model.js';
import { type AppliedSet, FundRuleRepository } from './fund-rule.repository.js';
import {
  type BoundRule,
  type FundFigures,
  type FundLine,
  judgeFunds,
  type Judgement,
} from './judgement.model.js';
import { YearBudgets } from './year-budgets.js';

/** The spending to be judged, with the context that the rules need. */
export interface Spending {
  /** The day whose rules apply. */
  readonly on: string;
  readonly lines: readonly FundLine[];
  readonly heads: number | null;
  readonly days: number;
  /** A union's other spending in the year, by expense code; only called if a rule needs it. */
  readonly spentOf: (unionId: string) => Promise<ReadonlyMap<string, bigint>>;
  /** Judge by this set alone instead of the sets in force. */
  readonly only?: AppliedSet;
}

export interface Judged extends Judgement {
  /** The applicable sets, highest tier first. */
  readonly sets: readonly AppliedSet[];
  /** The paths of the paying unions. */
  readonly paths: ReadonlyMap<string, string>;
}

const yearKinds: readonly FundRuleKind[] = ['welfareAmount', 'budgetShare'];

/** Judges spending by the rule sets of the unions above the payer, and loads the figures for that. */
@Injectable()
export class FundRuleJudge {
  constructor(
    private readonly sets: FundRuleRepository,
    private readonly references: ReferenceRepository,
    private readonly budgets: YearBudgets,
  ) {}

  async judge(tx: Transaction, spending: Spending): Promise<Judged> {
    const { lines, on, only } = spending;
    const paths = await this.references.pathsOf(tx, [...new Set(lines.map(({ unionId }) => unionId))]);
    const sets = only ? [only] : await this.sets.inForce(tx, [...paths.values()], on);
    const rulesOfSet = new Map(sets.map(({ row }) => [row.id, boundRules(row.id, row.rules)]));
    const rulesOf = (unionId: string): BoundRule[] =>
      sets
        .filter(({ path }) => paths.get(unionId)?.startsWith(path) === true)
        .flatMap(({ row }) => rulesOfSet.get(row.id) ?? []);
    const figures = await this.figures(tx, spending, { paths, rulesOf });
    return { ...judgeFunds(lines, rulesOf, figures), sets, paths };
  }

  private async figures(
    tx: Transaction,
    { on, heads, days, lines, spentOf }: Spending,
    known: { paths: ReadonlyMap<string, string>; rulesOf: (unionId: string) => readonly BoundRule[] },
  ): Promise<FundFigures> {
    const spent = new Map<string, ReadonlyMap<string, bigint>>();
    const members = new Map<string, number>();
    const budgets = new Map<string, bigint | null>();
    for (const [unionId, path] of known.paths) {
      const codes = codesOfYear(known.rulesOf(unionId));
      if (!lines.some((line) => line.unionId === unionId && codes.has(line.expenseCode))) continue;
      spent.set(unionId, await spentOf(unionId));
      members.set(unionId, await this.sets.memberCount(tx, path));
      budgets.set(unionId, await this.budgets.totalFen(tx, unionId, Number(on.slice(0, 4))));
    }
    return {
      heads,
      days,
      spent: (unionId, code) => spent.get(unionId)?.get(code) ?? 0n,
      // A union without members has not published them yet.
      members: (unionId) => members.get(unionId) || null,
      budgetFen: (unionId) => budgets.get(unionId) ?? null,
    };
  }
}

function boundRules(setId: string, rules: AppliedSet['row']['rules']): BoundRule[] {
  return readRules(rules).map((rule) => ({ setId, rule }));
}

/** The expense codes for which some rule counts yearly spending. */
function codesOfYear(rules: readonly BoundRule[]): Set<string> {
  const codes = rules
    .filter(({ rule }) => yearKinds.includes(rule.kind))
    .flatMap(({ rule }) => (rule.kind === 'budgetShare' ? rule.expenseCodes : ['1.4']));
  return new Set(codes);
}
