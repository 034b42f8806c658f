import type { PurposeBasis } from '@gongxiang/contracts/words/consent';

/** What a person has decided about a purpose last. */
export interface Decision {
  readonly given: boolean;
  readonly textVersion: number;
}

/**
 * Whether data of a person is used for a purpose now: what the law asks for always, what needs consent only under the
 * present text, and what can be switched off until it is.
 */
export function isInUse(basis: PurposeBasis, textVersion: number, decision: Decision | null): boolean {
  if (basis === 'law') return true;
  if (basis === 'objection') return decision?.given ?? true;
  return decision !== null && decision.given && decision.textVersion === textVersion;
}
