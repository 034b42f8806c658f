import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import fc from 'fast-check';
import { balancesOf, netDebts } from './netting.model.js';
import type { Debt, NettingInput, NettingMode } from './netting.model.js';
import { nettingText } from './netting-trace.model.js';

const debt = (from: string, to: string, amount: number): Debt => ({ from, to, amount: BigInt(amount) });
const run = (mode: NettingMode, debts: readonly Debt[], hub: string | null = null) => {
  const { transfers, balances, optimal } = netDebts({ mode, hub, debts });
  return {
    transfers: transfers.map(({ from, to, amount }) => `${from}>${to}:${amount}`),
    balances: Object.fromEntries([...balances].map(([party, balance]) => [party, Number(balance)])),
    optimal,
  };
};

/**
 * Two bills: A paid 120.00 for A, B and C (40.00 each); B paid 50.00 for B and C (25.00 each). So B owes A
 * 40.00, C owes A 40.00 and C owes B 25.00.
 */
const bills = [debt('B', 'A', 4_000), debt('C', 'A', 4_000), debt('C', 'B', 2_500)];
const circle = [debt('A', 'B', 100), debt('B', 'C', 100), debt('C', 'A', 100)];

function problemOf(input: NettingInput): object {
  try {
    netDebts(input);
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, pointer: error.errors[0]?.pointer };
    throw error;
  }
  return {};
}

