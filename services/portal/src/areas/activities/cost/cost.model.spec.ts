import { expect, it } from '@jest/globals';
import { perHead } from './cost.model.js';

it.each([
  ['1865000', 199, '9372'], // 9371.85…
  ['1000', 4, '250'],
  ['1', 2, '1'], // half a fen goes up
  ['1', 3, '0'],
  ['0', 7, '0'],
  ['1865000', 0, null],
])('%s fen for %i heads are %s for each', (totalFen, heads, each) => {
  expect(perHead(totalFen, heads)).toBe(each);
});
