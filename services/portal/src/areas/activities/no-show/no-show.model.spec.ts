import { expect, it } from '@jest/globals';
import { shareOf } from './no-show.model.js';

it.each([
  [{ registered: 0, noShows: 0, excused: 0 }, 0],
  [{ registered: 40, noShows: 6, excused: 2 }, 0.1], // (6 − 2) / 40
  [{ registered: 3, noShows: 3, excused: 3 }, 0],
  [{ registered: 2, noShows: 2, excused: 0 }, 1],
])('of %j stayed empty without excuse: %s', (counted, share) => {
  expect(shareOf(counted)).toBe(share);
});
