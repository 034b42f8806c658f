import { withoutBlanks } from '../../../kit/filters.model.js';
import {
  type ActivityKind,
  activityKinds,
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../../api/classification.js';

/** The filters of the list. They are part of the address, so that a colleague can be sent the filtered list. */
export interface BrandFilters {
  readonly q?: string;
  readonly kind?: ActivityKind;
  readonly function?: ResourceFunction;
  readonly business?: UnionBusiness;
  readonly sort?: 'editions';
  readonly mine?: true;
}

const textMax = 200;

/** Reads the filters from the address and ignores unknown values. */
export function filtersOf(search: URLSearchParams): BrandFilters {
  return withoutBlanks<BrandFilters>({
    q: (search.get('q') ?? '').trim().slice(0, textMax),
    kind: activityKinds.find((one) => one === search.get('kind')),
    function: resourceFunctions.find((one) => one === search.get('function')),
    business: unionBusinesses.find((one) => one === search.get('business')),
    sort: search.get('sort') === 'editions' ? 'editions' : undefined,
    mine: search.get('mine') === 'true' ? true : undefined,
  });
}

/** The address of the list under these filters. */
export function searchOf(filters: BrandFilters): URLSearchParams {
  const given = Object.entries(withoutBlanks<BrandFilters>(filters)).map(([name, value]) => [
    name,
    String(value),
  ]);
  return new URLSearchParams(given);
}
