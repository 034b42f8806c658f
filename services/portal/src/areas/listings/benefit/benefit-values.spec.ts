import { describe, expect, it } from '@jest/globals';
import { definitionOf, newValues } from './benefit-values.js';

describe('what one saves', () => {
  it.each([
    [{ savesPercent: ' 12 ' }, { savesPercent: 12, savesAmount: null }],
    [{ savesAmount: '5.50' }, { savesPercent: null, savesAmount: { amount: '550', currency: 'CNY' } }],
    [{}, { savesPercent: null, savesAmount: null }],
    [
      { category: 'finance', savesPercent: '12', savesAmount: '5' },
      { savesPercent: null, savesAmount: null },
    ],
  ] as const)('is sent of %o as %o', (typed, sent) => {
    expect(definitionOf({ ...newValues, ...typed })).toMatchObject(sent);
  });
});
