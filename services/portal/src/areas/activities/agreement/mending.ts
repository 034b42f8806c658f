import { type AgreementDraft, draftOfTerms } from './agreement-draft.js';
import type { Agreement } from './use-agreements.js';

type Refused = Pick<Agreement, 'state' | 'terms' | 'problems'>;

/** What of a draft a problem rests on. Whether money may be spent on a code rests on both. */
const restsOn: Readonly<Record<string, readonly (keyof AgreementDraft)[]>> = {
  tasks: ['tasks'],
  rule: ['rule'],
  caps: ['caps', 'rule'],
  floors: ['floors', 'rule'],
  fundCategory: ['fundCategory', 'expenseCode'],
  expenseCode: ['fundCategory', 'expenseCode'],
  approval: ['silence', 'days'],
};

/**
 * What a refused version is still to be mended of: its problems, until what they rest on has been changed. Of what no field
 * can change nothing is said.
 */
export function stillToMend(latest: Refused | undefined, draft: AgreementDraft): Refused['problems'] {
  if (latest?.state !== 'refused') return [];
  const before = draftOfTerms(latest.terms);
  return latest.problems.filter(({ pointer }) => {
    const fields = restsOn[pointer.split('/')[1] ?? ''] ?? [];
    return fields.length > 0 && fields.every((name) => isSame(before[name], draft[name]));
  });
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
