import type { ListOffersRequest, OfferOrder } from '@gongxiang/contracts/sharing/finding/offer.contract';
import { type Coordinates, DomainError, newPeriod, type Period } from '@gongxiang/domain';
import type { Wanted } from '../../lending/words/wanted.model.js';

const kmDefault = 50;

/** A search with its defaults. */
export interface Search {
  readonly words: readonly string[];
  /** What the words mean. */
  readonly wanted: Wanted;
  readonly period: Period | null;
  readonly near: (Coordinates & { readonly km: number }) | null;
  /** newest: without words or a place to sort by. */
  readonly order: OfferOrder | 'newest';
}

/** @throws DomainError `OFFER_TIME_INCOMPLETE`, `PERIOD_EMPTY`, `OFFER_NEAR_MISSING` */
export function searchOf(
  request: ListOffersRequest,
  { words, wanted }: Pick<Search, 'words' | 'wanted'>,
): Search {
  const near = nearOf(request);
  if (request.sort === 'distance' && near === null)
    throw new DomainError('OFFER_NEAR_MISSING', { pointer: '/near' });
  const usual = near === null ? 'relevance' : 'distance';
  const order = request.sort ?? usual;
  return {
    words,
    wanted,
    near,
    period: periodOf(request),
    order: order === 'relevance' && words.length === 0 ? 'newest' : order,
  };
}

function periodOf({ from, to }: ListOffersRequest): Period | null {
  if (from === undefined && to === undefined) return null;
  if (from === undefined || to === undefined) {
    throw new DomainError('OFFER_TIME_INCOMPLETE', { pointer: from === undefined ? '/from' : '/to' });
  }
  return newPeriod(new Date(from), new Date(to), '/to');
}

function nearOf({ near, withinKm }: ListOffersRequest): Search['near'] {
  if (near === undefined) {
    if (withinKm !== undefined) throw new DomainError('OFFER_NEAR_MISSING', { pointer: '/near' });
    return null;
  }
  const [latitude = 0, longitude = 0] = near.split(',').map(Number);
  return { latitude, longitude, km: withinKm ?? kmDefault };
}
