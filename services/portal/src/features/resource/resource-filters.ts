import type { components } from '../../api/schema.js';
import { withoutBlanks } from '../../shell/filters.model.js';
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
  return withoutBlanks<ResourceFilters>({
    q: (search.get('q') ?? '').trim().slice(0, textMax),
    function: resourceFunctions.find((one) => one === search.get('function')),
    business: unionBusinesses.find((one) => one === search.get('business')),
  });
}
