import type { FundRuleKind } from '@gongxiang/contracts/settlement/agreements/fund-rule.contract';
import type {
  FundMeasure,
  UnknownFigure,
} from '@gongxiang/contracts/settlement/bills/fund-rule-check.contract';
import type { IncomeKind } from '@gongxiang/contracts/settlement/fund';
import { dayMs, sum } from '@gongxiang/domain';
import type { CostUse } from './cost-use.model.js';
import type { FundRule, RuleOf, Share } from './fund-rule.model.js';

/** Spending to be judged: a bill, or the plan of an agreement. */
export interface FundLine {
  /** The reference in a breach: the id of the bill, or the pointer into the terms. */
  readonly place: string;
  /** The paying union, whose rules apply. */
  readonly unionId: string;
  readonly amountFen: bigint;
  readonly incomeKind: IncomeKind;
  readonly expenseCode: string;
  /** Null if not stated; then no rule about the use applies. */
  readonly use: CostUse | null;
}

/** A rule with its set. */
export interface BoundRule {
  readonly setId: string;
  readonly rule: FundRule;
}

/** Further figures that the rules need. */
export interface FundFigures {
  /** The attendance of the activity; null until all facts have arrived. */
  readonly heads: number | null;
  /** The number of calendar days that the activity touches. */
  readonly days: number;
  /** The union's other spending on a code in the year, in fen. */
  readonly spent: (unionId: string, expenseCode: string) => bigint;
  /** The members of the union and of those below it; null if none are known. */
  readonly members: (unionId: string) => number | null;
  /** The union's budget of the year in fen; null if none is known. */
  readonly budgetFen: (unionId: string) => bigint | null;
}

/** A breach of a rule by a line: `allowed` and `actual` in the unit of the measure, `overFen` is the excess amount. */
export interface Breach extends BoundRule {
  readonly place: string;
  readonly measure: FundMeasure;
  readonly allowed: bigint;
  readonly actual: bigint;
  readonly overFen: bigint;
}

export interface Unjudged extends BoundRule {
  readonly missing: UnknownFigure;
}

export interface Judgement {
  readonly breaches: readonly Breach[];
  readonly unjudged: readonly Unjudged[];
}

type Finding = Omit<Breach, keyof BoundRule>;
interface Findings {
  readonly broken: readonly Finding[];
  readonly missing?: UnknownFigure;
}

/** The input of a rule. */
interface Case {
  /** The lines to which the rule applies, in the order they were added. */
  readonly lines: readonly FundLine[];
  /** All lines of the activity, regardless of the payer. */
  readonly all: readonly FundLine[];
  readonly figures: FundFigures;
}

type Judge<Kind extends FundRuleKind> = (rule: RuleOf<Kind>, about: Case) => Findings;

/**
 * Finds the breaches of rules by lines. Every rule of every set above a line applies to it: a lower tier may tighten
 * a limit but never loosen it, so the stricter tier decides.
 * @param rulesOf the rules that apply to a union's payments
 */
export function judgeFunds(
  lines: readonly FundLine[],
  rulesOf: (unionId: string) => readonly BoundRule[],
  figures: FundFigures,
): Judgement {
  const breaches: Breach[] = [];
  const unjudged: Unjudged[] = [];
  for (const [bound, under] of linesByRule(lines, rulesOf)) {
    const { broken, missing } = judgeRule(bound.rule, { lines: under, all: lines, figures });
    breaches.push(...broken.map((finding) => ({ ...bound, ...finding })));
    if (missing !== undefined) unjudged.push({ ...bound, missing });
  }
  return { breaches, unjudged };
}

function linesByRule(
  lines: readonly FundLine[],
  rulesOf: (unionId: string) => readonly BoundRule[],
): [BoundRule, FundLine[]][] {
  const found = new Map<string, [BoundRule, FundLine[]]>();
  for (const line of lines) {
    for (const bound of rulesOf(line.unionId)) {
      const key = `${bound.setId}:${bound.rule.key}`;
      const entry = found.get(key) ?? [bound, []];
      entry[1].push(line);
      found.set(key, entry);
    }
  }
  return [...found.values()];
}

