import { expect, it } from '@jest/globals';
import { periodOf } from './period.js';

// 17:30 in London is already the next day, and the next year, in Beijing.
const newYear = new Date('2026-12-31T17:30:00Z');

it.each([
  ['', { from: '2027-01-01', to: '2027-01-01' }],
  ['from=2026-01-01&to=2026-06-30', { from: '2026-01-01', to: '2026-06-30' }],
  ['from=yesterday&to=2026-06-30', { from: '2027-01-01', to: '2026-06-30' }],
])('reads the period from the address %j; else it is this year in Beijing', (search, period) => {
  expect(periodOf(new URLSearchParams(search), newYear)).toEqual(period);
});
