import { describe, expect, it } from '@jest/globals';
import type { IncomeKind } from '@gongxiang/contracts/settlement/fund';
import { sum } from '@gongxiang/domain';
import fc from 'fast-check';
import { type ApprovedPool, type Billed, movementsOf, spentBy, spentPer } from './spending.model.js';

const bill = (expenseCode: string, amount: bigint, incomeKind: IncomeKind = 'dues'): Billed => ({
  expenseCode,
  incomeKind,
  amount,
});
const inWords = (spent: readonly Billed[]) => spent.map((one) => `${one.expenseCode}:${one.amount}`);

describe('what a party bore of each kind of bills', () => {
  it('is as each kind is part of the whole', () => {
    // Hall 100.00, prizes 50.00. A bears 90.00: 60.00 and 30.00.
    const billed = [bill('1.2', 10_000n), bill('1.5', 5_000n)];
    const borne = [
      { party: 'A', amount: 9_000n },
      { party: 'B', amount: 6_000n },
    ];
    expect(inWords(spentBy('A', borne, billed))).toEqual(['1.2:6000', '1.5:3000']);
    expect(inWords(spentBy('B', borne, billed))).toEqual(['1.2:4000', '1.5:2000']);
    expect(spentBy('C', borne, billed)).toEqual([]);
  });

  it('E66: loses no fen: A bears 0.02 and B 0.01 of 0.01, 0.01 and 0.01', () => {
    const billed = [bill('1.1', 1n), bill('1.2', 1n), bill('1.3', 1n)];
    const borne = [
      { party: 'A', amount: 2n },
      { party: 'B', amount: 1n },
    ];
    // Two thirds of a fen each: equal remainders go in their order, and B gets what is left open.
    expect(inWords(spentBy('A', borne, billed))).toEqual(['1.1:1', '1.2:1']);
    expect(inWords(spentBy('B', borne, billed))).toEqual(['1.3:1']);
  });

  it('sums to its share, and over all parties to each kind of bills', () => {
    const kinds = fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 1, maxLength: 6 });
    const weights = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 6 });
    const property = fc.property(kinds, weights, (amounts, shares) => {
      const billed = amounts.map((amount, index) => bill(String(index), amount));
      const total = sum(amounts);
      const last = shares.length;
      // Cut at rising places: whatever the shares are, they make the total.
      const cuts = shares.map((_one, index) => (total * BigInt(index + 1)) / BigInt(last));
      const borne = cuts.map((cut, index) => ({
        party: String(index),
        amount: cut - (cuts[index - 1] ?? 0n),
      }));
      const all = borne.map(({ party }) => spentBy(party, borne, billed));
      expect(all.map((spent) => sum(spent.map(({ amount }) => amount)))).toEqual(
        borne.map(({ amount }) => amount),
      );
      const perKind = billed.map(({ expenseCode }) =>
        sum(all.flat().flatMap((one) => (one.expenseCode === expenseCode ? [one.amount] : []))),
      );
      expect(perKind).toEqual(amounts);
      expect(all.flat().every(({ amount }) => amount > 0n)).toBe(true);
    });
    fc.assert(property);
  });
});

describe('the movements of a year', () => {
  const pool = (one: Partial<ApprovedPool>): ApprovedPool => ({
    id: 'p',
    sign: 1n,
    matterId: 'a',
    approvedOn: '2026-03-01',
    reversedOn: null,
    borne: [{ party: 'A', amount: 900n }],
    billed: [bill('1.2', 900n)],
    paid: [{ party: 'A', amount: 900n }],
    source: null,
    subsidy: 0n,
    ...one,
  });
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const daysOf = (pools: ApprovedPool[]) =>
    movementsOf('A', pools, year).map(({ on, spent }) => `${on} ${sum(spent.map(({ amount }) => amount))}`);

  it.each([
    ['approved in it', {}, ['2026-03-01 900']],
    ['a refund of it', { sign: -1n as const }, ['2026-03-01 -900']],
    [
      'a refund that was taken back',
      { sign: -1n as const, reversedOn: '2026-04-01' },
      ['2026-03-01 -900', '2026-04-01 900'],
    ],
    ['approved and reversed in it', { reversedOn: '2026-04-01' }, ['2026-03-01 900', '2026-04-01 -900']],
    ['reversed in the next', { reversedOn: '2027-01-01' }, ['2026-03-01 900']],
    [
      'of the year before, reversed in it',
      { approvedOn: '2025-12-31', reversedOn: '2026-01-01' },
      ['2026-01-01 -900'],
    ],
    ['on its first day', { approvedOn: '2026-01-01' }, ['2026-01-01 900']],
    ['on its last day', { approvedOn: '2026-12-31' }, ['2026-12-31 900']],
    ['of the next year', { approvedOn: '2027-01-01' }, []],
  ])('hold a pool %s', (_name, one, expected) => {
    expect(daysOf([pool(one)])).toEqual(expected);
  });

  it('are added up by code', () => {
    const movements = movementsOf('A', [pool({}), pool({ id: 'q', billed: [bill('1.5', 900n)] })], year);
    expect([...spentPer(movements, (_movement, { expenseCode }) => expenseCode)]).toEqual([
      ['1.2', 900n],
      ['1.5', 900n],
    ]);
  });
});