function judgeRule(rule: FundRule, about: Case): Findings {
  return (judges[rule.kind] as Judge<FundRuleKind>)(rule, about);
}

const judges: { readonly [Kind in FundRuleKind]: Judge<Kind> } = {
  prizeShare: ({ share }, { lines, all, figures: { heads } }) => {
    const prizes = usedFor(lines, 'prize');
    const last = prizes.at(-1);
    if (last === undefined) return nothing;
    if (heads === null) return { broken: [], missing: 'heads' };
    // Counts all payers: two unions may not each award prizes to two thirds of the same people.
    const given = usedFor(all, 'prize');
    const actual = sum(given.map(({ use }) => BigInt(use.recipients)));
    const allowed = partOf(BigInt(heads), share);
    const over = actual - allowed;
    if (over <= 0n) return nothing;
    const amount = sum(given.map(({ line }) => line.amountFen));
    return one({
      place: last.line.place,
      measure: 'heads',
      allowed,
      actual,
      overFen: partUp(amount, over, actual),
    });
  },

  prizeAmount: ({ amount, grade }, { lines }) =>
    each(usedFor(lines, 'prize'), ({ line, use }) => {
      const dear = use.prizes.filter(
        (prize) => (grade === null || prize.grade === grade) && prize.unit > amount,
      );
      if (dear.length === 0) return null;
      const actual = dear.reduce((most, { unit }) => (unit > most ? unit : most), 0n);
      const overFen = sum(dear.map(({ unit, count }) => (unit - amount) * BigInt(count)));
      return { place: line.place, measure: 'perPiece', allowed: amount, actual, overFen };
    }),

  souvenirAmount: ({ amount, onlyWithoutPrizes }, { lines, all, figures }) => {
    const isBarred = onlyWithoutPrizes && usedFor(all, 'prize').length > 0;
    const used = usedFor(lines, 'souvenir').map(({ line, use }) => ({ line, units: use.heads }));
    return byHead(used, { amount: isBarred ? 0n : amount, units: figures.heads });
  },

  giftNotCash: (_rule, { lines }) =>
    each(usedFor(lines, 'gift'), ({ line, use }) => (use.isCash ? noneOf(line) : null)),

  outingSameDay: (_rule, { lines }) =>
    each(usedFor(lines, 'outing'), ({ line, use: { from, to } }) => {
      if (from === to) return null;
      const actual = BigInt(daysFrom(from, to));
      return { place: line.place, measure: 'days', allowed: 1n, actual, overFen: line.amountFen };
    }),

  mealAmount: ({ amount }, about) => byHeadAndDay('meal', amount, about),
  lodgingAmount: ({ amount }, about) => byHeadAndDay('lodging', amount, about),

  feeAmount: ({ amount }, { lines }) =>
    each(usedFor(lines, 'fee'), ({ line, use }) => above(line, (amount * BigInt(use.minutes)) / 60n)),

  expenseBarred: ({ incomeKind, expenseCodes }, { lines }) =>
    each(lines, (line) =>
      line.incomeKind === incomeKind && expenseCodes.includes(line.expenseCode) ? noneOf(line) : null,
    ),

  welfareAmount: ({ amount }, { lines, figures }) =>
    byYear(lines, figures, {
      expenseCodes: [welfareCode],
      missing: 'members',
      allowedFor: (unionId) => {
        const members = figures.members(unionId);
        return members === null ? null : amount * BigInt(members);
      },
    }),

  budgetShare: ({ share, expenseCodes }, { lines, figures }) =>
    byYear(lines, figures, {
      expenseCodes,
      missing: 'budget' as const,
      allowedFor: (unionId) => {
        const budget = figures.budgetFen(unionId);
        return budget === null ? null : partOf(budget, share);
      },
    }),
};

/** 集体福利. */
const welfareCode = '1.4';
const nothing: Findings = { broken: [] };

