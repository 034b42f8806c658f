import { describe, expect, it } from '@jest/globals';
import { checkReport, type Drawable, drawsOf } from './subsidy-balance.model.js';

const subsidy = (id: string, left: bigint, more: Partial<Drawable> = {}): Drawable => ({
  id,
  grantedFen: left + 30n,
  drawnFen: 20n,
  returnedFen: 10n,
  isUsable: true,
  percent: null,
  ...more,
});

describe('what a pool draws', () => {
  it.each<[string, readonly Drawable[], bigint, [string, bigint][]]>([
    ['nothing, where nothing was given: the agreement stands alone', [], 500n, []],
    ['from the one that there is', [subsidy('a', 100n)], 70n, [['a', 70n]]],
    ['all that is left', [subsidy('a', 100n)], 100n, [['a', 100n]]],
    [
      'from the first as far as it goes',
      [subsidy('a', 40n), subsidy('b', 60n)],
      70n,
      [
        ['a', 40n],
        ['b', 30n],
      ],
    ],
    ['nothing of nothing', [subsidy('a', 100n)], 0n, []],
    // 10 % of 1,000 fen.
    [
      'no more than its percentage',
      [subsidy('a', 400n, { percent: '10' }), subsidy('b', 60n)],
      150n,
      [
        ['a', 100n],
        ['b', 50n],
      ],
    ],
  ])('%s', (_what, subsidies, amountFen, draws) => {
    const drawn = drawsOf(subsidies, { amountFen, totalFen: 1_000n, backFen: 0n });
    expect(drawn.map((draw) => [draw.subsidyId, draw.amountFen])).toEqual(draws);
  });

  it.each<[string, readonly Drawable[], bigint, string]>([
    ['more than is left', [subsidy('a', 100n)], 101n, '100'],
    ['on what nobody has accepted', [subsidy('a', 100n, { isUsable: false })], 1n, '0'],
    ['beyond the percentage', [subsidy('a', 400n, { percent: '10' })], 101n, '100'],
  ])('never %s', (_what, subsidies, amountFen, leftFen) => {
    expect(() => drawsOf(subsidies, { amountFen, totalFen: 1_000n, backFen: 0n })).toThrow(
      expect.objectContaining({ code: 'SUBSIDY_BEYOND_GRANT', params: { leftFen } }),
    );
  });
});

describe('what came back by refunds', () => {
  it.each<[string, bigint, bigint, [string, bigint][]]>([
    ['is given without a draw once nothing is left', 30n, 100n, [['a', 20n]]],
    ['comes after what is left', 120n, 100n, [['a', 20n]]],
  ])('%s', (_what, amountFen, backFen, draws) => {
    const drawn = drawsOf([subsidy('a', 20n)], { amountFen, totalFen: 1_000n, backFen });
    expect(drawn.map((draw) => [draw.subsidyId, draw.amountFen])).toEqual(draws);
  });

  it('is given no more than once', () => {
    expect(() => drawsOf([subsidy('a', 20n)], { amountFen: 121n, totalFen: 1_000n, backFen: 100n })).toThrow(
      expect.objectContaining({ code: 'SUBSIDY_BEYOND_GRANT', params: { leftFen: '120' } }),
    );
  });
});

describe('a report', () => {
  const terms = { leftFen: 100n, expenseCodes: ['1.2'], needsReceipts: true };
  const line = { amountFen: 60n, expenseCode: '1.2', hasReceipt: true };

  it('comes to its lines, and may say that nothing was paid', () => {
    expect(checkReport([line, { ...line, amountFen: 40n }], terms)).toBe(100n);
    expect(checkReport([], terms)).toBe(0n);
    expect(checkReport([{ ...line, hasReceipt: false }], { ...terms, needsReceipts: false })).toBe(60n);
  });

  it.each([
    [[{ ...line, amountFen: 0n }], 'AMOUNT_NOT_POSITIVE', '/lines/0/amount'],
    [[line, { ...line, expenseCode: '2.1' }], 'SUBSIDY_EXPENSE_NOT_MEANT', '/lines/1/expenseCode'],
    [[{ ...line, hasReceipt: false }], 'SUBSIDY_RECEIPT_REQUIRED', '/lines/0/receipt'],
    [[line, { ...line, amountFen: 41n }], 'SUBSIDY_REPORT_ABOVE_LEFT', '/lines'],
  ])('%# is refused', (lines, code, pointer) => {
    expect(() => checkReport(lines, terms)).toThrow(
      expect.objectContaining({ code, errors: [expect.objectContaining({ pointer })] }),
    );
  });
});
