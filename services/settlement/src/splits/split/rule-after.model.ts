import { percentOf, sum } from '@gongxiang/domain';
import type { SplitRule, Tier } from './rule.model.js';

/**
 * What is left of a rule once an amount has gone through it, for splitting what comes later: fixed amounts are paid, tiers are
 * used up from below; host's percentage and leaves are of each amount anew. The subsidy at the root is the caller's, who knows
 * what was given.
 * @param amount fen that reached this node, not negative; it was split without error
 */
export function ruleAfter(rule: SplitRule, amount: bigint): SplitRule {
  if (amount === 0n) return rule;
  switch (rule.kind) {
    case 'fixed':
      return ruleAfter(rule.rest, amount - sum(Object.values(rule.amounts)));
    case 'hostShare':
      return { ...rule, rest: ruleAfter(rule.rest, amount - percentOf(amount, rule.percent)) };
    case 'subsidyFirst':
      return { ...rule, rest: ruleAfter(rule.rest, amount) };
    case 'tiers':
      return { kind: 'tiers', tiers: tiersAfter(rule.tiers, amount) };
    case 'headcount':
    case 'usage':
      // The same facts lead into the same branch, so what the other one would have taken is never asked.
      return rule.else ? { ...rule, else: ruleAfter(rule.else, amount) } : rule;
    default:
      return rule;
  }
}

/** The last tier has no bound, so at least that one is left. */
function tiersAfter(tiers: readonly Tier[], amount: bigint): Tier[] {
  let from = 0n;
  return tiers.flatMap(({ upTo, rule }) => {
    const used = amount > from ? amount - from : 0n;
    from = upTo ?? from;
    if (upTo !== null && upTo <= amount) return [];
    return [{ upTo: upTo === null ? null : upTo - amount, rule: ruleAfter(rule, used) }];
  });
}
