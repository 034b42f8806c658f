import { expect, it } from '@jest/globals';
import { smallShareOf } from './effect.model.js';

const had = (hours: number) => ({ loans: 1, hours });

it.each([
  ['10 of 40 hours', 10, 30, 0.25],
  ['all of them', 8, 0, 1],
  ['none of them', 0, 8, 0],
  ['less than half an hour in all', 0, 0, null],
])('the share of small unions: %s', (_name, small, others, share) => {
  expect(smallShareOf({ small: had(small), others: had(others) })).toBe(share);
});
