import { expect, it } from '@jest/globals';
import { type AgreementDraft, draftOfTerms } from './agreement-draft.js';
import { openProblems } from './open-problems.js';
import type { Agreement } from './use-agreements.js';

const terms = {
  hosts: [],
  parties: [],
  tasks: [],
  rule: { kind: 'headcount' },
  caps: {},
  floors: {},
  fundCategory: 'dues',
  expenseCode: '1.4',
  approval: { silence: 'agrees', days: 7 },
} as unknown as Agreement['terms'];
const barred = { pointer: '/expenseCode', code: 'FUND_RULE_BARS_EXPENSE' };
const unknown = { pointer: '/parties/0', code: 'UNKNOWN_PARTY' };
const refused = { state: 'refused' as const, terms, problems: [barred, unknown] };

it.each<[string, Partial<AgreementDraft>, (typeof barred)[]]>([
  ['nothing has changed', {}, [barred]],
  ['something else has', { days: '9' }, [barred]],
  ['the code has', { expenseCode: '1.2' }, []],
  ['the money has', { fundCategory: 'employer' }, []],
])('says what is to be mended where %s', (_what, change, left) => {
  expect(openProblems(refused, { ...draftOfTerms(terms), ...change })).toEqual(left);
});

it('says nothing of a version that was not refused, or of none', () => {
  expect(openProblems({ ...refused, state: 'open' }, draftOfTerms(terms))).toEqual([]);
  expect(openProblems(undefined, draftOfTerms(terms))).toEqual([]);
});
