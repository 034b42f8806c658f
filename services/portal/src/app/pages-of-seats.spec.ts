import { expect, it } from '@jest/globals';
import { isPageOfSeats } from './pages-of-seats.js';

it.each([
  ['/', true],
  ['/my', true],
  ['/my/card', true],
  ['/activities/01a2', true],
  ['/activities/01a2/check-in', false],
  ['/activities', false],
  ['/loans/desk', false],
])('codes stand on the page %s: %s', (path, expected) => {
  expect(isPageOfSeats(path)).toBe(expected);
});
