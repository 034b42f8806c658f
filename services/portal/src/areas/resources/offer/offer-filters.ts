import type { components } from '../../../api/schema.js';
import { instantOf } from '../../../i18n/format.js';
import { type LentKind, lentKinds } from '../need/want-kind.model.js';
import { withoutBlanks } from '../../../kit/filters.model.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../../api/classification.js';

export type Offer = components['schemas']['OfferView'];
export type OfferKind = Offer['kind'];
export const offerKinds: readonly OfferKind[] = ['resource', 'activity', 'brand'];
export const distances = ['5', '10', '20', '50'] as const;
export type Distance = (typeof distances)[number];

/** The filters of a search, as in its fields and in its address, so that the address can be sent to a colleague. */
export interface OfferFilters {
  readonly q?: string;
  readonly kind?: OfferKind;
  /** What sort of thing to borrow. */
  readonly thing?: LentKind;
  readonly function?: ResourceFunction;
  readonly business?: UnionBusiness;
  /** On the clock of the network: `2026-12-05T09:00`. */
  readonly from?: string;
  readonly to?: string;
  /** Latitude and longitude. */
  readonly near?: string;
  readonly within?: Distance;
  readonly capacity?: string;
  readonly forMe?: 'true';
}

const textMax = 50;
const capacityMax = 1_000_000;
const localTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const coordinates = /^-?\d{1,2}(\.\d{1,9})?,-?\d{1,3}(\.\d{1,9})?$/;

/** The filters in an address; unknown values are left out. */
export function filtersOf(search: URLSearchParams): OfferFilters {
  const text = (name: string): string => (search.get(name) ?? '').trim().slice(0, textMax);
  const fitting = (name: string, pattern: RegExp): string => (pattern.test(text(name)) ? text(name) : '');
  const near = fitting('near', coordinates);
  return withoutBlanks<OfferFilters>({
    q: text('q'),
    kind: offerKinds.find((one) => one === search.get('kind')),
    thing: lentKinds.find((one) => one === search.get('thing')),
    function: resourceFunctions.find((one) => one === search.get('function')),
    business: unionBusinesses.find((one) => one === search.get('business')),
    from: fitting('from', localTime),
    to: fitting('to', localTime),
    near,
    within: near === '' ? undefined : distances.find((one) => one === search.get('within')),
    capacity: wholeNumberOf(text('capacity'), 1, capacityMax) === null ? '' : text('capacity'),
    forMe: search.get('forMe') === 'true' ? 'true' : undefined,
  });
}

/** What is wrong with the time, if anything: it needs a start and an end, in this order. */
export function timeProblem({ from = '', to = '' }: OfferFilters): 'incomplete' | 'backwards' | null {
  if ((from === '') !== (to === '')) return 'incomplete';
  return from !== '' && from >= to ? 'backwards' : null;
}

/** The query of the interface, without a time that is wrong. */
export function queryOf(filters: OfferFilters) {
  const { from, to, within, capacity, forMe, ...rest } = filters;
  const isTimed = from !== undefined && to !== undefined && timeProblem(filters) === null;
  return {
    ...rest,
    ...(isTimed ? { from: instantOf(from), to: instantOf(to) } : {}),
    ...(within === undefined ? {} : { withinKm: Number(within) }),
    ...(capacity === undefined ? {} : { capacity: Number(capacity) }),
    ...(forMe === undefined ? {} : { forMe: true }),
  };
}

/** The page of an offer; that of a resource with the time of the search, so that it need not be entered again. */
export function addressOf({ kind, id }: Pick<Offer, 'kind' | 'id'>, filters: OfferFilters): string {
  if (kind === 'activity') return `/activities/${id}`;
  if (kind === 'brand') return `/brands/${id}`;
  const { from, to } = queryOf(filters);
  const time = from === undefined || to === undefined ? '' : `?${String(new URLSearchParams({ from, to }))}`;
  return `/resources/${id}${time}`;
}
