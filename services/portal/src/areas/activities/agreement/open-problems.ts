import { type AgreementDraft, draftOfTerms } from './agreement-draft.js';
import type { Agreement } from './use-agreements.js';

type Refused = Pick<Agreement, 'state' | 'terms' | 'problems'>;

/** The fields that cause a problem. Whether money may be spent on a code depends on both. */
const fieldsOf: Readonly<Record<string, readonly (keyof AgreementDraft)[]>> = {
  tasks: ['tasks'],
  rule: ['rule'],
  caps: ['caps', 'rule'],
  floors: ['floors', 'rule'],
  fundCategory: ['fundCategory', 'expenseCode'],
  expenseCode: ['fundCategory', 'expenseCode'],
  approval: ['silence', 'days'],
};

/**
 * The problems of a refused version that the draft has not corrected: each counts until one of its fields is changed.
 * Problems that no field can correct are left out.
 */
export function openProblems(latest: Refused | undefined, draft: AgreementDraft): Refused['problems'] {
  if (latest?.state !== 'refused') return [];
  const before = draftOfTerms(latest.terms);
  return latest.problems.filter(({ pointer }) => {
    const fields = fieldsOf[pointer.split('/')[1] ?? ''] ?? [];
    return fields.length > 0 && fields.every((name) => isSame(before[name], draft[name]));
  });
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
