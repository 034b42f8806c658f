import { describe, expect, it } from '@jest/globals';
import { checkBodyCode, sizeOf } from './enterprise.model.js';

describe("an enterprise's code", () => {
  it.each([
    ['a right one', '91350100M000100Y43', 'passed'],
    ['E105: a genuine one that fails its check digit', '91350203M0001QKT19', 'failed'],
    ['E106: a resident number that passes the checksum', '362322198709086409', 'failed'],
    ['E107: one whose check value is 31, written 0', '91310000MA1FL00030', 'passed'],
  ])('%s', (_name, code, expected) => {
    expect(checkBodyCode(code).usccCheck).toBe(expected);
  });

  it.each([
    ['8142', 'USCC_FORMAT'],
    ['91350100M000100Y4I', 'USCC_FORMAT'], // E108: I is not in the alphabet
    ['81420106MC0000001J', 'USCC_OF_A_UNION'],
  ])('E106: refuses %s with %s', (code, expected) => {
    expect(() => checkBodyCode(code)).toThrow(expected);
  });
});

describe('the size of an enterprise', () => {
  it('is the highest class all of whose bounds are met', () => {
    // industry: medium asks for 300 heads and 2,000; 1,999 stays below
    expect(sizeOf({ sector: 'industry', employees: 1200, revenueWan: 1999, assetsWan: null }).sizeClass).toBe(
      'small',
    );
  });

  it('is unclassified while the sector is not known', () => {
    expect(sizeOf({ sector: null, employees: 5000, revenueWan: null, assetsWan: null })).toEqual({
      sizeClass: 'unclassified',
      sizeBasis: [],
    });
  });

  it('asks for the figures that the sector needs', () => {
    const figures = { sector: 'industry', employees: 20, revenueWan: null, assetsWan: null } as const;
    expect(() => sizeOf(figures)).toThrow('FIGURE_REQUIRED');
  });
});
