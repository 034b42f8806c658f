import type { AgreementTerms } from './use-agreements.js';

export const termParts = [
  ...(['parties', 'rule', 'caps', 'floors'] as const),
  ...(['fundCategory', 'expenseCode', 'tasks', 'approval'] as const),
] as const;
export type TermPart = (typeof termParts)[number];

/** The parts of the terms in which two versions differ. */
export function differencesOf(before: AgreementTerms, after: AgreementTerms): TermPart[] {
  return termParts.filter((part) => canonical(before[part]) !== canonical(after[part]));
}

/** The order of keys is no difference, nor is a field that is absent one that is null. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const entries = Object.entries(inner).filter(([, one]) => one !== null && one !== undefined);
    return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}
