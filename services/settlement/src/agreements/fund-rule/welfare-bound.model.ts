import type { FundRule } from './fund-rule.model.js';

interface AppliedRules {
  /** Of the set, as it is shown. */
  readonly name: string;
  readonly rules: readonly FundRule[];
}

export interface WelfareBound {
  readonly amountFen: bigint;
  readonly setName: string;
}

/** The least that all sets in force leave for one member and year; null where none says anything. */
export function welfareBoundOf(sets: readonly AppliedRules[]): WelfareBound | null {
  const bounds = sets.flatMap(({ name, rules }) =>
    rules.flatMap((rule) =>
      rule.kind === 'welfareAmount' ? [{ amountFen: rule.amount, setName: name }] : [],
    ),
  );
  return bounds.reduce<WelfareBound | null>(
    (least, one) => (least === null || one.amountFen < least.amountFen ? one : least),
    null,
  );
}
