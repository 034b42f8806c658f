import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellDay, cellNumber, sumFormula } from './sheet-cell.js';

describe('the number of a cell', () => {
  it.each([
    [0n, 0],
    [1n, 0.01],
    [-1n, -0.01],
    [10n, 0.1],
    [1_865_000n, 18_650],
    [-12_345n, -123.45],
    [999_999_999_999_999n, 9_999_999_999_999.99],
    [-999_999_999_999_999n, -9_999_999_999_999.99],
    // Sixteen digits: 2^53 = 9,007,199,254,740,992 fen would still be whole, but not as yuan with two decimals.
    [10n ** 15n, null],
    [-(10n ** 15n), null],
    [2n ** 53n, null],
    [10n ** 18n - 1n, null],
  ])('of %s fen is %s', (fen, expected) => {
    expect(cellNumber(fen)).toBe(expected);
  });

  it('is written with exactly the digits of the amount, for every amount that it takes', () => {
    const limit = 10n ** 15n - 1n;
    const property = fc.property(fc.bigInt({ min: -limit, max: limit }), (fen) => {
      // As a workbook writes it: the shortest decimal of the double.
      const [whole = '', decimals = ''] = String(cellNumber(fen)).split('.');
      expect(BigInt(`${whole}${decimals.padEnd(2, '0')}`)).toBe(fen);
      expect(decimals.length).toBeLessThanOrEqual(2);
    });
    fc.assert(property, { numRuns: 2_000 });
  });
});

describe('the day of a cell', () => {
  it.each(['1986-05-04', '1988-04-17', '1991-08-01', '2026-03-31'])(
    'E39, E40: %s is midnight in UTC, whatever the zone',
    (day) => {
      expect(cellDay(day).toISOString()).toBe(`${day}T00:00:00.000Z`);
    },
  );
});

describe('the formula of a total', () => {
  it.each([
    ['of two lines', 3, [1n, -2n], 'ROUND(SUM(D2:D3),2)'],
    ['of none', 3, [], null],
    // Two amounts of 2^50 fen are 2^51 together, twice: 2^52, which might be off by half a fen.
    ['of amounts that doubles might not add exactly', 3, [2n ** 50n, -(2n ** 50n)], null],
    ['of amounts just below', 3, [2n ** 50n, -(2n ** 50n) + 1n], 'ROUND(SUM(D2:D3),2)'],
  ])('%s', (_name, column, amounts, expected) => {
    expect(sumFormula(column, amounts)).toBe(expected);
  });

  it('comes to the very amount, for all amounts that it is written for', () => {
    const amounts = fc.array(fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }), {
      minLength: 1,
      maxLength: 100,
    });
    const property = fc.property(amounts, (fens) => {
      if (sumFormula(0, fens) === null) return;
      const sum = fens.reduce((total, fen) => total + (cellNumber(fen) ?? Number.NaN), 0);
      const exact = fens.reduce((total, fen) => total + fen, 0n);
      expect(BigInt(Math.round(sum * 100))).toBe(exact);
    });
    fc.assert(property, { numRuns: 1_000 });
  });
});
