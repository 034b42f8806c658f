import { expect, it } from '@jest/globals';
import { isReachPublished } from './reach-period.model.js';

it.each([
  ['of a single activity', null, null, '2026-11-23', true],
  ['of a quarter a week after its end', '2026-07-01', '2026-09-30', '2026-10-08', true],
  ['of a quarter as long as it is put right', '2026-07-01', '2026-09-30', '2026-10-07', false],
  ['of a year', '2025-01-01', '2025-12-31', '2026-11-23', true],
  ['of a year that runs', '2026-01-01', '2026-12-31', '2026-11-23', false],
  // Less the quarter itself they would tell who came on one day.
  ['of a quarter and a day', '2026-07-01', '2026-10-01', '2026-11-23', false],
  ['of a quarter less a day', '2026-07-02', '2026-09-30', '2026-11-23', false],
  ['of one day', '2026-08-08', '2026-08-08', '2026-11-23', false],
  ['of two quarters', '2026-01-01', '2026-06-30', '2026-11-23', false],
])('E127: reach is told %s: %s to %s on %s', (_what, from, to, today, expected) => {
  expect(isReachPublished({ from, to }, today)).toBe(expected);
});
