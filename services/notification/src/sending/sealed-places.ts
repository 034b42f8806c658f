import type { SealedPlace } from '@gongxiang/persistence';

/** All tables of this service with sealed values, beside the answers stored for idempotent replays. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'notice_address', contexts: { sealed_address: `'notice-address:' || t.id` }, key: { id: 'uuid' } },
];
