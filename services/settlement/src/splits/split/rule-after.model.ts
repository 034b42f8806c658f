import { percentOf, sum } from '@gongxiang/domain';
import type { SplitRule, Tier } from './rule.model.js';

/**
 * The rule that applies to later costs after an amount went through it: fixed amounts are paid and tiers are used up
 * from below, while host percentages and leaves apply to each amount again. The caller handles the subsidy at the
 * root, because it knows the granted amount.
 * @param amount the fen that reached this node, not negative; it was split without error
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
      // The same facts select the same branch, so the other branch never needs an update.
      return rule.else ? { ...rule, else: ruleAfter(rule.else, amount) } : rule;
    default:
      return rule;
  }
}

/** The last tier has no bound, so at least one tier remains. */
function tiersAfter(tiers: readonly Tier[], amount: bigint): Tier[] {
  let from = 0n;
  return tiers.flatMap(({ upTo, rule }) => {
    const used = amount > from ? amount - from : 0n;
    from = upTo ?? from;
    if (upTo !== null && upTo <= amount) return [];
    return [{ upTo: upTo === null ? null : upTo - amount, rule: ruleAfter(rule, used) }];
  });
}
