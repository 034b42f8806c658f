import type { components } from '../../../api/schema.js';

export type Benefit = components['schemas']['BenefitView'];
export type BenefitSummary = components['schemas']['BenefitSummary'];
export type BenefitDefinition = components['schemas']['ChangeBenefitBody'];
export type BenefitCategory = BenefitSummary['category'];
export type BenefitWay = BenefitSummary['way'];
export type BenefitState = BenefitSummary['state'];
export type BenefitAudience = BenefitSummary['audience'];

export const benefitCategories = [
  'food',
  'health',
  'culture',
  'travel',
  'family',
  'finance',
] as const satisfies readonly BenefitCategory[];
export const benefitWays = ['card', 'code', 'link'] as const satisfies readonly BenefitWay[];
export const benefitStates = [
  'published',
  'draft',
  'ended',
  'withdrawn',
] as const satisfies readonly BenefitState[];
export const audiences = ['members', 'union', 'public'] as const satisfies readonly BenefitAudience[];

/** The filters of the lists; they stand in the address. */
export interface BenefitFilters {
  readonly state?: BenefitState;
  readonly category?: BenefitCategory;
  readonly q?: string;
}

export function benefitFiltersOf(search: URLSearchParams): BenefitFilters {
  const state = benefitStates.find((one) => one === search.get('state'));
  const category = benefitCategories.find((one) => one === search.get('category'));
  const q = search.get('q') ?? '';
  return {
    ...(state === undefined ? {} : { state }),
    ...(category === undefined ? {} : { category }),
    ...(q === '' ? {} : { q }),
  };
}

/** Without that by which officers find their own: what is for the reader. */
export function shownFiltersOf({ state: _state, ...filters }: BenefitFilters): Omit<BenefitFilters, 'state'> {
  return filters;
}

/** What is typed of a benefit. */
export type BenefitValues = {
  readonly [Field in keyof BenefitDefinition]: Field extends 'category' | 'way' | 'audience'
    ? BenefitDefinition[Field]
    : string;
} & { readonly unionId?: string };

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
  const { code, link, place, district, conditions } = benefit;
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
    audience: values.audience,
    from: values.from,
    until: values.until,
  };
}

function textOf(typed: string | undefined): string | null {
  const text = typed?.trim() ?? '';
  return text === '' ? null : text;
}
