import { describe, expect, it } from '@jest/globals';
import { DomainError, sum } from '@gongxiang/domain';
import fc from 'fast-check';
import { duesOf } from '../cost-pool/dues.model.js';
import { checkLines, nextRefundState, partsOf, refundDues } from './refund.model.js';

const sharesOf = (...shares: bigint[]) => shares.map((share) => ({ share, before: 0n }));

describe('E94: the parts of a refund', () => {
  it('are the shares negated, and never split again', () => {
    // The published example: 34, 33, 33 come back as they were, whatever the rotation would make of 100.
    for (const rotation of [0, 1, 2])
      expect(partsOf(100n, sharesOf(34n, 33n, 33n), rotation)).toEqual([34n, 33n, 33n]);
  });

  it('follow the shares for a part of the whole', () => {
    // 800.00 of 10,000.00: ·0.540230 = 432.184, ·0.356322 = 285.0576, ·0.103448 = 82.7584; the odd fen to .84 and .76.
    expect(partsOf(80_000n, sharesOf(540_230n, 356_322n, 103_448n), 0)).toEqual([43_218n, 28_506n, 8_276n]);
  });

  it('leave out whoever has all of their share back', () => {
    const shares = [
      { share: 60n, before: 60n },
      { share: 40n, before: 10n },
      { share: 0n, before: 0n },
    ];
    expect(partsOf(30n, shares, 0)).toEqual([0n, 30n, 0n]);
  });

  const share = fc.bigInt({ min: 0n, max: 10n ** 12n });
  it('E91: come to the exact negation, in whatever parts and order the whole comes back', () => {
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 }),
        fc.nat(7),
        (shares, cuts, rotation) => {
          const whole = sum(shares);
          fc.pre(whole > 0n);
          const before = shares.map(() => 0n);
          const refund = (amount: bigint): void => {
            const parts = partsOf(
              amount,
              shares.map((one, index) => ({ share: one, before: before[index] ?? 0n })),
              rotation,
            );
            expect(sum(parts)).toBe(amount);
            for (const [index, part] of parts.entries()) before[index] = (before[index] ?? 0n) + part;
            expect(before.every((back, index) => back >= 0n && back <= (shares[index] ?? 0n))).toBe(true);
          };
          for (const cut of cuts) refund((whole * BigInt(cut)) / BigInt(sum(cuts.map(BigInt)) + 1n));
          refund(whole - sum(before));
          expect(before).toEqual(shares);
        },
      ),
    );
  });
});

describe('what is owed of a refund', () => {
  it('is owed by who has the money, to each other party its part', () => {
    const parts = ['A', 'B', 'C'].map((party) => ({ party, amount: 10n }));
    const back = [{ party: 'A', incomeKind: 'dues', amount: 30n }];
    expect(refundDues(parts, back)).toEqual([
      { debtor: 'A', creditor: 'B', incomeKind: 'dues', amount: 10n },
      { debtor: 'A', creditor: 'C', incomeKind: 'dues', amount: 10n },
    ]);
  });

  it('E82: of all of it at once is the debts of the split with their sides exchanged', () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(amounts, fc.nat(5), (shares, payer) => {
        const borne = shares.map((amount, index) => ({ party: `P${index}`, amount }));
        const paid = [{ party: `P${payer}`, incomeKind: 'dues', amount: sum(shares) }];
        const swapped = duesOf(borne, paid).map(({ debtor, creditor, ...rest }) => ({
          ...rest,
          debtor: creditor,
          creditor: debtor,
        }));
        expect(refundDues(borne, paid)).toEqual(swapped);
      }),
    );
  });
});

describe('the lines of a refund', () => {
  const items = [
    { id: 'rent', amountFen: 1_000n, beforeFen: 400n },
    { id: 'lunch', amountFen: 5_000n, beforeFen: 0n },
  ];
  const problemOf = (...lines: [string, bigint][]): unknown => {
    try {
      checkLines(
        lines.map(([itemId, amountFen]) => ({ itemId, amountFen })),
        items,
      );
    } catch (error) {
      if (error instanceof DomainError)
        return [error.code, error.errors[0]?.pointer, error.errors[0]?.params ?? {}];
      throw error;
    }
    return null;
  };

  it('are taken up to what is left of each bill', () => {
    expect(problemOf(['rent', 600n], ['lunch', 5_000n])).toBeNull();
  });

  it.each<[string, [string, bigint][], string, string]>([
    ['E92: of a bill of another pool', [['hall', 1n]], 'ITEM_NOT_IN_POOL', '/lines/0/itemId'],
    [
      'of the same bill twice',
      [
        ['rent', 1n],
        ['rent', 1n],
      ],
      'ITEM_TWICE',
      '/lines/1/itemId',
    ],
    ['of nothing', [['rent', 0n]], 'AMOUNT_NOT_POSITIVE', '/lines/0/amount'],
    // E81: 4,400 are left of all bills together, but 600 of this one.
    ['E81: beyond what is left of that bill', [['rent', 601n]], 'REFUND_ABOVE_ITEM', '/lines/0/amount'],
  ])('are refused %s', (_name, lines, code, pointer) => {
    expect(problemOf(...lines)).toMatchObject([code, pointer, expect.anything()]);
  });
});

describe('the life of a refund', () => {
  it.each([
    ['proposed', 'approve', 'posted'],
    ['proposed', 'return', 'returned'],
    ['proposed', 'withdraw', 'withdrawn'],
    ['posted', 'reverse', 'reversed'],
  ] as const)('leads from %s by %s to %s', (from, verb, to) => {
    expect(nextRefundState(from, verb)).toBe(to);
  });

  it.each([
    ['posted', 'approve'],
    ['returned', 'approve'],
    ['withdrawn', 'reverse'],
    ['reversed', 'reverse'],
    ['posted', 'withdraw'],
  ] as const)('refuses in %s to %s', (from, verb) => {
    expect(() => nextRefundState(from, verb)).toThrow('ILLEGAL_TRANSITION');
  });
});
