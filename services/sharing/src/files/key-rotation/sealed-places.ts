import type { SealedPlace } from '@gongxiang/persistence';

/** Sign-up data, which earlier versions stored in plain text: see `SignUpData` and `DrawSecrets`. */
export const signUpPlaces: readonly SealedPlace[] = [
  {
    table: 'registration_companion',
    contexts: { sealed_name: `'companion:' || t.activity_id || ':' || t.person_id || ':' || t.number` },
    key: { activity_id: 'uuid', person_id: 'uuid', number: 'integer' },
    person: 't.person_id',
  },
  {
    table: 'registration',
    contexts: { sealed_answers: `'answers:' || t.activity_id || ':' || t.person_id` },
    key: { activity_id: 'uuid', person_id: 'uuid' },
    person: 't.person_id',
  },
  {
    table: 'draw_entry',
    contexts: { sealed_sign_up: `'draw-entry:' || t.draw_id || ':' || t.person_id` },
    key: { draw_id: 'uuid', person_id: 'uuid' },
  },
];

/**
 * All tables of this service with sealed values, beside the answers stored for idempotent replays. Profiles of mutual
 * matches are bound to hashes under a key derived from `DATA_KEY`: a new key invalidates open choices, and resealing
 * retains the rest.
 */
export const sealedPlaces: readonly SealedPlace[] = [
  ...signUpPlaces,
  { table: 'draw', contexts: { sealed_secret: `'draw:' || t.id` }, key: { id: 'uuid' } },
  { table: 'queue', contexts: { sealed_secret: `'queue:' || t.activity_id` }, key: { activity_id: 'uuid' } },
  { table: 'relative', contexts: { sealed_name: `'relative:' || t.id` }, key: { id: 'uuid' } },
  { table: 'coupon', contexts: { sealed_code: `'coupon:' || t.id` }, key: { id: 'uuid' } },
];
