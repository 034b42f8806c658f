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
