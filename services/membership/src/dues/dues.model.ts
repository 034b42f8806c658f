import type { DuesRuleKind } from '@gongxiang/contracts/membership/dues/dues.contract';
import type { DuesLineReason } from '@gongxiang/contracts/words/dues-line';
import type { MembershipStanding } from '@gongxiang/contracts/membership/membership-events';
import { percentOf, sum } from '@gongxiang/domain';

/** Base wages are taken in whole tens of yuan. */
const wageStepFen = 1_000n;

/**
 * Dues of a month: a percentage of the base wage without its tail under 10 yuan, rounded down to the fen.
 * @param percent decimal text, e.g. `'0.5'`
 */
export function duesOfWage(wageFen: bigint, percent: string): bigint {
  return percentOf((wageFen / wageStepFen) * wageStepFen, percent);
}

/** A rule from a month on, `YYYY-MM`, until the next. */
export interface DuesRule {
  readonly fromMonth: string;
  readonly kind: DuesRuleKind;
  readonly flatFen: bigint | null;
}

/** What a member owes a month by a rate, from a month on. */
export interface DuesAmount {
  readonly fromMonth: string;
  readonly monthlyFen: bigint;
}

export interface DuesMembership {
  /** Days `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly standing: MembershipStanding;
  readonly retainedFrom: string | null;
}

export interface DuesMonth {
  readonly month: string;
  /** Null where it depends on a wage that was not entered. */
  readonly dueFen: bigint | null;
}

/**
 * What is due, month by month from the first rule or the first month of the membership on, the newest last. A membership that
 * ends in a month owes it no more, nor one that is retained from that month on.
 * @param thisMonth `YYYY-MM`, which is due
 */
export function duesMonths(
  membership: DuesMembership,
  { rules, amounts }: { readonly rules: readonly DuesRule[]; readonly amounts: readonly DuesAmount[] },
  thisMonth: string,
): DuesMonth[] {
  const first = rules.map(({ fromMonth }) => fromMonth).toSorted()[0];
  if (first === undefined) return [];
  const joined = membership.validFrom.slice(0, 7);
  const months: DuesMonth[] = [];
  for (let month = first > joined ? first : joined; month <= thisMonth; month = nextMonth(month)) {
    if (owes(membership, month)) months.push({ month, dueFen: dueIn(month, rules, amounts) });
  }
  return months;
}

/** What a member owes and has paid, in fen. */
export interface DuesAccount {
  readonly months: readonly DuesMonth[];
  readonly paidFen: bigint;
}

/** Due and not paid; negative where more was paid. */
export function arrearsOf({ months, paidFen }: DuesAccount): bigint {
  return dueOf(months) - paidFen;
}

/**
 * What may still be paid, in fen, below zero where more was paid than is due.
 * @returns null where it is not known, as no rule says what is due, or a wage was not entered
 */
export function openOf(account: DuesAccount, isRuled: boolean): bigint | null {
  return isRuled && account.months.every(({ dueFen }) => dueFen !== null) ? arrearsOf(account) : null;
}

export interface PaymentByBank {
  readonly amountFen: bigint;
  readonly paidOn: string;
  /** The first day without the membership; null while it lasts. */
  readonly validTo: string | null;
  /** Up to the end of the year of the reference; null if it is not known. */
  readonly openFen: bigint | null;
  /** An officer has said that what is too much counts for the months to come. */
  readonly keepsExcess: boolean;
}

/**
 * Why a payment by bank is not booked. Whoever has left may still pay what they owe, and no more; whoever is a member pays
 * ahead up to the end of the year.
 * @returns null if it is booked
 */
export function refusalOf(payment: PaymentByBank): Extract<DuesLineReason, 'ended' | 'overpaid'> | null {
  const { amountFen, paidOn, validTo, openFen, keepsExcess } = payment;
  const isTooMuch = openFen !== null && amountFen > openFen;
  if (validTo !== null && validTo <= paidOn) return isTooMuch || openFen === null ? 'ended' : null;
  return isTooMuch && !keepsExcess ? 'overpaid' : null;
}

/** What members of a union owe together, in fen. */
export interface DuesSums {
  readonly dueFen: bigint;
  readonly openFen: bigint;
  /** Members who owe something. */
  readonly owing: number;
  /** Members of whom some month cannot be computed. */
  readonly unknown: number;
}

/**
 * The sums with some more members in them: of a large union not all are in memory at once.
 * @param year of which months count as due; all of them if undefined
 */
export function withAccounts(
  { dueFen, openFen, owing, unknown }: DuesSums,
  accounts: readonly DuesAccount[],
  year: number | undefined,
): DuesSums {
  const counts = (month: string): boolean => year === undefined || month.startsWith(`${year}-`);
  const owed = accounts.map(arrearsOf).filter((fen) => fen > 0n);
  return {
    dueFen: dueFen + sum(accounts.map(({ months }) => dueOf(months.filter(({ month }) => counts(month))))),
    openFen: openFen + sum(owed),
    owing: owing + owed.length,
    unknown: unknown + accounts.filter(({ months }) => months.some((one) => one.dueFen === null)).length,
  };
}

export const noSums: DuesSums = { dueFen: 0n, openFen: 0n, owing: 0, unknown: 0 };

export function dueOf(months: readonly DuesMonth[]): bigint {
  return sum(months.map(({ dueFen }) => dueFen ?? 0n));
}

/** The rule in force in a month; undefined before the first. */
export function ruleIn<Rule extends Pick<DuesRule, 'fromMonth'>>(
  month: string,
  rules: readonly Rule[],
): Rule | undefined {
  return rules
    .filter(({ fromMonth }) => fromMonth <= month)
    .toSorted(byMonth)
    .at(-1);
}

function owes({ validTo, standing, retainedFrom }: DuesMembership, month: string): boolean {
  if (validTo !== null && validTo.slice(0, 7) <= month) return false;
  return standing === 'full' || (retainedFrom !== null && month < retainedFrom.slice(0, 7));
}

function dueIn(month: string, rules: readonly DuesRule[], amounts: readonly DuesAmount[]): bigint | null {
  const rule = ruleIn(month, rules);
  if (rule === undefined || rule.kind === 'exempt') return 0n;
  if (rule.kind === 'flat') return rule.flatFen ?? 0n;
  // An amount by an earlier rule says nothing under a new rate: the wage was not kept.
  const amount = amounts
    .filter(({ fromMonth }) => fromMonth <= month && fromMonth >= rule.fromMonth)
    .toSorted(byMonth)
    .at(-1);
  return amount?.monthlyFen ?? null;
}

function byMonth(one: { readonly fromMonth: string }, other: { readonly fromMonth: string }): number {
  return one.fromMonth < other.fromMonth ? -1 : 1;
}

function nextMonth(month: string): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** `2026-000012`, as it stands on the receipt. */
export function receiptText({ receiptYear, receiptNumber }: Receipt): string {
  return `${receiptYear}-${String(receiptNumber).padStart(6, '0')}`;
}

interface Receipt {
  readonly receiptYear: number;
  readonly receiptNumber: number;
}
