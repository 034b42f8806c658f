import { describe, expect, it } from '@jest/globals';
import { finite } from '@gongxiang/testing';
import fc from 'fast-check';
import { fewestTransfers } from './fewest.model.js';
import { greedyTransfers } from './greedy.model.js';
import type { OpenBalance } from './greedy.model.js';
import type { Transfer } from './netting.model.js';
import { netDebts } from './netting.model.js';

/**
 * The oracle: every list of transfers in rising (from, to), debtors to creditors, shortest first, tried one by
 * one with every amount; the first that settles all is the answer. Amounts are small, so that all can be tried.
 */
function bruteForce(open: readonly OpenBalance[]): string {
  const debtors = open
    .filter(({ balance }) => balance < 0n)
    .map(({ party }) => party)
    .sort();
  const creditors = open
    .filter(({ balance }) => balance > 0n)
    .map(({ party }) => party)
    .sort();
  const pairs = debtors.flatMap((from) => creditors.map((to) => ({ from, to })));
  const start = new Map(open.map(({ party, balance }) => [party, Number(balance < 0n ? -balance : balance)]));
  for (let count = 0; count < open.length; count += 1) {
    const found = tryAll(pairs, 0, count, start);
    if (found !== null) return found.join(' ');
  }
  return '';
}

function tryAll(
  pairs: readonly { from: string; to: string }[],
  first: number,
  count: number,
  left: ReadonlyMap<string, number>,
): string[] | null {
  if (count === 0) return [...left.values()].every((amount) => amount === 0) ? [] : null;
  for (let index = first; index < pairs.length; index += 1) {
    const { from, to } = pairs[index] ?? { from: '', to: '' };
    let best: string[] | null = null;
    for (let amount = 1; amount <= Math.min(left.get(from) ?? 0, left.get(to) ?? 0); amount += 1) {
      const next = new Map(left)
        .set(from, (left.get(from) ?? 0) - amount)
        .set(to, (left.get(to) ?? 0) - amount);
      const rest = tryAll(pairs, index + 1, count - 1, next);
      if (rest === null) continue;
      const list = [`${from}>${to}:${amount}`, ...rest];
      if (best === null || pairsOf(list) < pairsOf(best)) best = list;
    }
    if (best !== null) return best;
  }
  return null;
}

const pairsOf = (list: readonly string[]) => list.map((line) => line.split(':')[0]).join(' ');
const written = (transfers: readonly Transfer[]) =>
  [...transfers]
    .sort((left, right) => (left.from + left.to < right.from + right.to ? -1 : 1))
    .map(({ from, to, amount }) => `${from}>${to}:${amount}`)
    .join(' ');

const letters = 'GCEAFBDHIJKLMNOPQRSTUVWXYZ';
function openOf(amounts: readonly number[], last = -amounts.reduce((total, amount) => total + amount, 0)) {
  return [...amounts, last]
    .map((amount, index) => ({ party: letters[index] ?? '', balance: BigInt(amount) }))
    .filter(({ balance }) => balance !== 0n);
}

const small = (reach: number, maxLength: number) =>
  fc.array(fc.integer({ min: -reach, max: reach }), { minLength: 1, maxLength });

