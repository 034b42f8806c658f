import { fenOf, yuanOf } from '../../../i18n/format.js';
import type {
  Vacancy,
  VacancyAudience,
  VacancyDefinition,
  VacancyKind,
  VacancySuit,
} from './vacancy.model.js';

/** What is typed; pay in 元, figures as text. */
export interface VacancyValues {
  readonly unionId?: string;
  readonly title: string;
  readonly kind: VacancyKind;
  readonly headcount: string;
  readonly place: string;
  readonly district?: string;
  readonly payFrom?: string;
  readonly payTo?: string;
  readonly text: string;
  readonly suits: readonly VacancySuit[];
  readonly phone?: string;
  readonly address?: string;
  readonly audience: VacancyAudience;
  readonly until: string;
  readonly feeWordsSeen?: boolean;
}

/** With which a new one begins. */
export const newValues: VacancyValues = {
  title: '',
  kind: 'fullTime',
  headcount: '1',
  place: '',
  text: '',
  suits: [],
  audience: 'public',
  until: '',
};

export function valuesOf(vacancy: Vacancy): VacancyValues {
  const { title, kind, headcount, place, district, payFrom, payTo, text, suits } = vacancy;
  return {
    title,
    kind,
    headcount: String(headcount),
    place,
    district: district ?? '',
    payFrom: payFrom === null ? '' : yuanOf(payFrom.amount),
    payTo: payTo === null ? '' : yuanOf(payTo.amount),
    text,
    suits,
    phone: vacancy.phone ?? '',
    address: vacancy.address ?? '',
    audience: vacancy.audience,
    until: vacancy.until,
  };
}

export function definitionOf(values: VacancyValues): VacancyDefinition {
  const { title, kind, headcount, place, district, payFrom, payTo, text, suits, phone, address } = values;
  return {
    title: title.trim(),
    kind,
    headcount: Number(headcount),
    place: place.trim(),
    district: textOf(district),
    payFrom: moneyOf(payFrom),
    payTo: moneyOf(payTo),
    text,
    suits: [...suits],
    phone: textOf(phone),
    address: textOf(address),
    audience: values.audience,
    until: values.until,
  };
}

function textOf(typed: string | undefined): string | null {
  const text = typed?.trim() ?? '';
  return text === '' ? null : text;
}

/** What is no amount is sent as it is, so that it is refused at its field. */
function moneyOf(typed: string | undefined): { amount: string; currency: 'CNY' } | null {
  const text = textOf(typed);
  return text === null ? null : { amount: fenOf(text) ?? text, currency: 'CNY' };
}
