import type { OfferRightView, OfferView, OfferWordPlace } from '@gongxiang/contracts';
import type { FoundOffer } from './offer-search.repository.js';

const places: Readonly<Record<number, OfferWordPlace>> = { 3: 'title', 2: 'pinyin', 1: 'description' };

export function offerViewOf(
  row: FoundOffer,
  why: { readonly right: OfferRightView | null; readonly freeThen: boolean | null },
): OfferView {
  const { orderKey: _key, lending: _lending, partOfId: _whole, isPlain: _plain, ...shown } = row;
  const { startsAt, endsAt, found, tenths, unionName, ...rest } = shown;
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
