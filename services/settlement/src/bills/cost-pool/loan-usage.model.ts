import { hourMs } from '@gongxiang/domain';
import type { SplitRule } from '../../splits/split/rule.model.js';
import { type CountedParty, headcountsOf } from './cost-pool.model.js';

/** A number of pieces in use during a period. */
interface Use {
  readonly pieces: number;
  readonly handedOverAt: Date;
  readonly until: Date;
}

/** Hours rounded up, at least one. */
export function hoursOf({ handedOverAt, until }: Use): number {
  return Math.max(1, Math.ceil((until.getTime() - handedOverAt.getTime()) / hourMs));
}

/** Hours × pieces. */
export function usageOf(use: Use): number {
  return hoursOf(use) * use.pieces;
}

/** Total usage by party; a loan counts for the party that the borrower's people would count for. */
export function usageByParty(
  parties: readonly CountedParty[],
  uses: readonly (Use & { readonly unionPath: string })[],
): Map<string, number> {
  return headcountsOf(
    parties,
    uses.map((use) => ({ unionPath: use.unionPath, heads: usageOf(use) })),
  );
}

/** Whether any node of the rule splits by usage. */
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

/** Whether the entered usage differs from the usage derived from loans. A missing party counts as zero. */
export function isCorrected(
  entered: Readonly<Record<string, number>>,
  proposed: ReadonlyMap<string, number>,
): boolean {
  const numbers = new Map(Object.entries(entered));
  return [...proposed].some(([party, usage]) => (numbers.get(party) ?? 0) !== usage);
}
