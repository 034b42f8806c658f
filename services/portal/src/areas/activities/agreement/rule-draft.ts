import type { components } from '../../../api/schema.js';
import { fenOf, yuanOf } from '../../../i18n/format.js';

export type SplitRule = components['schemas']['SplitRuleDto'];
export type RuleKind = SplitRule['kind'];
export type Money = components['schemas']['Money'];

/** What was typed for each party, by its key such as `union:<id>`. */
export type TextByParty = Readonly<Record<string, string>>;

/** A rule as it is being built. Fields of another kind are kept, so that going back and forth loses nothing. */
export interface RuleDraft {
  readonly kind: RuleKind;
  readonly weights: TextByParty;
  readonly amounts: TextByParty;
  readonly party: string;
  readonly percent: string;
  readonly source: string;
  readonly sourceName: string;
  /** 元, as typed; empty where there is no bound. */
  readonly upTo: string;
  /** How the rest is split; for headcount and usage what applies where all are zero, null where nothing does. */
  readonly inner: RuleDraft | null;
  readonly tiers: readonly TierDraft[];
}

export interface TierDraft {
  /** 元, as typed. The last tier has no bound, whatever stands here. */
  readonly upTo: string;
  readonly rule: RuleDraft;
}

/** What cannot be sent as it stands. */
export interface DraftProblem {
  readonly pointer: string;
  readonly kind: 'amount' | 'weight' | 'party' | 'percent';
}

const ruleDepthMax = 8;

const leafKinds: readonly RuleKind[] = ['equal', 'ratio', 'headcount', 'usage'];

/** The kinds that may stand at this depth: a subsidy comes first of all, and at the deepest only leaves may stand. */
export function kindsAt(depth: number): readonly RuleKind[] {
  if (depth >= ruleDepthMax) return leafKinds;
  const inner: readonly RuleKind[] = [...leafKinds, 'fixed', 'hostShare', 'tiers'];
  return depth === 1 ? [...inner, 'subsidyFirst'] : inner;
}

export function newRule(kind: RuleKind = 'headcount'): RuleDraft {
  const blank = { weights: {}, amounts: {}, party: '', percent: '', source: '', sourceName: '', upTo: '' };
  return { kind, ...blank, inner: null, tiers: [] };
}

const restKinds: readonly RuleKind[] = ['fixed', 'hostShare', 'subsidyFirst'];

/**
 * The same rule as another kind, with what that kind cannot be without: what takes something off first splits the rest
 * as the whole was split before, and where nothing is taken off any more the rest becomes the whole.
 */
export function withKind(rule: RuleDraft, kind: RuleKind): RuleDraft {
  const [hadRest, hasRest] = [restKinds.includes(rule.kind), restKinds.includes(kind)];
  if (hadRest && rule.inner?.kind === kind) return rule.inner;
  const isLeaf = leafKinds.includes(rule.kind);
  const asRest = hadRest && rule.inner !== null ? rule.inner : isLeaf ? rule : newRule();
  const tiers = rule.tiers.length > 0 ? rule.tiers : [newTier(), newTier()];
  return { ...rule, kind, inner: hasRest ? asRest : null, tiers: kind === 'tiers' ? tiers : rule.tiers };
}

export function newTier(): TierDraft {
  return { upTo: '', rule: newRule('headcount') };
}

/** Is there a node of this kind anywhere in the rule? */
export function hasKind(rule: RuleDraft, kind: RuleKind): boolean {
  if (rule.kind === kind) return true;
  if (rule.kind === 'tiers') return rule.tiers.some((tier) => hasKind(tier.rule, kind));
  return rule.inner !== null && hasKind(rule.inner, kind);
}

/**
 * The rule as it is sent.
 * @param problems takes what cannot be read, each with its place
 */
export function ruleOf(draft: RuleDraft, pointer: string, problems: DraftProblem[]): SplitRule {
  const at = { pointer, problems };
  const inner = (step: string): SplitRule => ruleOf(draft.inner ?? newRule(), `${pointer}/${step}`, problems);
  switch (draft.kind) {
    case 'equal':
      return { kind: 'equal' };
    case 'ratio':
      return { kind: 'ratio', weights: weightsOf(draft.weights, at) };
    case 'headcount':
    case 'usage':
      return draft.inner === null ? { kind: draft.kind } : { kind: draft.kind, else: inner('else') };
    case 'fixed':
      return {
        kind: 'fixed',
        amounts: amountsOf(draft.amounts, `${pointer}/amounts`, problems),
        rest: inner('rest'),
      };
    case 'hostShare':
      return { kind: 'hostShare', ...hostOf(draft, at), rest: inner('rest') };
    case 'subsidyFirst':
      return { kind: 'subsidyFirst', ...subsidyOf(draft, at), rest: inner('rest') };
    case 'tiers':
      return { kind: 'tiers', tiers: tiersOf(draft.tiers, at) };
  }
}

