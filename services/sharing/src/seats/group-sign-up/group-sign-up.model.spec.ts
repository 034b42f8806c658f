import { expect, it } from '@jest/globals';
import { mayCount } from './group-sign-up.model.js';

it.each([
  [0, false],
  [1, false],
  [4, false],
  [5, true],
  [200, true],
])('of a group of %s it may be said how many have signed up: %s', (people, may) => {
  expect(mayCount(people)).toBe(may);
});
