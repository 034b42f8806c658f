import {
  activityKinds,
  type ActivityKind,
  resourceFunctions,
  type ResourceFunction,
  unionBusinesses,
  type UnionBusiness,
} from '../../../api/classification.js';
import type { Filters } from '../../../api/use-read.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { withoutBlanks } from '../../../kit/filters.model.js';

export const activityStates = ['draft', 'published', 'closing', 'closed', 'cancelled'] as const;
export type ActivityState = (typeof activityStates)[number];

export const activityPhases = [
  'draft',
  'proposed',
  'agreed',
  'published',
  'signUpOpen',
  'full',
  'signUpClosed',
  'running',
  'ended',
  'closing',
  'closed',
  'settled',
  'archived',
  'cancelled',
] as const;
export type ActivityPhase = (typeof activityPhases)[number];

/** What a reader looks for, each a chip above the list; without one: what can be joined now, then what else is to come. */
export const shownChoices = ['bookable', 'full', 'opening', 'running', 'over', 'preparing'] as const;
export type Shown = (typeof shownChoices)[number];

export const whenChoices = ['week', 'weekend'] as const;
export type When = (typeof whenChoices)[number];

/** The filters of the list. They are part of the address, so that a colleague can be sent the filtered list. */
export interface ActivityFilters {
  readonly show?: Shown;
  /** The days of now, whenever the address is opened. */
  readonly when?: When;
  /** The phase now; archived activities are shown by this filter alone. */
  readonly phase?: ActivityPhase;
  readonly state?: ActivityState;
  readonly kind?: ActivityKind;
  readonly function?: ResourceFunction;
  readonly business?: UnionBusiness;
  /** The id of a union: its own activities and those of the unions below it. */
  readonly union?: string;
  /** A party, such as `union:<id>`. */
  readonly organiser?: string;
  /** Calendar days, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly q?: string;
}

type ListQuery = Filters<'/activities'>;

const textMax = 200;
const uuid = /^[0-9a-f-]{36}$/i;
const party = /^(union|enterprise|club|organisation|person):[0-9a-f-]{36}$/i;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the filters from the address and ignores unknown values. */
export function filtersOf(search: URLSearchParams): ActivityFilters {
  const text = (name: string, pattern: RegExp): string | undefined =>
    pattern.test(search.get(name) ?? '') ? (search.get(name) ?? '') : undefined;
  const q = (search.get('q') ?? '').trim().slice(0, textMax);
  return withoutBlanks<ActivityFilters>({
    show: shownChoices.find((one) => one === search.get('show')),
    when: whenChoices.find((one) => one === search.get('when')),
    phase: activityPhases.find((one) => one === search.get('phase')),
    state: activityStates.find((one) => one === search.get('state')),
    kind: activityKinds.find((one) => one === search.get('kind')),
    function: resourceFunctions.find((one) => one === search.get('function')),
    business: unionBusinesses.find((one) => one === search.get('business')),
    union: text('union', uuid),
    organiser: text('organiser', party),
    from: text('from', day),
    to: text('to', day),
    q,
  });
}

/** A part of the list: what is in it, and which of it the platform is asked for. */
interface Part {
  readonly name: Shown | 'next' | 'found';
  readonly query: ListQuery;
}

const bookable: Part = { name: 'bookable', query: { stage: 'bookable' } };
const over: Part = { name: 'over', query: { stage: 'over', sort: 'latest' } };
const preparing: Part = { name: 'preparing', query: { stage: 'preparing' } };
const next: Part = { name: 'next', query: { stage: 'next' } };

const partOf: Readonly<Record<Shown, Part>> = {
  bookable,
  full: { name: 'full', query: { phase: 'full' } },
  opening: { name: 'opening', query: { phase: 'published' } },
  running: { name: 'running', query: { phase: 'running' } },
  over,
  preparing,
};

/** What the list shows, one part below the other. Whoever looks for a name finds what is over as well, at the end. */
export function partsOf(filters: ActivityFilters, now: Date): readonly Part[] {
  const query = queryOf(filters, now);
  return standingIn(filters).map((part) => ({ ...part, query: { ...query, ...part.query } }));
}

function standingIn({ show, phase, state, q }: ActivityFilters): readonly Part[] {
  if (show !== undefined) return [partOf[show]];
  if (phase !== undefined || state !== undefined) return [{ name: 'found', query: {} }];
  return q === undefined ? [bookable, next] : [bookable, next, preparing, over];
}

/** As the platform wants them: days become moments, and the last day is included. */
export function queryOf({ show: _show, when, ...others }: ActivityFilters, now: Date): ListQuery {
  const { from, to, ...query } = { ...daysOf(when, now), ...others };
  return {
    ...query,
    ...(from === undefined ? {} : { from: instantOf(`${from}T00:00`) }),
    ...(to === undefined ? {} : { to: instantOf(`${daysAfter(to, 1)}T00:00`) }),
  };
}

/** This week, from Monday on, or its weekend, in Beijing. */
function daysOf(when: When | undefined, now: Date): { readonly from?: string; readonly to?: string } {
  if (when === undefined) return {};
  const today = localTimeOf(now.toISOString()).slice(0, 10);
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const first = when === 'week' ? 0 : 5;
  return { from: daysAfter(today, first - sinceMonday), to: daysAfter(today, 6 - sinceMonday) };
}

function daysAfter(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
