import type { ExpenseCode } from '../../../api/accounting.js';
import { fenOf, yuanOf } from '../../../i18n/format.js';
import type { Budget, BudgetLine } from './budget.model.js';

/** A line in the form. */
export interface LineValues {
  readonly expenseCode?: ExpenseCode;
  /** 元, as typed. */
  readonly amount?: string;
  readonly note?: string;
}

/** The lines of a request; null as long as something is missing. */
export function linesOf(values: readonly (LineValues | undefined)[]): BudgetLine[] | null {
  const lines = values.map((one): BudgetLine | null => {
    const amount = fenOf(one?.amount ?? '');
    const note = (one?.note ?? '').trim();
    if (one?.expenseCode === undefined || amount === null) return null;
    const line = { expenseCode: one.expenseCode, amount: { amount, currency: 'CNY' as const } };
    return note === '' ? line : { ...line, note };
  });
  const whole = lines.filter((line) => line !== null);
  return whole.length === lines.length && whole.length > 0 ? whole : null;
}

/** The initial values of the form, without the codes that only the version before had. */
export function valuesOf({ lines }: Pick<Budget, 'lines'>): LineValues[] {
  return lines
    .filter(({ amount, note }) => amount.amount !== '0' || Boolean(note))
    .map(({ expenseCode, amount, note }) => ({
      expenseCode,
      amount: yuanOf(amount.amount),
      ...(note ? { note } : {}),
    }));
}

/** Is the text an amount of zero or more? */
export function isPlanned(yuanText: string | undefined): boolean {
  const fen = fenOf(yuanText ?? '');
  return fen !== null && !fen.startsWith('-');
}

type BudgetStep = 'submit' | 'adopt' | 'own' | 'wait' | 'amend' | 'none';

/** The next step of a person, shown before somebody tries in vain. */
export function stepOf(
  { state, submittedBy }: Pick<Budget, 'state' | 'submittedBy'>,
  person: { readonly id: string | undefined; readonly drafts: boolean; readonly adopts: boolean },
): BudgetStep {
  if (state === 'draft') return person.drafts ? 'submit' : 'none';
  if (state === 'adopted') return person.drafts ? 'amend' : 'none';
  if (state === 'superseded') return 'none';
  if (!person.adopts) return 'wait';
  return submittedBy === person.id ? 'own' : 'adopt';
}
