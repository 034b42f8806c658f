import type { components } from '../../../api/schema.js';
import { fenOf, yuanOf } from '../../../i18n/format.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';

type Schemas = components['schemas'];
export type FundRuleSet = Schemas['FundRuleSetView'];
export type FundRule = Schemas['FundRuleDto'];
export type Source = Schemas['FundRuleSourceDto'];
export type SetState = FundRuleSet['state'];
export type RuleKind = FundRule['kind'];
export type Grade = NonNullable<FundRule['grade']>;
type SetWords = Schemas['ChangeFundRuleSetBody'];

export const setStates = ['draft', 'published', 'superseded'] as const satisfies SetState[];
export const grades = ['first', 'second', 'third', 'other'] as const satisfies Grade[];
export const rulesMax = 60;

export const ruleKinds = [
  'prizeShare',
  'prizeAmount',
  'souvenirAmount',
  'giftNotCash',
  'outingSameDay',
  'mealAmount',
  'lodgingAmount',
  'feeAmount',
  'expenseBarred',
  'welfareAmount',
  'budgetShare',
] as const satisfies RuleKind[];

const amountKinds = [
  'prizeAmount',
  'souvenirAmount',
  'mealAmount',
  'lodgingAmount',
  'feeAmount',
  'welfareAmount',
] as const satisfies RuleKind[];
export type AmountKind = (typeof amountKinds)[number];

/** The kind, where its limit is an amount. */
export function amountKindOf(kind: RuleKind | undefined): AmountKind | null {
  return amountKinds.find((one) => one === kind) ?? null;
}

export function hasShare(kind: RuleKind | undefined): boolean {
  return kind === 'prizeShare' || kind === 'budgetShare';
}

export function hasCodes(kind: RuleKind | undefined): boolean {
  return kind === 'expenseBarred' || kind === 'budgetShare';
}

/** The state filter in the address; an unknown one is ignored. */
export function setStateOf(search: URLSearchParams): SetState | undefined {
  return setStates.find((state) => state === search.get('state'));
}

interface SourceForm {
  readonly title?: string;
  readonly number?: string;
  readonly place?: string;
  readonly issuedOn?: string;
  readonly isVerified?: boolean;
}

/** A rule in the form: numbers are as typed. */
export interface RuleForm {
  readonly key?: string;
  readonly kind?: RuleKind;
  /** 元, as typed. */
  readonly amount?: string;
  readonly share?: { readonly numerator?: string; readonly denominator?: string };
  readonly grade?: Grade;
  readonly onlyWithoutPrizes?: boolean;
  readonly incomeKind?: NonNullable<FundRule['incomeKind']>;
  readonly expenseCodes?: NonNullable<FundRule['expenseCodes']>;
  readonly source?: SourceForm;
}

export interface SetForm {
  readonly unionId?: string;
  readonly name?: string;
  readonly source?: SourceForm;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly rules?: readonly RuleForm[];
}

/** The request. The form has checked that nothing is missing. */
export function wordsOf(form: SetForm): SetWords {
  const rules = form.rules ?? [];
  const keys = keysFor(rules);
  return {
    name: (form.name ?? '').trim(),
    source: sourceOf(form.source),
    validFrom: form.validFrom ?? '',
    validUntil: form.validUntil || null,
    rules: rules.map((rule, index) => ruleOf(rule, keys[index] ?? '')),
  };
}

