import { expect, it } from '@jest/globals';
import { isOld } from './sweep.model.js';

const now = new Date('2026-11-21T09:00:00Z');

it.each([
  ['2026-11-20T08:59:59Z', true], // a day and a second
  ['2026-11-20T09:00:00Z', false], // a day exactly
  ['2026-11-21T08:59:00Z', false],
  ['2026-11-22T09:00:00Z', false], // another replica's clock is ahead
])('a file of %s is old enough to be swept: %p', (keptAt, expected) => {
  expect(isOld({ keptAt: new Date(keptAt) }, now)).toBe(expected);
});
