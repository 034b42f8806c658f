import { expect, it } from '@jest/globals';
import { requireSeason, seasonBefore } from './season.model.js';

it.each([
  ['2026-07-01', '2026-12-31', '2025-12-29', '2026-06-30'], // 184 days
  ['2026-03-01', '2026-03-31', '2026-01-29', '2026-02-28'],
  ['2024-03-01', '2024-03-01', '2024-02-29', '2024-02-29'],
])('before %s to %s come as many days: %s to %s', (from, to, earlier, later) => {
  expect(seasonBefore({ from, to })).toEqual({ from: earlier, to: later });
});

it.each([
  ['2026-01-02', '2026-01-01', 'PERIOD_EMPTY'],
  ['2016-01-01', '2026-01-01', 'PERIOD_TOO_LONG'],
  ['2016-01-01', '2025-12-31', null],
  ['2026-01-01', '2026-01-01', null],
])('%s to %s is refused with %s', (from, to, code) => {
  const check = () => requireSeason({ from, to });
  if (code === null) expect(check).not.toThrow();
  else expect(check).toThrow(code);
});
