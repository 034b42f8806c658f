import type { OfferRightView, OfferView, OfferWordPlace } from '@gongxiang/contracts';
import type { FoundOffer } from './offer-search.repository.js';

const places: Readonly<Record<number, OfferWordPlace>> = { 3: 'title', 2: 'pinyin', 1: 'description' };

export function offerViewOf(
  { startsAt, endsAt, found, tenths, unionName, orderKey: _key, ...rest }: FoundOffer,
  why: { readonly right: OfferRightView | null; readonly freeThen: boolean | null },
): OfferView {
  return {
    ...rest,
    unionName: unionName ?? '',
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    found: found === null ? null : (places[found] ?? null),
    distanceTenths: tenths,
    ...why,
    picture: null,
  };
}