interface Place {
  readonly pointer: string;
  readonly problems: DraftProblem[];
}

function weightsOf(texts: TextByParty, { pointer, problems }: Place): Record<string, number> {
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  for (const [party, text] of filled) {
    if (!/^\d{1,10}$/.test(text.trim()))
      problems.push({ pointer: `${pointer}/weights/${party}`, kind: 'weight' });
  }
  return Object.fromEntries(filled.map(([party, text]) => [party, Number(text)]));
}

/** Amounts by party, of those that are filled in. */
export function amountsOf(
  texts: TextByParty,
  pointer: string,
  problems: DraftProblem[],
): Record<string, Money> {
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return Object.fromEntries(
    filled.map(([party, text]) => [party, moneyOf(text, { pointer: `${pointer}/${party}`, problems })]),
  );
}

function moneyOf(text: string, { pointer, problems }: Place): Money {
  const fen = fenOf(text);
  if (fen === null) problems.push({ pointer, kind: 'amount' });
  return { amount: fen ?? '0', currency: 'CNY' };
}

function hostOf({ party, percent }: RuleDraft, { pointer, problems }: Place) {
  if (party === '') problems.push({ pointer: `${pointer}/party`, kind: 'party' });
  if (percent.trim() === '') problems.push({ pointer: `${pointer}/percent`, kind: 'percent' });
  return { party, percent: percent.trim() };
}

function subsidyOf({ source, percent, upTo }: RuleDraft, { pointer, problems }: Place) {
  if (source === '') problems.push({ pointer: `${pointer}/source`, kind: 'party' });
  return {
    source,
    percent: percent.trim() === '' ? null : percent.trim(),
    upTo: upTo.trim() === '' ? null : moneyOf(upTo, { pointer: `${pointer}/upTo`, problems }),
  };
}

function tiersOf(tiers: readonly TierDraft[], { pointer, problems }: Place) {
  return tiers.map((tier, index) => {
    const at = `${pointer}/tiers/${index}`;
    const isLast = index === tiers.length - 1;
    return {
      upTo: isLast ? null : moneyOf(tier.upTo, { pointer: `${at}/upTo`, problems }),
      rule: ruleOf(tier.rule, `${at}/rule`, problems),
    };
  });
}

/** The rule of a version that was proposed, to be built upon. */
export function draftOf(rule: SplitRule): RuleDraft {
  const inner = rule.rest ?? rule.else ?? null;
  return {
    ...newRule(rule.kind),
    weights: mapped(rule.weights, String),
    amounts: mapped(rule.amounts, (money: Money) => yuanOf(money.amount)),
    party: rule.party ?? '',
    percent: rule.percent ?? '',
    source: rule.source ?? '',
    upTo: rule.upTo ? yuanOf(rule.upTo.amount) : '',
    inner: inner === null ? null : draftOf(inner),
    tiers: ((rule.tiers ?? []) as readonly Tier[]).map((tier) => ({
      upTo: tier.upTo === null ? '' : yuanOf(tier.upTo.amount),
      rule: draftOf(tier.rule),
    })),
  };
}

export interface Tier {
  readonly upTo: Money | null;
  readonly rule: SplitRule;
}

/** The rule without what was typed for anybody but these parties, such as one who hosts no more. */
export function ruleAmong(rule: RuleDraft, parties: readonly string[]): RuleDraft {
  return {
    ...rule,
    weights: textsAmong(rule.weights, parties),
    amounts: textsAmong(rule.amounts, parties),
    party: parties.includes(rule.party) ? rule.party : '',
    inner: rule.inner === null ? null : ruleAmong(rule.inner, parties),
    tiers: rule.tiers.map((tier) => ({ ...tier, rule: ruleAmong(tier.rule, parties) })),
  };
}

export function textsAmong(texts: TextByParty, parties: readonly string[]): TextByParty {
  return Object.fromEntries(Object.entries(texts).filter(([party]) => parties.includes(party)));
}

/** Values by party, of a map that the wire leaves untyped. */
export function mapped<Value>(map: unknown, textOf: (value: Value) => string): Record<string, string> {
  const entries = Object.entries((map ?? {}) as Record<string, Value>);
  return Object.fromEntries(entries.map(([party, value]) => [party, textOf(value)]));
}
