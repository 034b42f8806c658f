import type { components } from '../../../api/schema.js';

type Views = components['schemas'];
export type Confirmation = Views['ConfirmationView'];
export type ConfirmationSummary = Views['ConfirmationSummaryView'];
export type ConfirmationState = ConfirmationSummary['state'];

export const confirmationStates = [
  'waiting',
  'confirmed',
  'disputed',
  'lapsed',
] as const satisfies readonly ConfirmationState[];

/** The filters of a list, as its address has them. */
export interface AnswerFilters<State extends string> {
  /** Only what waits for the reader. */
  readonly isWaiting: boolean;
  readonly state: State | undefined;
  readonly q: string;
}

/** Without a view in the address: what waits for the reader, if they are among those who answer. */
export function filtersOf<State extends string>(
  search: URLSearchParams,
  states: readonly State[],
  answers: boolean,
): AnswerFilters<State> {
  const view = search.get('view');
  const isWaiting = view === null ? answers : view === 'waiting';
  const state = isWaiting ? undefined : states.find((one) => one === search.get('state'));
  return { isWaiting, state, q: search.get('q') ?? '' };
}

export function searchOf({ isWaiting, state, q }: AnswerFilters<string>): URLSearchParams {
  const search = new URLSearchParams({ view: isWaiting ? 'waiting' : 'all' });
  if (!isWaiting && state !== undefined) search.set('state', state);
  if (q !== '') search.set('q', q);
  return search;
}

/** The query of the request. */
export function queryOf<State extends string>({
  isWaiting,
  state,
  q,
}: AnswerFilters<State>): {
  waitingForMe?: true;
  state?: State;
  q?: string;
} {
  return {
    ...(isWaiting ? { waitingForMe: true as const } : {}),
    ...(state === undefined ? {} : { state }),
    ...(q === '' ? {} : { q }),
  };
}

/** The deadline has passed, and the platform has not applied the rule for silence yet. */
export function isOverdue(
  { state, confirmBy }: Pick<ConfirmationSummary, 'state' | 'confirmBy'>,
  now: Date,
): boolean {
  return state === 'waiting' && Date.parse(confirmBy) < now.getTime();
}
