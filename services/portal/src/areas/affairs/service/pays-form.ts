import { fenOf, yuanOf } from '../../../i18n/format.js';
import type { components } from '../../../api/schema.js';

export type Pays = components['schemas']['ServicePaysDto'];
export type Split = components['schemas']['ServiceSplitDto'];
export type ExpenseCode = Pays['expenseCode'];

export const partsMin = 2;
export const partsMax = 10;

export const expenseCodes = [
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '1.5',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '2.5',
  '2.6',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '4',
  '5',
  '6',
] as const satisfies readonly ExpenseCode[];

/** What is no amount is sent as it was typed, so that it is refused at its field instead of becoming no bound at all. */
export function mostOf(yuanText: string): Pays['most'] {
  const text = yuanText.trim();
  return text === '' ? null : { amount: fenOf(text) ?? text, currency: 'CNY' };
}

/** As it stands in the field. */
export function mostText(most: Pays['most']): string {
  return most === null ? '' : yuanOf(most.amount);
}