describe('netting', () => {
  it.each([
    // A: 4000 + 4000; B: −4000 + 2500; C: −4000 − 2500.
    {
      name: 'two bills, fewest',
      mode: 'fewest',
      debts: bills,
      hub: null,
      transfers: ['B>A:1500', 'C>A:6500'],
      optimal: true,
    },
    {
      name: 'two bills, pair by pair',
      mode: 'bilateral',
      debts: bills,
      hub: null,
      transfers: ['B>A:4000', 'C>A:4000', 'C>B:2500'],
      optimal: null,
    },
    {
      name: 'two bills through F',
      mode: 'hub',
      debts: bills,
      hub: 'F',
      transfers: ['B>F:1500', 'C>F:6500', 'F>A:8000'],
      optimal: null,
    },
    {
      name: 'two bills through A',
      mode: 'hub',
      debts: bills,
      hub: 'A',
      transfers: ['B>A:1500', 'C>A:6500'],
      optimal: null,
    },
    { name: 'a circle', mode: 'fewest', debts: circle, hub: null, transfers: [], optimal: true },
    {
      name: 'a circle, pair by pair',
      mode: 'bilateral',
      debts: circle,
      hub: null,
      transfers: ['A>B:100', 'B>C:100', 'C>A:100'],
      optimal: null,
    },
    // 300 − 100 − 50 = 150 from A to B.
    {
      name: 'a pair both ways',
      mode: 'bilateral',
      debts: [debt('A', 'B', 300), debt('B', 'A', 100), debt('B', 'A', 50)],
      hub: null,
      transfers: ['A>B:150'],
      optimal: null,
    },
    { name: 'no debts', mode: 'fewest', debts: [], hub: null, transfers: [], optimal: true },
  ] as const)('settles $name', ({ mode, debts, hub, transfers, optimal }) => {
    expect(run(mode, debts, hub)).toMatchObject({ transfers, optimal });
  });

  it('says for each party what it receives less what it owes, zero too', () => {
    expect(run('fewest', bills).balances).toEqual({ A: 8_000, B: -1_500, C: -6_500 });
    expect(run('hub', circle, 'F').balances).toEqual({ A: 0, B: 0, C: 0 });
  });

  it('E73: pair by pair nobody pays a party that it never dealt with', () => {
    fc.assert(
      fc.property(debtLists, (debts) => {
        const dealt = new Set(debts.flatMap(({ from, to }) => [`${from}>${to}`, `${to}>${from}`]));
        for (const { from, to } of netDebts({ mode: 'bilateral', hub: null, debts }).transfers) {
          expect(dealt).toContain(`${from}>${to}`);
        }
      }),
    );
  });

  it('E73: leads from each transfer back to the debts, in both languages', () => {
    const { trace } = netDebts({
      mode: 'bilateral',
      hub: null,
      debts: [debt('A', 'B', 300), debt('B', 'A', 100)],
    });
    expect(trace.map((step) => nettingText(step, 'en'))).toEqual([
      'Between A and B: A owes ¥3.00 and is owed ¥1.00, so it pays ¥2.00 (debts 1, 2)',
    ]);
    const fewest = netDebts({ mode: 'fewest', hub: null, debts: bills }).trace;
    expect(fewest.map((step) => nettingText(step, 'zh-CN'))).toEqual([
      'B：应收¥25.00，应付¥40.00，净额−¥15.00（第1、3笔）',
      'A：应收¥80.00，应付¥0.00，净额¥80.00（第1、2笔）',
      'C：应收¥0.00，应付¥65.00，净额−¥65.00（第2、3笔）',
      'B付给A¥15.00',
      'C付给A¥65.00',
      '共2笔转账，已证明为最少',
    ]);
  });

  it('E74: settles a chosen set, and the others stay as they are', () => {
    const chosen = bills.filter(({ to }) => to === 'A');
    const others = bills.filter(({ to }) => to !== 'A');
    const { transfers } = netDebts({ mode: 'fewest', hub: null, debts: chosen });
    // What is left after the transfers are paid is what the debts outside the set say.
    const paid = transfers.map(({ from, to, amount }) => ({ from: to, to: from, amount }));
    const left = [...balancesOf([...bills, ...paid])].filter(([, balance]) => balance !== 0n);
    expect(new Map(left)).toEqual(balancesOf(others));
  });

  it.each<{ name: string; input: NettingInput; problem: object }>([
    {
      name: 'E84: owing oneself',
      input: { mode: 'fewest', hub: null, debts: [debt('A', 'B', 1), debt('A', 'A', 1)] },
      problem: { code: 'SELF_DEBT', pointer: '/debts/1/to' },
    },
    {
      name: 'an amount of nothing',
      input: { mode: 'hub', hub: 'F', debts: [debt('A', 'B', 0)] },
      problem: { code: 'AMOUNT_NOT_POSITIVE', pointer: '/debts/0/amount' },
    },
    {
      name: 'an amount below zero',
      input: { mode: 'bilateral', hub: null, debts: [debt('A', 'B', -5)] },
      problem: { code: 'AMOUNT_NOT_POSITIVE', pointer: '/debts/0/amount' },
    },
    {
      name: 'no hub',
      input: { mode: 'hub', hub: null, debts: [debt('A', 'B', 1)] },
      problem: { code: 'HUB_REQUIRED', pointer: '/hub' },
    },
    {
      name: 'too many debts',
      input: { mode: 'fewest', hub: null, debts: Array.from({ length: 10_001 }, () => debt('A', 'B', 1)) },
      problem: { code: 'TOO_MANY', pointer: '/debts' },
    },
    {
      name: 'too many parties',
      input: {
        mode: 'fewest',
        hub: null,
        debts: Array.from({ length: 1_000 }, (_, index) => debt(`P${index}`, 'X', 1)),
      },
      problem: { code: 'TOO_MANY', pointer: '/debts/999' },
    },
  ])('refuses $name', ({ input, problem }) => {
    expect(problemOf(input)).toEqual(problem);
  });

  it.each(['bilateral', 'hub', 'fewest'] as const)('keeps every balance in mode %s', (mode) => {
    fc.assert(
      fc.property(debtLists, (debts) => {
        const { transfers, balances } = netDebts({ mode, hub: 'P0', debts });
        const settled = balancesOf(transfers);
        for (const [party, balance] of balances) expect(settled.get(party) ?? 0n).toBe(balance);
        expect(transfers.every(({ amount }) => amount > 0n)).toBe(true);
        // The hub may be one party more than those of the debts.
        if (mode === 'hub') expect(transfers.length).toBeLessThanOrEqual(balances.size);
        if (mode === 'fewest') expect(transfers.length).toBeLessThanOrEqual(Math.max(balances.size - 1, 0));
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the debts', () => {
    fc.assert(
      fc.property(debtLists, (debts) => {
        for (const mode of ['bilateral', 'hub', 'fewest'] as const) {
          expect(run(mode, [...debts].reverse(), 'P0').transfers).toEqual(run(mode, debts, 'P0').transfers);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('nets a thousand parties and ten thousand debts with fewer transfers than parties', () => {
    const debts = Array.from({ length: 10_000 }, (_, index) =>
      debt(`P${index % 1_000}`, `P${(index * 7 + 1 + (index % 3)) % 1_000}`, 1 + ((index * 7_919) % 100_003)),
    ).filter(({ from, to }) => from !== to);
    const { transfers, balances, optimal } = netDebts({ mode: 'fewest', hub: null, debts });
    const settled = balancesOf(transfers);
    expect(transfers.length).toBeLessThan(balances.size);
    for (const [party, balance] of balances) expect(settled.get(party) ?? 0n).toBe(balance);
    expect(optimal).toBe(false);
  });
});

const party = fc.integer({ min: 0, max: 25 }).map((index) => `P${index}`);
const debtLists = fc
  .array(fc.record({ from: party, to: party, amount: fc.bigInt({ min: 1n, max: 10n ** 12n }) }), {
    maxLength: 40,
  })
  .map((debts) => debts.filter(({ from, to }) => from !== to));
