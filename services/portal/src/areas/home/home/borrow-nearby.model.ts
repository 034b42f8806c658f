import type { components } from '../../../api/schema.js';

export type Offer = components['schemas']['OfferView'];

const shownMax = 4;

/** What a union may borrow of others: one thing of each of them before a second of any, in the given order, which is by distance. */
export function borrowableOf(offers: readonly Offer[], unionId: string): Offer[] {
  const others = offers.filter((offer) => offer.unionId !== unionId && offer.right?.kind === 'grant');
  const isFirst = (offer: Offer): boolean =>
    others.find((other) => other.unionId === offer.unionId) === offer;
  return [...others.filter(isFirst), ...others.filter((offer) => !isFirst(offer))].slice(0, shownMax);
}
