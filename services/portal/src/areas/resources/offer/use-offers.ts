import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { type Offer, type OfferFilters, queryOf } from './offer-filters.js';

export function fetchOffers(filters: OfferFilters): FetchPage<Offer> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/offers', { params: { query: { ...queryOf(filters), ...page } }, signal }));
}

/** Beside what one resource is asked for: a change of any of them may change what is found. */
export function useOffers(filters: OfferFilters) {
  return usePages(['resource', 'offers', queryOf(filters)], fetchOffers(filters));
}

/** Where a union is to be found, as the address of a search says it; null where that is not known. */
export async function placeOfUnion(unionId: string): Promise<string | null> {
  const { place } = await answerOf(api.GET('/api/v1/unions/{unionId}', { params: { path: { unionId } } }));
  return place === null || place === undefined ? null : `${place.latitude},${place.longitude}`;
}
