import type { SealedPlace } from '@gongxiang/persistence';
import { sealedBulletinPlaces } from '../bulletins/sealed-places.js';
import { sealedListingPlaces } from '../listings/sealed-places.js';
import { sealedCirclePlaces } from '../circles/sealed-places.js';
import { sealedMatterPlaces } from '../matters/sealed-places.js';
import { sealedRecordPlaces } from '../records/sealed-places.js';
import { sealedWorkPlaces } from '../works/sealed-places.js';

/** All tables of this service with sealed values, beside the answers stored for idempotent replays. */
export const sealedPlaces: readonly SealedPlace[] = [
  ...sealedMatterPlaces,
  ...sealedBulletinPlaces,
  ...sealedRecordPlaces,
  ...sealedWorkPlaces,
  ...sealedListingPlaces,
  ...sealedCirclePlaces,
];
