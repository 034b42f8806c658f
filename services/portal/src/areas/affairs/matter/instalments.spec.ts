import { describe, expect, it } from '@jest/globals';
import { evenInstalments, fenLeft, instalmentsSent } from './instalments.js';

const now = new Date('2026-11-30T20:00:00Z');

describe('instalments to begin from', () => {
  it.each([
    [3, '3000', ['1000.00', '1000.00', '1000.00'], ['2026-12-01', '2027-01-01', '2027-02-01']],
    [3, '100', ['33.34', '33.33', '33.33'], ['2026-12-01', '2027-01-01', '2027-02-01']],
    [0, '100', [], []],
    [2, '', ['', ''], ['2026-12-01', '2027-01-01']],
    [2, 'much', ['', ''], ['2026-12-01', '2027-01-01']],
  ])('%d of %s', (count, amount, amounts, days) => {
    const instalments = evenInstalments(count, amount, now);
    expect(instalments.map((one) => one.amount)).toEqual(amounts);
    expect(instalments.map((one) => one.dueOn)).toEqual(days);
  });

  it.each([
    ['3000', ['1000', '2000'], 0n],
    ['3000', ['1000', '1999.99'], 1n],
    ['3000', ['1000', ''], 200_000n],
    ['', ['0.01'], -1n],
  ])('of %s miss it, where they are %j, by %s fen', (amount, parts, left) => {
    expect(
      fenLeft(
        amount,
        parts.map((part) => ({ amount: part })),
      ),
    ).toBe(left);
  });

  it('are sent in fen, and not at all where there are none', () => {
    expect(instalmentsSent([])).toBeNull();
    expect(instalmentsSent([{ dueOn: '2026-12-01', amount: '33.34' }, {}])).toEqual([
      { dueOn: '2026-12-01', amount: { amount: '3334', currency: 'CNY' } },
      { dueOn: '', amount: { amount: '', currency: 'CNY' } },
    ]);
  });
});
