import type { components } from '../../../api/schema.js';

type Views = components['schemas'];
export type WorksCall = Views['WorksCallView'];
export type WorksCallLine = Views['WorksCallLine'];
export type WorksCallDefinition = Views['ChangeWorksCallBody'];
export type WorksResult = Views['WorksResultView'];
export type WorkResultLine = Views['WorkResultLine'];
export type WorksCallState = WorksCallLine['state'];
export type WorksCallAct = WorksCall['acts'][number]['act'];
export type CallAudience = WorksCallLine['audience'];

export const callStates = [
  'draft',
  'open',
  'judging',
  'closing',
  'awarded',
  'cancelled',
] as const satisfies readonly WorksCallState[];
export const callAudiences = ['members', 'union', 'public'] as const satisfies readonly CallAudience[];

/** The filters of the list; they stand in the address. */
export interface CallFilters {
  readonly state?: WorksCallState;
  readonly q?: string;
}

export function callFiltersOf(search: URLSearchParams): CallFilters {
  const state = callStates.find((one) => one === search.get('state'));
  const q = search.get('q') ?? '';
  return { ...(state === undefined ? {} : { state }), ...(q === '' ? {} : { q }) };
}

export function may({ acts }: Pick<WorksCall, 'acts'>, act: WorksCallAct): boolean {
  return acts.some((one) => one.act === act);
}

/** What an officer has to decide on, within the page of a call. */
export const deskId = 'works-desk';

/** Does the reader decide which works take part? */
export function decidesOnWorks(call: Pick<WorksCall, 'acts'>): boolean {
  return may(call, 'cancel') && may(call, 'seeWorks');
}

/** The state as people see it: of one that is open, whether works are taken already, and still. */
export type CallPhase = Exclude<WorksCallState, 'open'> | 'soon' | 'taking' | 'taken';

type Moments = Pick<WorksCallLine, 'state' | 'submitFrom' | 'submitUntil'>;

export function phaseOf({ state, submitFrom, submitUntil }: Moments, now: number): CallPhase {
  if (state !== 'open') return state;
  if (now < Date.parse(submitFrom)) return 'soon';
  return now < Date.parse(submitUntil) ? 'taking' : 'taken';
}

/** Those first in which something can be done now: works handed in, then votes. */
export function openFirst(calls: readonly WorksCallLine[], now: number): WorksCallLine[] {
  const places: readonly CallPhase[] = ['taking', 'judging', 'soon'];
  const placeOf = (call: WorksCallLine): number => {
    const place = places.indexOf(phaseOf(call, now));
    return place === -1 ? places.length : place;
  };
  return [...calls].sort((one, other) => placeOf(one) - placeOf(other));
}

type Deciding = Pick<WorksCall, 'criteria' | 'votesPerPerson'>;

/** Who decides on the places. */
export type CallWay = 'jury' | 'votes' | 'both';
export const callWays = ['both', 'jury', 'votes'] as const satisfies readonly CallWay[];

export function wayOf({ criteria, votesPerPerson }: Deciding): CallWay {
  if (criteria.length === 0) return 'votes';
  return votesPerPerson === 0 ? 'jury' : 'both';
}

/** Are they the same works, in whatever order? */
export function isSameChoice(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
