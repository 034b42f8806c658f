import type { components } from '../../../api/schema.js';

export type WorkLine = NonNullable<components['schemas']['RouteView']['workLine']>;

/** In the order in which most people find theirs. */
export const workLines: readonly WorkLine[] = [
  'deliveryRider',
  'courier',
  'rideHailingDriver',
  'truckDriver',
  'domesticWorker',
  'caregiver',
  'securityGuard',
  'estateAgent',
  'salesPromoter',
];
