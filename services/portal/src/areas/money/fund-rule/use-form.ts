import type { components } from '../../../api/schema.js';
import { fenOf } from '../../../i18n/format.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import type { Grade } from './fund-rule-form.js';

export type CostUse = components['schemas']['CostUseDto'];
export type UseKind = CostUse['kind'];

export const useKinds = [
  'prize',
  'souvenir',
  'gift',
  'outing',
  'meal',
  'lodging',
  'fee',
  'other',
] as const satisfies UseKind[];

interface PrizeForm {
  readonly grade?: Grade;
  readonly count?: string;
  readonly unit?: string;
}

/** The use of a bill in the form: numbers are as typed. */
export interface UseForm {
  readonly kind?: UseKind;
  readonly prizes?: readonly PrizeForm[];
  readonly recipients?: string;
  readonly heads?: string;
  readonly unit?: string;
  readonly cash?: boolean;
  readonly festival?: string;
  readonly from?: string;
  readonly to?: string;
  readonly days?: string;
  readonly minutes?: string;
}

export const prizesMax = 20;
export const countMax = 100_000;
export const headsMax = 1_000_000;
export const daysMax = 366;
export const minutesMax = 100_000;

/** The request: only the fields of the kind; null without a kind. */
export function useOf(form: UseForm | undefined): CostUse | null {
  if (form?.kind === undefined) return null;
  return { kind: form.kind, ...partsOf[form.kind](form) };
}

const whole = (text: string | undefined, max: number): number => wholeNumberOf(text, 0, max) ?? 0;
const fen = (text: string | undefined) => ({ amount: fenOf(text ?? '') ?? '0', currency: 'CNY' as const });

const partsOf: Readonly<Record<UseKind, (form: UseForm) => Omit<CostUse, 'kind'>>> = {
  prize: ({ prizes = [], recipients }) => ({
    recipients: whole(recipients, headsMax),
    prizes: prizes.map(({ grade = 'other', count, unit }) => ({
      grade,
      count: whole(count, countMax),
      unit: fen(unit),
    })),
  }),
  souvenir: ({ heads, unit }) => ({ heads: whole(heads, headsMax), unit: fen(unit) }),
  gift: ({ heads, cash, festival }) => ({
    heads: whole(heads, headsMax),
    cash: cash ?? false,
    festival: festival?.trim() || null,
  }),
  outing: ({ from, to }) => ({ from: from ?? '', to: to ?? '' }),
  meal: ({ heads, days }) => ({ heads: whole(heads, headsMax), days: whole(days, daysMax) }),
  lodging: ({ heads, days }) => ({ heads: whole(heads, headsMax), days: whole(days, daysMax) }),
  fee: ({ minutes }) => ({ minutes: whole(minutes, minutesMax) }),
  other: () => ({}),
};
