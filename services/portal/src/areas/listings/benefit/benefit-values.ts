import { fenOf, yuanOf } from '../../../i18n/format.js';
import type { Benefit, BenefitDefinition } from './benefit.model.js';

/** In percent, and in yuan. */
type SavingField = 'savesPercent' | 'savesAmount';

/** What is typed of a benefit. */
export type BenefitValues = {
  readonly [Field in Exclude<keyof BenefitDefinition, SavingField>]: Field extends
    'category' | 'way' | 'audience'
    ? BenefitDefinition[Field]
    : string;
} & { readonly [Field in SavingField]?: string } & { readonly unionId?: string };

/** With which a new one begins. */
export const newValues: BenefitValues = {
  merchant: '',
  title: '',
  category: 'food',
  way: 'card',
  code: '',
  link: '',
  place: '',
  district: '',
  conditions: '',
  audience: 'members',
  from: '',
  until: '',
};

export function valuesOf(benefit: Benefit): BenefitValues {
  const { merchant, title, category, way, audience, from, until } = benefit;
  const { code, link, place, district, conditions, savesPercent, savesAmount } = benefit;
  return {
    merchant,
    title,
    category,
    way,
    code: code ?? '',
    link: link ?? '',
    place: place ?? '',
    district: district ?? '',
    conditions: conditions ?? '',
    savesPercent: savesPercent === null ? '' : String(savesPercent),
    savesAmount: savesAmount === null ? '' : yuanOf(savesAmount.amount),
    audience,
    from,
    until,
  };
}

/** What is sent. Finance and insurance are a link alone. */
export function definitionOf(values: BenefitValues): BenefitDefinition {
  const { merchant, title, category, way, code, link, place, district, conditions } = values;
  return {
    merchant: merchant.trim(),
    title: title.trim(),
    category,
    way: category === 'finance' ? 'link' : way,
    code: textOf(code),
    link: textOf(link),
    place: textOf(place),
    district: textOf(district),
    conditions: textOf(conditions),
    ...savingOf(values),
    audience: values.audience,
    from: values.from,
    until: values.until,
  };
}

/** Of finance and insurance no saving is said. */
function savingOf({
  category,
  savesPercent = '',
  savesAmount = '',
}: BenefitValues): Pick<BenefitDefinition, SavingField> {
  const fen = category === 'finance' ? null : fenOf(savesAmount);
  const percent = category === 'finance' ? '' : savesPercent.trim();
  return {
    savesPercent: percent === '' ? null : Number(percent),
    savesAmount: fen === null ? null : { amount: fen, currency: 'CNY' },
  };
}

function textOf(typed: string | undefined): string | null {
  const text = typed?.trim() ?? '';
  return text === '' ? null : text;
}
