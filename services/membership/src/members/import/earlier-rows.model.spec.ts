import { expect, it } from '@jest/globals';
import { EarlierRows } from './earlier-rows.model.js';

it('knows the first row of a number, and whose phone one was first', () => {
  const earlier = new EarlierRows();
  earlier.add([
    { rowNumber: 2, identityHash: 'one', phoneHash: 'a' },
    { rowNumber: 3, identityHash: null, phoneHash: 'b' }, // refused
    { rowNumber: 4, identityHash: 'two', phoneHash: null },
  ]);
  earlier.add([
    { rowNumber: 5, identityHash: 'one', phoneHash: null },
    { rowNumber: 6, identityHash: 'three', phoneHash: 'a' },
  ]);
  expect(['one', 'two', 'three', 'four'].map((hash) => earlier.rowWith(hash))).toEqual([2, 4, 6, undefined]);
  expect(earlier.hasPhoneOfAnother('a', 'one')).toBe(false);
  expect(earlier.hasPhoneOfAnother('a', 'three')).toBe(true);
  expect(earlier.hasPhoneOfAnother('b', 'two')).toBe(false);
});
