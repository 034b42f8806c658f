import type { SplitRule } from '../../splits/split/rule.model.js';
import { type CountedParty, headcountsOf } from './cost-pool.model.js';

const hourMs = 3_600_000;

/** A thing in use: so many pieces, from a moment to another. */
export interface Use {
  readonly pieces: number;
  readonly handedOverAt: Date;
  readonly until: Date;
}

/** Each hour begun counts, at least one. */
export function hoursOf({ handedOverAt, until }: Use): number {
  return Math.max(1, Math.ceil((until.getTime() - handedOverAt.getTime()) / hourMs));
}

/** Hours × pieces. */
export function usageOf(use: Use): number {
  return hoursOf(use) * use.pieces;
}

/** What the loans of each party came to: they count for the party that its people would count for. */
export function usageByParty(
  parties: readonly CountedParty[],
  uses: readonly (Use & { readonly unionPath: string })[],
): Map<string, number> {
  return headcountsOf(
    parties,
    uses.map((use) => ({ unionPath: use.unionPath, heads: usageOf(use) })),
  );
}

/** Does the rule ask for usages, anywhere down the tree? */
export function asksForUsage(rule: SplitRule): boolean {
  switch (rule.kind) {
    case 'usage':
      return true;
    case 'headcount':
      return rule.else ? asksForUsage(rule.else) : false;
    case 'tiers':
      return rule.tiers.some((tier) => asksForUsage(tier.rule));
    case 'equal':
    case 'ratio':
      return false;
    default:
      return asksForUsage(rule.rest);
  }
}

/** Is what is given another usage than what the loans say? A party that is left out has none. */
export function isCorrected(
  given: Readonly<Record<string, number>>,
  proposed: ReadonlyMap<string, number>,
): boolean {
  const numbers = new Map(Object.entries(given));
  return [...proposed].some(([party, usage]) => (numbers.get(party) ?? 0) !== usage);
}
