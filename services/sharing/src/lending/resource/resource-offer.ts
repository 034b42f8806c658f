import type { Transaction } from '@gongxiang/persistence';
import { dropOffer, indexOffer } from '../offer/index-offer.js';
import { AttributesRow } from './attributes.entity.js';
import { wordsOf } from './attributes.model.js';
import type { ResourceRow } from './resource.entity.js';

/** A resource is indexed as long as it is on offer. The caller has locked its row. */
export async function offerResource(tx: Transaction, row: ResourceRow): Promise<void> {
  if (!row.active) return dropOffer(tx, row.id);
  const attributes = await tx.sql.findOneBy(AttributesRow, { resourceId: row.id });
  const description = `${row.description} ${wordsOf(attributes)}`;
  const { id, title, businesses, district, place, latitude, longitude } = row;
  await indexOffer(tx, {
    id,
    kind: 'resource',
    title,
    description,
    function: row.function,
    businesses,
    unionId: row.ownerUnionId,
    district,
    place,
    latitude,
    longitude,
    capacity: row.capacity,
    startsAt: null,
    endsAt: null,
  });
}
