import { DomainError } from '@gongxiang/domain';
import type { SplitParty, SplitRule } from './rule.model.js';

export type Leaf = Exclude<SplitRule, { rest: SplitRule } | { kind: 'tiers' }>;

/**
 * The weight of a party in a leaf.
 * @param index its index in the list, for the error pointer
 * @throws DomainError `HEADCOUNT_REQUIRED`, `USAGE_REQUIRED`
 */
export function weightOf(party: SplitParty, index: number, rule: Leaf): bigint {
  switch (rule.kind) {
    case 'equal':
      return 1n;
    case 'ratio':
      return BigInt(Object.hasOwn(rule.weights, party.id) ? (rule.weights[party.id] ?? 0) : 0);
    case 'headcount':
      return required(party.headcount, 'HEADCOUNT_REQUIRED', `/parties/${index}/headcount`);
    case 'usage':
      return required(party.usage, 'USAGE_REQUIRED', `/parties/${index}/usage`);
  }
}

function required(count: number | null | undefined, code: string, pointer: string): bigint {
  if (count === null || count === undefined) throw new DomainError(code, { pointer });
  return BigInt(count);
}
