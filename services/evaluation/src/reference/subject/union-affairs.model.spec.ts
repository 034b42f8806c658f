import { expect, it } from '@jest/globals';
import { publishableRatings, type Ratings } from './union-affairs.model.js';

const of = (count: number, sum: number): Ratings => ({ count, sum });

it.each<[string, readonly Ratings[], Ratings | null]>([
  ['nobody', [], null],
  ['four', [of(4, 16)], null],
  ['five', [of(5, 21)], of(5, 21)],
  // 5 + 7 ratings, 21 + 30 stars
  ['two quarters of five and seven', [of(5, 21), of(7, 30)], of(12, 51)],
  // The year less its other three quarters would be the four.
  ['a year in one of whose quarters there were four', [of(50, 200), of(4, 4), of(5, 20)], null],
])('ratings of %s', (_what, quarters, expected) => {
  expect(publishableRatings(quarters)).toEqual(expected);
});
