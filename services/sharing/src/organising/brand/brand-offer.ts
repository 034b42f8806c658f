import type { Transaction } from '@gongxiang/persistence';
import { dropOffer, indexOffer } from '../../lending/offer/index-offer.js';
import type { BrandRow } from './brand.entity.js';

/** A brand is indexed as long as it may be adopted. The caller has locked its row. */
export async function offerBrand(tx: Transaction, row: BrandRow): Promise<void> {
  if (row.state !== 'published') return dropOffer(tx, row.id);
  await indexOffer(tx, {
    id: row.id,
    kind: 'brand',
    title: row.name,
    description: row.story,
    function: row.function,
    businesses: [row.business],
    unionId: row.founderUnionId,
    district: null,
    place: null,
    latitude: null,
    longitude: null,
    capacity: null,
    startsAt: null,
    endsAt: null,
  });
}
