import { describe, expect, it } from '@jest/globals';
import { lineViewOf, mayUndo, usedOf } from './bank-statement.model.js';

describe('which lines are seen', () => {
  it.each([
    ['', 'open', { used: false }],
    ['view=used', 'used', { used: true }],
    ['view=all', 'all', {}],
    ['view=nonsense', 'open', { used: false }],
  ] as const)('%j: %s', (search, view, query) => {
    const found = lineViewOf(new URLSearchParams(search));
    expect(found).toBe(view);
    expect(usedOf(found)).toEqual(query);
  });
});

describe('an import is undone', () => {
  it.each([
    ['imported', 0, true, true],
    ['imported', 1, true, false],
    ['undone', 0, true, false],
    ['imported', 0, false, false],
  ] as const)('%s, %i used, finance %s: %s', (state, usedCount, isFinance, expected) => {
    expect(mayUndo({ state, usedCount }, isFinance)).toBe(expected);
  });
});
