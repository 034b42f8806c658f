import { fenOf, instantOf, localTimeOf, yuanOf } from '../../../i18n/format.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import type { NamedParty } from '../../../session/party-picker.js';
import type { Programme, ProgrammeTerms } from './subsidy.model.js';

/** The fields of a programme, named as in the request, with values as typed. */
export interface ProgrammeValues {
  readonly unionId?: NamedParty;
  readonly title?: string;
  readonly text?: string;
  readonly expenseCodes?: Programme['expenseCodes'];
  readonly sizeClasses?: Programme['sizeClasses'];
  readonly smallFirst?: boolean;
  readonly budget?: string;
  readonly basis?: Programme['basis'];
  readonly grades?: readonly ({ readonly name?: string; readonly amount?: string } | undefined)[];
  readonly percent?: string;
  readonly cap?: string;
  readonly closesAt?: string;
  readonly noticeDays?: string;
  readonly reportDays?: string;
  readonly conditions?: string;
  readonly needsReceipts?: boolean;
  readonly payment?: Programme['payment'];
}

export const startValues: ProgrammeValues = {
  sizeClasses: [],
  smallFirst: true,
  basis: 'graded',
  noticeDays: '5',
  reportDays: '30',
  grades: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
  needsReceipts: true,
  payment: 'netting',
};

export const noticeDaysMax = 60;
export const reportDaysMax = 365;

/** The form values of a draft. */
export function programmeValuesOf(programme: Programme): ProgrammeValues {
  const { title, text, expenseCodes, sizeClasses, smallFirst, budget, basis, grades, percent, cap } =
    programme;
  const { closesAt, noticeDays, reportDays, conditions, needsReceipts, payment } = programme;
  return {
    title,
    text,
    expenseCodes,
    sizeClasses,
    smallFirst,
    basis,
    conditions,
    needsReceipts,
    payment,
    budget: yuanOf(budget.amount),
    grades: grades.map(({ name, amount }) => ({ name, amount: yuanOf(amount.amount) })),
    ...(percent ? { percent } : {}),
    ...(cap ? { cap: yuanOf(cap.amount) } : {}),
    ...(closesAt ? { closesAt: localTimeOf(closesAt).slice(0, 10) } : {}),
    noticeDays: String(noticeDays),
    reportDays: String(reportDays),
  };
}

/** The request; null as long as something is missing. Grades without an amount are left out. */
export function termsOf(values: ProgrammeValues): ProgrammeTerms | null {
  const { expenseCodes = [], sizeClasses = [], smallFirst = false, needsReceipts = false } = values;
  const { basis, payment } = values;
  const budget = moneyOf(values.budget);
  const days = daysOf(values);
  if (budget === null || days === null || basis === undefined || payment === undefined) return null;
  return {
    expenseCodes,
    sizeClasses,
    smallFirst,
    needsReceipts,
    budget,
    basis,
    payment,
    ...days,
    ...wordsOf(values),
    ...amountsOf(values),
    ...(values.closesAt ? { closesAt: instantOf(`${values.closesAt}T18:00`) } : {}),
  };
}

function wordsOf({
  title = '',
  text = '',
  conditions = '',
}: ProgrammeValues): Pick<ProgrammeTerms, 'title' | 'text' | 'conditions'> {
  return { title: title.trim(), text: text.trim(), conditions: conditions.trim() };
}

function daysOf(values: ProgrammeValues): Pick<ProgrammeTerms, 'noticeDays' | 'reportDays'> | null {
  const noticeDays = wholeNumberOf(values.noticeDays, 0, noticeDaysMax);
  const reportDays = wholeNumberOf(values.reportDays, 0, reportDaysMax);
  return noticeDays === null || reportDays === null ? null : { noticeDays, reportDays };
}

function amountsOf({
  basis,
  grades = [],
  percent = '',
  cap,
}: ProgrammeValues): Pick<ProgrammeTerms, 'grades' | 'percent' | 'cap'> {
  if (basis === 'percent') return { grades: [], percent: percent.trim(), cap: moneyOf(cap) };
  const named = grades.flatMap((grade) => {
    const amount = moneyOf(grade?.amount);
    return amount === null ? [] : [{ name: (grade?.name ?? '').trim(), amount }];
  });
  return { grades: named };
}

export function moneyOf(yuanText: string | undefined): Programme['budget'] | null {
  const amount = fenOf(yuanText ?? '');
  return amount === null ? null : { amount, currency: 'CNY' };
}
