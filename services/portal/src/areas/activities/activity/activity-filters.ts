import {
  activityKinds,
  type ActivityKind,
  resourceFunctions,
  type ResourceFunction,
  unionBusinesses,
  type UnionBusiness,
} from '../../../api/classification.js';
import { instantOf } from '../../../i18n/format.js';
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

/** The filters of the list. They are part of the address, so that a colleague can be sent the filtered list. */
export interface ActivityFilters {
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

/** As the platform wants them: days become moments, and the last day is included. */
export function queryOf({ from, to, ...others }: ActivityFilters) {
  return {
    ...others,
    ...(from === undefined ? {} : { from: instantOf(`${from}T00:00`) }),
    ...(to === undefined ? {} : { to: instantOf(`${dayAfter(to)}T00:00`) }),
  };
}

function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