function one(finding: Finding): Findings {
  return { broken: [finding] };
}

function each<Item>(items: readonly Item[], judge: (item: Item) => Finding | null): Findings {
  return { broken: items.map(judge).filter((finding) => finding !== null) };
}

function usedFor<Kind extends CostUse['kind']>(lines: readonly FundLine[], kind: Kind) {
  return lines.flatMap((line) =>
    line.use?.kind === kind ? [{ line, use: line.use as Extract<CostUse, { kind: Kind }> }] : [],
  );
}

function noneOf(line: FundLine): Finding {
  const { place, amountFen } = line;
  return { place, measure: 'money', allowed: 0n, actual: amountFen, overFen: amountFen };
}

function above({ place, amountFen }: FundLine, allowed: bigint): Finding | null {
  if (amountFen <= allowed) return null;
  return { place, measure: 'money', allowed, actual: amountFen, overFen: amountFen - allowed };
}

/**
 * A limit per head: each bill states its headcount, and the total is limited by the attendance. Earlier bills use up
 * the attendance first, so that two bills for the same people do not both pass in full.
 * @param units heads, or heads times days, shared by all bills
 */
function byHead(
  used: readonly { readonly line: FundLine; readonly units: number }[],
  { amount, units }: { readonly amount: bigint; readonly units: number | null },
): Findings {
  if (used.length === 0) return nothing;
  if (units === null) return { broken: [], missing: 'heads' };
  let left = amount * BigInt(units);
  return each(used, ({ line, units }) => {
    const own = amount * BigInt(units);
    const allowed = own < left ? own : left;
    left -= line.amountFen < allowed ? line.amountFen : allowed;
    return above(line, allowed);
  });
}

function byHeadAndDay(kind: 'meal' | 'lodging', amount: bigint, { lines, figures }: Case): Findings {
  const used = usedFor(lines, kind).map(({ line, use }) => ({ line, units: use.heads * use.days }));
  return byHead(used, { amount, units: figures.heads === null ? null : figures.heads * figures.days });
}

interface YearLimit {
  readonly expenseCodes: readonly string[];
  readonly missing: UnknownFigure;
  /** The union's limit for the codes in the year; null if the figure is unknown. */
  readonly allowedFor: (unionId: string) => bigint | null;
}

/** A yearly limit per union over some codes; the breach is reported for the union's last line. */
function byYear(lines: readonly FundLine[], figures: FundFigures, limit: YearLimit): Findings {
  const { expenseCodes, missing, allowedFor } = limit;
  const concerned = lines.filter(({ expenseCode }) => expenseCodes.includes(expenseCode));
  const unions = [...new Set(concerned.map(({ unionId }) => unionId))];
  const broken = unions.flatMap((unionId): Finding[] => {
    const own = concerned.filter((line) => line.unionId === unionId);
    const allowed = allowedFor(unionId);
    const now = sum(own.map(({ amountFen }) => amountFen));
    const actual = now + sum(expenseCodes.map((code) => figures.spent(unionId, code)));
    const last = own.at(-1);
    if (allowed === null || last === undefined || actual <= allowed) return [];
    // An excess caused by earlier bills is not attributed to this activity.
    const overFen = actual - allowed < now ? actual - allowed : now;
    return [{ place: last.place, measure: 'money', allowed, actual, overFen }];
  });
  const isUnknown = unions.some((unionId) => allowedFor(unionId) === null);
  return { broken, ...(isUnknown ? { missing } : {}) };
}

/** A fraction of a whole, rounded down: 2/3 of 100 heads are 66. */
function partOf(whole: bigint, { numerator, denominator }: Share): bigint {
  return (whole * BigInt(numerator)) / BigInt(denominator);
}

/** The proportion `some / all` of an amount, rounded up to the fen. */
function partUp(amount: bigint, some: bigint, all: bigint): bigint {
  return (amount * some + all - 1n) / all;
}

/** The number of calendar days in an inclusive range. */
function daysFrom(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs + 1;
}
