import { describe, expect, it } from '@jest/globals';
import { indexTerms, queryTerms, termsShare } from './search-terms.js';

describe('search terms', () => {
  it.each([
    ['音乐厅', ['乐', '乐厅', '厅', '音', '音乐']],
    ['Ｈall', ['a', 'al', 'h', 'ha', 'l', 'll']], // full width and upper case equal the plain form
    ['3楼·A', ['3', '3楼', 'a', '楼']], // a dot ends a run
    ['𠮷田', ['田', '𠮷', '𠮷田']], // beyond the basic plane: one character, not two surrogates
    ['', []],
  ])('of %s for the index', (text, terms) => {
    expect(indexTerms(text)).toEqual([...terms].sort());
  });

  it.each([
    ['音乐', ['音乐']],
    ['厅', ['厅']],
    ['音乐厅 A', ['a', '乐厅', '音乐']],
    ['%_', []],
  ])('of %s for a query: pairs, and single characters that stand alone', (text, terms) => {
    expect(queryTerms(text)).toEqual([...terms].sort());
  });

  it('finds every text by any two of its neighbours', () => {
    const index = new Set(indexTerms('瑜伽与太极教练'));
    expect(queryTerms('太极').every((term) => index.has(term))).toBe(true);
    expect(queryTerms('极太').every((term) => index.has(term))).toBe(false);
  });

  it('shares nothing where nothing is asked for, or nothing is there', () => {
    expect(termsShare('', new Set(['瑜伽']))).toBe(0);
    expect(termsShare('瑜伽', new Set())).toBe(0);
  });

  it('shares two of three pairs', () => {
    // query: 瑜伽, 伽教, 教练; text: 瑜伽 and 教练
    expect(termsShare('瑜伽教练', new Set(indexTerms('瑜伽与太极教练')))).toBeCloseTo(2 / 3);
  });
});
