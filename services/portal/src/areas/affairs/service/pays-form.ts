import { fenOf, yuanOf } from '../../../i18n/format.js';
import type { components } from '../../../api/schema.js';

export type Pays = components['schemas']['ServicePaysDto'];
export type Split = components['schemas']['ServiceSplitDto'];

export const partsMin = 2;
export const partsMax = 10;

/** What is no amount is sent as it was typed, so that it is refused at its field instead of becoming no bound at all. */
export function mostOf(yuanText: string): Pays['most'] {
  const text = yuanText.trim();
  return text === '' ? null : { amount: fenOf(text) ?? text, currency: 'CNY' };
}

/** As it stands in the field. */
export function mostText(most: Pays['most']): string {
  return most === null ? '' : yuanOf(most.amount);
}
