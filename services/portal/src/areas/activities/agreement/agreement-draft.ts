import type { IncomeKind } from '../../../api/accounting.js';
import type { components } from '../../../api/schema.js';
import { fenOf, yuanOf } from '../../../i18n/format.js';
import {
  amountsOf,
  type DraftProblem,
  draftOf,
  hasKind,
  mapped,
  type Money,
  newRule,
  ruleAmong,
  type RuleDraft,
  ruleOf,
  type TextByParty,
  textsAmong,
} from './rule-draft.js';
import type { AgreementTerms, ProposeAgreement } from './use-agreements.js';

export type PreviewRequest = components['schemas']['PreviewSplitRequest'];

/** The codes of the union accounting system, by the key of their name. */
export const expenseCodes = {
  e11: '1.1',
  e12: '1.2',
  e13: '1.3',
  e14: '1.4',
  e15: '1.5',
  e21: '2.1',
  e22: '2.2',
  e23: '2.3',
  e24: '2.4',
  e25: '2.5',
  e26: '2.6',
  e31: '3.1',
  e32: '3.2',
  e33: '3.3',
  e34: '3.4',
  e4: '4',
  e5: '5',
  e6: '6',
} as const;
export type ExpenseKey = keyof typeof expenseCodes;

export function expenseKeyOf(code: string): ExpenseKey | undefined {
  return (Object.keys(expenseCodes) as ExpenseKey[]).find((key) => expenseCodes[key] === code);
}

export interface TaskDraft {
  readonly party: string;
  readonly title: string;
  readonly dueOn: string;
}

/** A new version as it is typed, with the assumptions of the previewed split. */
export interface AgreementDraft {
  readonly tasks: readonly TaskDraft[];
  readonly rule: RuleDraft;
  readonly fundCategory: IncomeKind;
  readonly expenseCode: string;
  readonly caps: TextByParty;
  readonly floors: TextByParty;
  readonly silence: 'agrees' | 'disputes';
  readonly days: string;
  readonly assumedTotal: string;
  readonly assumedHeads: TextByParty;
  readonly assumedUsage: TextByParty;
}

export const newDraft: AgreementDraft = {
  tasks: [],
  rule: { ...newRule('headcount'), inner: newRule('equal') },
  fundCategory: 'allotment',
  expenseCode: '1.2',
  caps: {},
  floors: {},
  silence: 'agrees',
  days: '7',
  assumedTotal: '10000',
  assumedHeads: {},
  assumedUsage: {},
};

/** Begins with the terms that were agreed or proposed last. */
export function draftOfTerms(terms: AgreementTerms): AgreementDraft {
  const yuan = (money: Money): string => yuanOf(money.amount);
  return {
    ...newDraft,
    tasks: terms.tasks.map(({ party, title, dueOn }) => ({ party, title, dueOn: dueOn ?? '' })),
    rule: draftOf(terms.rule),
    fundCategory: terms.fundCategory,
    expenseCode: terms.expenseCode,
    caps: mapped(terms.caps, yuan),
    floors: mapped(terms.floors, yuan),
    silence: terms.approval.silence,
    days: String(terms.approval.days),
  };
}

export type CoHostingPlan = components['schemas']['CoHostingPlanView'];

/** Begins with the suggestions of the need from which the activity came; empty where there is none. */
export function draftOfPlan(plan: CoHostingPlan | undefined): AgreementDraft {
  if (!plan?.rule) return newDraft;
  const tasks = plan.tasks.map(({ party, title, dueOn }) => ({ party, title, dueOn: dueOn ?? '' }));
  return { ...newDraft, tasks, rule: draftOf(plan.rule) };
}

interface Read<Body> {
  readonly body: Body;
  readonly problems: readonly DraftProblem[];
}

/**
 * The proposal to the hosts; the platform checks whether it is sound.
 * @param payers who shares the cost: values for anybody else, such as a host that has left, are not sent; null as long as
 *   the payers are not known
 */
export function proposalOf(draft: AgreementDraft, payers: readonly string[] | null): Read<ProposeAgreement> {
  const problems: DraftProblem[] = [];
  const body: ProposeAgreement = {
    tasks: draft.tasks.map(({ party, title, dueOn }) => ({
      party,
      title: title.trim(),
      dueOn: dueOn === '' ? null : dueOn,
    })),
    ...splitOf(draft, payers, problems),
    fundCategory: draft.fundCategory,
    expenseCode: draft.expenseCode,
    approval: { silence: draft.silence, days: Number(draft.days) },
  };
  return { body, problems };
}

function splitOf(draft: AgreementDraft, payers: readonly string[] | null, problems: DraftProblem[]) {
  const { rule, caps, floors } = payers === null ? draft : splitAmong(draft, payers);
  return {
    rule: ruleOf(rule, '/rule', problems),
    caps: amountsOf(caps, '/caps', problems),
    floors: amountsOf(floors, '/floors', problems),
  };
}

function splitAmong({ rule, caps, floors }: AgreementDraft, payers: readonly string[]) {
  return {
    rule: ruleAmong(rule, payers),
    caps: textsAmong(caps, payers),
    floors: textsAmong(floors, payers),
  };
}

export const headsAssumed = '20';

/** The split that is previewed while the rule is written. */
export function previewOf(draft: AgreementDraft, payers: readonly string[]): Read<PreviewRequest> {
  const problems: DraftProblem[] = [];
  const total = fenOf(draft.assumedTotal);
  if (total === null) problems.push({ pointer: '/total', kind: 'amount' });
  const usesUsage = hasKind(draft.rule, 'usage');
  const countOf = (text: string, pointer: string): number => {
    if (!/^\d{1,9}$/.test(text.trim())) problems.push({ pointer, kind: 'weight' });
    return Number(text);
  };
  const body: PreviewRequest = {
    total: { amount: total ?? '0', currency: 'CNY' },
    parties: payers.map((id, index) => ({
      id,
      headcount: countOf(draft.assumedHeads[id] ?? headsAssumed, `/parties/${index}/headcount`),
      ...(usesUsage ? { usage: countOf(draft.assumedUsage[id] ?? '1', `/parties/${index}/usage`) } : {}),
    })),
    ...splitOf(draft, payers, problems),
  };
  return { body, problems };
}
