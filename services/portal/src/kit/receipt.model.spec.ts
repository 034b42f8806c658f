import { expect, it } from '@jest/globals';
import { receiptKind } from './receipt.model.js';

it.each([
  ['application/pdf', true],
  ['image/png', true],
  ['image/jpeg', true],
  ['text/csv', false],
  ['', false],
])('a file of type “%s” may be a receipt: %p', (type, isLike) => {
  expect(receiptKind.isLike({ name: 'a', type })).toBe(isLike);
});
