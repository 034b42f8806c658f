export const activityStates = ['draft', 'published', 'closing', 'closed', 'cancelled'] as const;
export type ActivityState = (typeof activityStates)[number];

/** What of the list is to be seen. It stands in the address, so that it can be sent to a colleague. */
export interface ActivityFilters {
  readonly state?: ActivityState;
  readonly q?: string;
}

const textMax = 200;

/** Reads the filters out of the address; what it does not know is left out. */
export function filtersOf(search: URLSearchParams): ActivityFilters {
  const state = activityStates.find((one) => one === search.get('state'));
  const q = (search.get('q') ?? '').trim().slice(0, textMax);
  return { ...(state === undefined ? {} : { state }), ...(q === '' ? {} : { q }) };
}

export function searchOf(filters: ActivityFilters): URLSearchParams {
  return new URLSearchParams(
    Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''),
  );
}
