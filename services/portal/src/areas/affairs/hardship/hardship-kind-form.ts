import type { components } from '../../../api/schema.js';
import { fenOf, yuanOf } from '../../../i18n/format.js';

export type HardshipKind = components['schemas']['HardshipKindView'];

/** The fields, named as in the request so that a refusal finds its field. */
export interface KindValues {
  readonly label: string;
  /** 元, as it was typed; empty where there is no limit. */
  readonly incomeMax?: string;
  readonly source: string;
  readonly validFrom: string;
  readonly validUntil?: string;
}

/** What is typed for a row that is there. */
export function valuesOf({ label, incomeMax, source, validFrom, validUntil }: HardshipKind): KindValues {
  return {
    label,
    source,
    validFrom,
    ...(incomeMax === null ? {} : { incomeMax: yuanOf(incomeMax.amount) }),
    ...(validUntil === null ? {} : { validUntil }),
  };
}

/** What is sent; null where the limit is no amount, which its field says. */
export function bodyOf({
  label,
  incomeMax = '',
  source,
  validFrom,
  validUntil,
}: KindValues): components['schemas']['HardshipKindDto'] | null {
  const typed = incomeMax.trim();
  const amount = typed === '' ? null : fenOf(typed);
  if (typed !== '' && amount === null) return null;
  return {
    label: label.trim(),
    incomeMax: amount === null ? null : { amount, currency: 'CNY' },
    source: source.trim(),
    validFrom,
    validUntil: validUntil || null,
  };
}

/** How a row stands on a day. */
export function standingOf(
  { validFrom, validUntil }: Pick<HardshipKind, 'validFrom' | 'validUntil'>,
  today: string,
): 'ahead' | 'valid' | 'over' {
  if (validFrom > today) return 'ahead';
  return validUntil !== null && validUntil < today ? 'over' : 'valid';
}
