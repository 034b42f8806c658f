import type { components } from '../../../api/schema.js';

export type Occasion = components['schemas']['ListedOccasionView'];
export type OccasionState = Occasion['state'];
export type MyOccasions = components['schemas']['MyOccasionsView'];
export type ToldKind = components['schemas']['TellOccasion']['kind'];

export const occasionStates = ['due', 'opened', 'skipped'] as const satisfies readonly OccasionState[];
export const toldKinds = ['wedding', 'birth', 'hospital'] as const satisfies readonly ToldKind[];
/** Months before the present one that are offered, and after it. */
const monthsBack = 11;
const monthsAhead = 2;

/** The months to choose from, the earliest first. @param today YYYY-MM-DD */
export function monthChoices(today: string): string[] {
  const present = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: monthsBack + 1 + monthsAhead }, (_one, index) => {
    const month = present - monthsBack + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** The filters of the list; they stand in the address. */
export interface OccasionFilters {
  readonly month: string;
  readonly state?: OccasionState;
}

export function occasionFiltersOf(search: URLSearchParams, today: string): OccasionFilters {
  const month = monthChoices(today).find((one) => one === search.get('month')) ?? today.slice(0, 7);
  const state = occasionStates.find((one) => one === search.get('state'));
  return { month, ...(state === undefined ? {} : { state }) };
}

/** In the address of the page of what was told: all of it, however far it is. */
export const anyState = 'any';

/** Of what was told: what waits is shown unless something else is asked for. */
export function toldStateOf(search: URLSearchParams): OccasionState | undefined {
  const asked = search.get('state');
  return asked === anyState ? undefined : (occasionStates.find((one) => one === asked) ?? 'due');
}