/** Rules keep their keys, because breaches refer to them; a new rule gets the name of its kind. */
export function keysFor(rules: readonly RuleForm[]): string[] {
  const taken = new Set(rules.flatMap(({ key }) => key ?? []));
  return rules.map(({ key, kind = 'prizeShare' }) => {
    if (key !== undefined) return key;
    const base = kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base}-${number}`;
    taken.add(name);
    return name;
  });
}

function ruleOf(form: RuleForm, key: string): FundRule {
  const kind = form.kind ?? 'prizeShare';
  return { key, kind, source: sourceOf(form.source), ...partsOf[kind](form) };
}

type Parts = (form: RuleForm) => Omit<FundRule, 'key' | 'kind' | 'source'>;

const none: Parts = () => ({});
const amountOf: Parts = ({ amount }) => ({ amount: { amount: fenOf(amount ?? '') ?? '0', currency: 'CNY' } });
const partOf: Parts = ({ share }) => ({ share: shareOf(share) ?? { numerator: 0, denominator: 1 } });
const codesOf: Parts = ({ expenseCodes }) => ({ expenseCodes: [...(expenseCodes ?? [])] });

/** The fields of a rule of each kind, beside its source. */
const partsOf: Readonly<Record<RuleKind, Parts>> = {
  prizeShare: partOf,
  prizeAmount: (form) => ({ ...amountOf(form), grade: form.grade ?? null }),
  souvenirAmount: (form) => ({ ...amountOf(form), onlyWithoutPrizes: form.onlyWithoutPrizes ?? false }),
  giftNotCash: none,
  outingSameDay: none,
  mealAmount: amountOf,
  lodgingAmount: amountOf,
  feeAmount: amountOf,
  expenseBarred: (form) => ({ incomeKind: form.incomeKind ?? 'other', ...codesOf(form) }),
  welfareAmount: amountOf,
  budgetShare: (form) => ({ ...partOf(form), ...codesOf(form) }),
};

/** The fraction that was typed; null where it is invalid. */
export function shareOf(form: RuleForm['share']): { numerator: number; denominator: number } | null {
  const numerator = wholeNumberOf(form?.numerator, 0, 1_000);
  const denominator = wholeNumberOf(form?.denominator, 1, 1_000);
  if (numerator === null || denominator === null || numerator > denominator) return null;
  return { numerator, denominator };
}

function sourceOf(form: SourceForm = {}): Source {
  const filled = (text: string | undefined): string | null => text?.trim() || null;
  return {
    title: (form.title ?? '').trim(),
    number: filled(form.number),
    place: filled(form.place),
    issuedOn: filled(form.issuedOn),
    isVerified: form.isVerified ?? false,
  };
}

/** A set as the form shows it. */
export function formOf(set: Omit<SetWords, 'validUntil'> & { validUntil?: string | null }): SetForm {
  const { name, source, validFrom, validUntil, rules } = set;
  return {
    name,
    validFrom,
    validUntil: validUntil ?? '',
    source: sourceFormOf(source),
    rules: rules.map((rule) => ({
      key: rule.key,
      kind: rule.kind,
      source: sourceFormOf(rule.source),
      ...(rule.amount ? { amount: yuanOf(rule.amount.amount) } : {}),
      ...(rule.share
        ? { share: { numerator: String(rule.share.numerator), denominator: String(rule.share.denominator) } }
        : {}),
      ...(rule.grade ? { grade: rule.grade } : {}),
      onlyWithoutPrizes: rule.onlyWithoutPrizes ?? false,
      ...(rule.incomeKind ? { incomeKind: rule.incomeKind } : {}),
      ...(rule.expenseCodes ? { expenseCodes: rule.expenseCodes } : {}),
    })),
  };
}

function sourceFormOf({ title, number, place, issuedOn, isVerified }: Source): SourceForm {
  return { title, number: number ?? '', place: place ?? '', issuedOn: issuedOn ?? '', isVerified };
}

/** 2 of 3 → `2/3`, 30 of 100 → `30%`. */
export function shareText({ numerator, denominator }: { numerator: number; denominator: number }): string {
  return denominator === 100 ? `${numerator}%` : `${numerator}/${denominator}`;
}

/** A rule in each of two sets, by its key; absent from one of them where that is undefined. */
interface RuleDifference {
  readonly key: string;
  readonly before?: FundRule;
  readonly after?: FundRule;
}

/** Rules that only one of two sets has or that differ, in the order of the later set. */
export function differencesOf(before: readonly FundRule[], after: readonly FundRule[]): RuleDifference[] {
  const was = new Map(before.map((rule) => [rule.key, rule]));
  const is = new Map(after.map((rule) => [rule.key, rule]));
  const keys = [...new Set([...is.keys(), ...was.keys()])];
  return keys.flatMap((key) => {
    const [left, right] = [was.get(key), is.get(key)];
    if (left && right && sameRule(left, right)) return [];
    return [{ key, ...(left ? { before: left } : {}), ...(right ? { after: right } : {}) }];
  });
}

/** Absent and null are the same, and the order of fields does not matter. */
function sameRule(left: object, right: object): boolean {
  return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(
    entries.sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, one]) => [name, sorted(one)]),
  );
}

export interface RuleTotal {
  readonly key: string;
  readonly kind: RuleKind;
  readonly count: number;
  readonly over: { readonly amount: string };
}

type Broken = Pick<Schemas['TrialBreachView'], 'ruleKey' | 'kind' | 'overAmount'>;

/** The breaches of each rule added up, the largest amount first. */
export function totalsByRule(breaches: readonly Broken[]): RuleTotal[] {
  const totals = new Map<string, { kind: RuleKind; count: number; over: bigint }>();
  for (const { ruleKey, kind, overAmount } of breaches) {
    const total = totals.get(ruleKey) ?? { kind, count: 0, over: 0n };
    total.count += 1;
    total.over += BigInt(overAmount.amount);
    totals.set(ruleKey, total);
  }
  return [...totals]
    .sort(([, left], [, right]) => (left.over < right.over ? 1 : -1))
    .map(([key, { kind, count, over }]) => ({ key, kind, count, over: { amount: String(over) } }));
}
