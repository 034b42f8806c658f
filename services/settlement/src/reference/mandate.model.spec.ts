import { expect, it } from '@jest/globals';
import { nextTurnOf } from './mandate.model.js';

const validFrom = new Date('2026-11-01T00:00:00Z');
const validUntil = new Date('2027-11-01T00:00:00Z');

it.each([
  ['begins', '2026-10-01', null, validFrom],
  ['ends once it has begun', '2026-11-01', null, validUntil],
  ['does neither once it is over', '2027-11-01', null, null],
  ['does neither once it was revoked', '2026-10-01', validFrom, null],
])('a mandate %s', (_what, day, revokedAt, expected) => {
  expect(nextTurnOf({ validFrom, validUntil, revokedAt }, new Date(`${day}T00:00:00Z`))).toEqual(expected);
});
