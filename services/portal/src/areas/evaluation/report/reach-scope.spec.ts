import { expect, it } from '@jest/globals';
import { reachScopeOf } from './reach-scope.js';

// 17:00 UTC on the last day of the year: in Shanghai the new one has begun.
const now = new Date('2026-12-31T17:00:00Z');

it.each([
  ['', { year: 2027 }],
  ['year=2026', { year: 2026 }],
  ['year=2026&quarter=4', { year: 2026, quarter: 4 }],
  ['year=1&quarter=5', { year: 2027 }],
])('%s is %p', (query, scope) => {
  expect(reachScopeOf(new URLSearchParams(query), now)).toEqual(scope);
});
