import { expect, it } from '@jest/globals';
import { endedQuarters, reachScopeOf } from './reach-scope.js';

// 17:00 UTC on the last day of the year: in Shanghai the new one has begun.
const now = new Date('2026-12-31T17:00:00Z');

it.each([
  ['', { year: 2026, quarter: 4 }],
  ['year=2026', { year: 2026 }],
  ['year=2026&quarter=4', { year: 2026, quarter: 4 }],
  ['year=1&quarter=5', { year: 2026, quarter: 4 }],
])('%s is %p', (query, scope) => {
  expect(reachScopeOf(new URLSearchParams(query), now)).toEqual(scope);
});

it('goes back over the turn of the year, earliest first', () => {
  expect(endedQuarters(new Date('2026-05-31T00:00:00Z'), 3)).toEqual([
    { year: 2025, quarter: 3 },
    { year: 2025, quarter: 4 },
    { year: 2026, quarter: 1 },
  ]);
});
