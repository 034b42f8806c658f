import type { components } from '../../api/schema.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../activity/activity-filters.js';

type Schemas = components['schemas'];
export type Resource = Schemas['ResourceView'];
export type Grant = Schemas['GrantView'];
export type Block = Schemas['ResourceBlockView'];
export type Party = Schemas['PartyDto'];
export { type ResourceFunction, resourceFunctions, type UnionBusiness, unionBusinesses };

/** What of the list is to be seen. It stands in the address, so that it can be sent to a colleague. */
export interface ResourceFilters {
  readonly q?: string;
  readonly function?: ResourceFunction;
  readonly business?: UnionBusiness;
}

const textMax = 50;

/** Reads the filters out of the address; what it does not know is left out. */
export function filtersOf(search: URLSearchParams): ResourceFilters {
  return withoutBlanks({
    q: (search.get('q') ?? '').trim().slice(0, textMax),
    function: resourceFunctions.find((one) => one === search.get('function')),
    business: unionBusinesses.find((one) => one === search.get('business')),
  });
}

export function searchOf(filters: ResourceFilters): URLSearchParams {
  return new URLSearchParams(Object.entries(withoutBlanks(filters)));
}

/** The filters without the one or with another value of it. */
export function withFilter<Name extends keyof ResourceFilters>(
  filters: ResourceFilters,
  name: Name,
  value: ResourceFilters[Name] | undefined,
): ResourceFilters {
  return withoutBlanks({ ...filters, [name]: value });
}

type Blankable = { readonly [Name in keyof ResourceFilters]?: ResourceFilters[Name] | undefined };

function withoutBlanks(filters: Blankable): ResourceFilters {
  return Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''),
  );
}
