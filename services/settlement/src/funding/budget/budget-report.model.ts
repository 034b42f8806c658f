import type { IncomeKind } from '@gongxiang/contracts/settlement/fund';
import { sum } from '@gongxiang/domain';
import { type Movement, spentPer, totalSpent } from '../spending/spending.model.js';
import type { PlannedLine } from './budget.model.js';

/** In fen: planned − borne = left. */
export interface Figures {
  readonly planned: bigint;
  readonly borne: bigint;
  readonly left: bigint;
  readonly isOver: boolean;
}

/** The cost per head and per point of score; null without heads or points. */
export interface UnitCosts {
  readonly heads: number;
  readonly perHead: bigint | null;
  readonly perPoint: bigint | null;
}

export type CodeFigures = Figures & UnitCosts & { readonly expenseCode: string; readonly lastYear: bigint };

export interface MonthFigures {
  readonly month: number;
  readonly borne: bigint;
  readonly borneSoFar: bigint;
  readonly plannedSoFar: bigint;
}

export interface ActivityFigures extends UnitCosts {
  readonly matterId: string;
  readonly borne: bigint;
  readonly score: number | null;
}

export interface BudgetReport {
  readonly total: Figures & UnitCosts;
  readonly codes: readonly CodeFigures[];
  readonly months: readonly MonthFigures[];
  readonly funds: readonly { readonly incomeKind: IncomeKind; readonly borne: bigint }[];
  /** Most expensive first. */
  readonly activities: readonly ActivityFigures[];
}

/** The inputs of a report: the plan, the spending of this year and the previous one, attendance and scores. */
export interface ReportFacts {
  readonly lines: readonly Pick<PlannedLine, 'expenseCode' | 'amount'>[];
  readonly movements: readonly Movement[];
  readonly lastYear: readonly Movement[];
  /** The headcount of the union's people, by activity. */
  readonly heads: ReadonlyMap<string, number>;
  /** Scores from 0 to 100, by activity. */
  readonly scores: ReadonlyMap<string, number>;
}

const months = Array.from({ length: 12 }, (_one, index) => index + 1);

export function figuresOf(planned: bigint, borne: bigint): Figures {
  return { planned, borne, left: planned - borne, isOver: borne > planned };
}

/** Plan against actuals, with the cost per head and point. Codes, months and funds each sum to the total. */
export function reportOf(facts: ReportFacts): BudgetReport {
  const { lines, movements, lastYear } = facts;
  const planned = new Map(lines.map(({ expenseCode, amount }) => [expenseCode, amount]));
  const borne = spentPer(movements, (_movement, { expenseCode }) => expenseCode);
  const before = spentPer(lastYear, (_movement, { expenseCode }) => expenseCode);
  const codes = [...new Set([...planned.keys(), ...borne.keys(), ...before.keys()])].sort();
  const total = figuresOf(sum([...planned.values()]), totalSpent(movements));
  return {
    total: { ...total, ...unitCosts(byActivity(movements), facts) },
    codes: codes.map((expenseCode) => ({
      expenseCode,
      ...figuresOf(planned.get(expenseCode) ?? 0n, borne.get(expenseCode) ?? 0n),
      lastYear: before.get(expenseCode) ?? 0n,
      ...unitCosts(byActivity(movements, expenseCode), facts),
    })),
    months: monthsOf(movements, total.planned),
    funds: [...spentPer(movements, (_movement, { incomeKind }) => incomeKind)].map(
      ([incomeKind, amount]) => ({
        incomeKind,
        borne: amount,
      }),
    ),
    activities: activitiesOf(movements, facts),
  };
}

function activitiesOf(movements: readonly Movement[], facts: ReportFacts): ActivityFigures[] {
  const rows = [...byActivity(movements)].map(([matterId, borne]) => ({
    matterId,
    borne,
    score: facts.scores.get(matterId) ?? null,
    ...unitCosts(new Map([[matterId, borne]]), facts),
  }));
  return rows.sort((left, right) => (left.borne === right.borne ? 0 : left.borne > right.borne ? -1 : 1));
}

/**
 * Activities that were posted and reversed within the period net to zero and are omitted. What was paid for matters is in
 * none: it says nothing of what a head has cost, and is not to be listed one by one.
 */
function byActivity(movements: readonly Movement[], expenseCode?: string): Map<string, bigint> {
  const ofActivities = movements.filter(({ matterId }) => matterId !== null);
  const signed = ofActivities.map((movement) => ({
    ...movement,
    spent: movement.spent.filter((one) => expenseCode === undefined || one.expenseCode === expenseCode),
  }));
  const totals = spentPer(signed, ({ matterId }) => matterId ?? '');
  return new Map([...totals].filter(([, amount]) => amount !== 0n));
}

/** Amounts returned for an earlier year have no heads and no score in this year. */
function unitCosts(borne: ReadonlyMap<string, bigint>, facts: ReportFacts): UnitCosts {
  const costly = [...borne].filter(([, amount]) => amount > 0n);
  const heads = costly.reduce((count, [id]) => count + (facts.heads.get(id) ?? 0), 0);
  const scored = costly.filter(([id]) => (facts.scores.get(id) ?? 0) > 0);
  const points = scored.reduce((count, [id]) => count + hundredths(facts.scores.get(id) ?? 0), 0n);
  return {
    heads,
    perHead: quotient(sum(costly.map(([, amount]) => amount)), BigInt(heads)),
    perPoint: quotient(sum(scored.map(([, amount]) => amount)) * 100n, points),
  };
}

/** Scores are shown with two decimals, and divisions use the same precision. */
function hundredths(score: number): bigint {
  return BigInt(Math.round(score * 100));
}

/** Rounded down; null for a zero divisor. */
function quotient(amount: bigint, by: bigint): bigint | null {
  return by === 0n ? null : amount / by;
}

function monthsOf(movements: readonly Movement[], planned: bigint): MonthFigures[] {
  const perMonth = spentPer(movements, ({ on }) => on.slice(5, 7));
  let borneSoFar = 0n;
  return months.map((month) => {
    const borne = perMonth.get(String(month).padStart(2, '0')) ?? 0n;
    borneSoFar += borne;
    return { month, borne, borneSoFar, plannedSoFar: (planned * BigInt(month)) / 12n };
  });
}
