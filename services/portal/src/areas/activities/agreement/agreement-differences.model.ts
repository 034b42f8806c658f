import { canonical } from '../../../kit/changes.model.js';
import type { AgreementTerms } from './use-agreements.js';

export const termParts = [
  'parties',
  'rule',
  'caps',
  'floors',
  'fundCategory',
  'expenseCode',
  'tasks',
  'approval',
] as const;
export type TermPart = (typeof termParts)[number];

/** The parts of the terms in which two versions differ. */
export function differencesOf(before: AgreementTerms, after: AgreementTerms): TermPart[] {
  return termParts.filter((part) => canonical(before[part]) !== canonical(after[part]));
}
