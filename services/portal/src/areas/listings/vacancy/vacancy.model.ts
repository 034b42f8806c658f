import type { components } from '../../../api/schema.js';

export type Vacancy = components['schemas']['VacancyView'];
export type VacancySummary = components['schemas']['VacancySummary'];
export type VacancyDefinition = Omit<components['schemas']['ChangeVacancyBody'], 'feeWordsSeen'>;
export type VacancyInterest = components['schemas']['VacancyInterestView'];
export type VacancyInterestState = VacancyInterest['state'];
export type VacancyKind = VacancySummary['kind'];
export type VacancyState = VacancySummary['state'];
export type VacancySuit = VacancySummary['suits'][number];
export type VacancyAudience = VacancySummary['audience'];

export const vacancyKinds = [
  'fullTime',
  'partTime',
  'shiftWork',
  'seasonal',
  'internalCompetition',
  'rotation',
] as const satisfies readonly VacancyKind[];
export const vacancySuits = [
  'zeroEmploymentFamily',
  'disability',
  'over40And50',
  'veteran',
  'graduate',
  'migrantWorker',
] as const satisfies readonly VacancySuit[];
export const vacancyStates = [
  'published',
  'draft',
  'filled',
  'ended',
  'withdrawn',
] as const satisfies readonly VacancyState[];
export const audiences = ['members', 'union', 'public'] as const satisfies readonly VacancyAudience[];

export const textMax = 4_000;

/** The filters of the lists; they stand in the address. */
export interface VacancyFilters {
  readonly state?: VacancyState;
  readonly kind?: VacancyKind;
  readonly suit?: VacancySuit;
  readonly q?: string;
}

export function vacancyFiltersOf(search: URLSearchParams): VacancyFilters {
  const state = vacancyStates.find((one) => one === search.get('state'));
  const kind = vacancyKinds.find((one) => one === search.get('kind'));
  const suit = vacancySuits.find((one) => one === search.get('suit'));
  const q = search.get('q') ?? '';
  return {
    ...(state === undefined ? {} : { state }),
    ...(kind === undefined ? {} : { kind }),
    ...(suit === undefined ? {} : { suit }),
    ...(q === '' ? {} : { q }),
  };
}

/** Without that by which officers find their own: what is for the reader. */
export function shownFiltersOf({ state: _state, ...filters }: VacancyFilters): Omit<VacancyFilters, 'state'> {
  return filters;
}

export function mayAct({ acts }: Vacancy, act: Vacancy['acts'][number]['act']): boolean {
  return acts.some((one) => one.act === act);
}