describe('the fewest transfers', () => {
  it.each([
    // A −5, B −5 against C +7, D +3: no pair is equal, so 4 − 1 = 3; A can reach both C and D by paying C only 2.
    { balances: { A: -5, B: -5, C: 7, D: 3 }, plan: 'A>C:2 A>D:3 B>C:5' },
    // Two pairs of 5: 4 − 2 = 2; A takes the first creditor.
    { balances: { A: -5, B: -5, C: 5, D: 5 }, plan: 'A>C:5 B>D:5' },
    // A −3 and B −7 with C +3 and D +7: the equal ones pair off, though A>D would also settle in three.
    { balances: { A: -3, B: -7, C: 7, D: 3 }, plan: 'A>D:3 B>C:7' },
    // Who owes only pays: B doesn't receive A's 5 to pass on 10, which would come earlier in the order.
    { balances: { A: -5, B: -5, C: 10 }, plan: 'A>C:5 B>C:5' },
    // {A, D, E}: −4 + 1 + 3 and {B, C}: −2 + 2, so 5 − 2 = 3.
    { balances: { A: -4, B: -2, C: 2, D: 1, E: 3 }, plan: 'A>D:1 A>E:3 B>C:2' },
  ])('settles $balances by $plan', ({ balances, plan }) => {
    const open = Object.entries(balances).map(([party, balance]) => ({ party, balance: BigInt(balance) }));
    expect(written(fewestTransfers(open))).toBe(plan);
    expect(bruteForce(open)).toBe(plan);
  });

  it('finds what trying every list finds, in number and in order, for up to six parties', () => {
    fc.assert(
      fc.property(small(5, 5), (amounts) => {
        const open = openOf(amounts);
        expect(written(fewestTransfers(open))).toBe(bruteForce(open));
      }),
      { numRuns: 800 },
    );
  });

  it('finds it for seven parties too', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 6, maxLength: 6 }), (amounts) => {
        const open = openOf(amounts);
        expect(written(fewestTransfers(open))).toBe(bruteForce(open));
      }),
      { numRuns: 400 },
    );
  });

  it('settles every balance with at most parties − 1 transfers and never more than the greedy plan', () => {
    fc.assert(
      fc.property(small(1_000, 15), (amounts) => {
        const open = openOf(amounts);
        const transfers = fewestTransfers(open);
        expect(transfers.every(({ amount }) => amount > 0n)).toBe(true);
        expect(settledBy(transfers)).toEqual(new Map(open.map(({ party, balance }) => [party, balance])));
        expect(transfers.length).toBeLessThanOrEqual(Math.max(open.length - 1, 0));
        expect(transfers.length).toBeLessThanOrEqual(greedyTransfers(open).length);
      }),
      { numRuns: 150 },
    );
  });

  it('is exact beyond 2^53 fen', () => {
    const large = 10n ** 17n;
    // One fen apart, which a double can't tell: {A, C} and {B, D} pair off, {A, D} don't.
    const open = [
      { party: 'A', balance: -large },
      { party: 'B', balance: -large - 1n },
      { party: 'C', balance: large + 1n },
      { party: 'D', balance: large },
    ];
    expect(written(fewestTransfers(open))).toBe(`A>D:${large} B>C:${large + 1n}`);
  });

  it.each([
    { name: 'ten equal pairs', amounts: Array.from({ length: 19 }, (_, index) => (index < 10 ? -5 : 5)) },
    {
      name: 'no group but the whole',
      amounts: Array.from({ length: 19 }, (_, index) => 2 ** index * (index % 2 === 0 ? 3 : -3)),
    },
    {
      name: 'many small groups',
      amounts: Array.from({ length: 19 }, (_, index) => ((index * 7) % 9) - 4 || 5),
    },
    {
      name: 'arbitrary amounts',
      amounts: Array.from({ length: 19 }, (_, index) => ((index * 7_919 + 13) % 20_011) - 10_000),
    },
  ])('comes to an end for twenty parties: $name', ({ amounts }) => {
    const open = openOf(amounts);
    expect(open).toHaveLength(20);
    // Half a second; trying every division of twenty parties into groups, 5 × 10¹³ of them, would take months.
    const transfers = finite(() => fewestTransfers(open));
    expect(settledBy(transfers)).toEqual(new Map(open.map(({ party, balance }) => [party, balance])));
  });

  it('says honestly that beyond twenty parties nothing is proven', () => {
    const debts = Array.from({ length: 21 }, (_, index) => ({
      from: `P${index}`,
      to: 'X',
      amount: BigInt(index + 1),
    }));
    expect(netDebts({ mode: 'fewest', hub: null, debts: debts.slice(0, 19) }).optimal).toBe(true);
    expect(netDebts({ mode: 'fewest', hub: null, debts }).optimal).toBe(false);
  });
});

function settledBy(transfers: readonly Transfer[]): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  for (const { from, to, amount } of transfers) {
    balances.set(from, (balances.get(from) ?? 0n) - amount);
    balances.set(to, (balances.get(to) ?? 0n) + amount);
  }
  return balances;
}
