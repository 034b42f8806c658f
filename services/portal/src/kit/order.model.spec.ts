import { expect, it } from '@jest/globals';
import { moved } from './order.model.js';

it.each([
  [0, 1, 'bac'],
  [1, 1, 'acb'],
  [2, -1, 'acb'],
  [0, -1, 'abc'],
  [2, 1, 'abc'],
  [9, 1, 'abc'],
] as const)('moving number %i of abc by %i makes it %s', (index, step, order) => {
  expect(moved(['a', 'b', 'c'], index, step).join('')).toBe(order);
});
