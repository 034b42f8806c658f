import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityFollowers } from '../../activities/activity/activity-followers.js';
import { dropOffer, indexOffer } from '../../lending/offer/index-offer.js';
import { ResourceRow } from '../../lending/resource/resource.entity.js';

/** The fields of an activity that a search shows or filters by. */
const searched = [
  'state',
  'title',
  'description',
  'function',
  'business',
  'unionId',
  'venue',
  'resourceId',
  'startsAt',
  'endsAt',
  'archivedAt',
] as const satisfies (keyof ActivityRow)[];

/** An activity is indexed from its publication to its end; its free seats are looked up during the search. */
@Injectable()
export class SearchedActivities implements OnModuleInit {
  constructor(private readonly followers: ActivityFollowers) {}

  onModuleInit(): void {
    this.followers.add(async (tx, before, after) => {
      const isSame = searched.every((field) => `${String(before[field])}` === `${String(after[field])}`);
      if (!isSame) await this.index(tx, after);
    });
  }

  /** Its location is that of the resource named as its place; otherwise unknown. */
  async index(tx: Transaction, row: ActivityRow): Promise<void> {
    if (row.state !== 'published' || row.archivedAt !== null) return dropOffer(tx, row.id);
    const { district, place, latitude, longitude } = await placeOf(tx, row.resourceId);
    const { id, title, description, startsAt, endsAt, venue } = row;
    await indexOffer(tx, {
      id,
      kind: 'activity',
      title,
      description: description ?? '',
      function: row.function,
      businesses: [row.business],
      unionId: row.unionId,
      district,
      place: venue ?? place,
      latitude,
      longitude,
      capacity: null,
      startsAt,
      endsAt,
    });
  }
}

type Place = Pick<ResourceRow, 'district' | 'place' | 'latitude' | 'longitude'>;
const nowhere: Place = { district: null, place: null, latitude: null, longitude: null };

async function placeOf(tx: Transaction, resourceId: string | null): Promise<Place> {
  if (resourceId === null) return nowhere;
  return (await tx.sql.findOneBy(ResourceRow, { id: resourceId })) ?? nowhere;
}
