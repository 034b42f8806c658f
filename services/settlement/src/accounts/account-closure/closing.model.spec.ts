import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ClosingLeg, closingLegs, type Position } from './closing.model.js';

const owed = (other: string, netFen: bigint, incomeKind: Position['incomeKind'] = 'dues'): Position => ({
  incomeKind,
  other,
  otherIncomeKind: incomeKind,
  netFen,
});

/** Credits less debits of each party's account. */
function changes(legs: readonly ClosingLeg[]): Record<string, bigint> {
  const sums: Record<string, bigint> = {};
  const add = ({ party, incomeKind }: ClosingLeg['debit'], fen: bigint): void => {
    const name = `${party}/${incomeKind}`;
    sums[name] = (sums[name] ?? 0n) + fen;
  };
  for (const { debit, credit, amountFen } of legs) {
    add(debit, -amountFen);
    add(credit, amountFen);
  }
  return sums;
}

describe('the end of the accounts of P, which S succeeds', () => {
  it('E71: brings them to zero, pair by pair', () => {
    // A owes P 100, P owes B 30: P holds 70, which goes to S; A and B keep what they owe and are owed.
    const legs = closingLegs('P', 'S', {
      positions: [owed('A', 100n), owed('B', -30n)],
      remainders: [{ incomeKind: 'dues', balanceFen: 70n }],
    });
    expect(changes(legs)).toEqual({ 'P/dues': -70n, 'S/dues': 70n, 'A/dues': 0n, 'B/dues': 0n });
    expect(legs).toHaveLength(4);
  });

  it('E71: moves a single fen', () => {
    const rest = { positions: [], remainders: [{ incomeKind: 'dues' as const, balanceFen: -1n }] };
    expect(closingLegs('P', 'S', rest)).toEqual([
      {
        debit: { party: 'S', incomeKind: 'dues' },
        credit: { party: 'P', incomeKind: 'dues' },
        amountFen: 1n,
        incomeKind: 'dues',
      },
    ]);
  });

  it('lets go what the successor itself owed, as no union owes itself', () => {
    const legs = closingLegs('P', 'S', {
      positions: [owed('S', 40n)],
      remainders: [{ incomeKind: 'dues', balanceFen: 40n }],
    });
    expect(changes(legs)).toEqual({ 'P/dues': -40n, 'S/dues': 40n });
    expect(legs).toHaveLength(1);
  });

  it('closes pairs that cancel each other in the balance, too', () => {
    const legs = closingLegs('P', 'S', { positions: [owed('A', 50n), owed('B', -50n)], remainders: [] });
    expect(changes(legs)).toEqual({ 'P/dues': 0n, 'S/dues': 0n, 'A/dues': 0n, 'B/dues': 0n });
    expect(legs).toHaveLength(4);
  });

  it('moves the exact remainder of each kind of money, whatever stands between whom', () => {
    const kind = fc.constantFrom('dues' as const, 'allotment' as const, 'other' as const);
    const fen = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).filter((one) => one !== 0n);
    const positions = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'S'), fen, kind), { maxLength: 20 });
    const rests = fc.array(fc.tuple(kind, fen), { maxLength: 3 });
    fc.assert(
      fc.property(positions, rests, (pairs, extra) => {
        const all = pairs.map(([other, netFen, of]) => owed(other, netFen, of));
        const balances = new Map<Position['incomeKind'], bigint>();
        for (const [of, more] of [...all.map((one) => [one.incomeKind, one.netFen] as const), ...extra])
          balances.set(of, (balances.get(of) ?? 0n) + more);
        const remainders = [...balances]
          .filter(([, balanceFen]) => balanceFen !== 0n)
          .map(([incomeKind, balanceFen]) => ({ incomeKind, balanceFen }));
        const legs = closingLegs('P', 'S', { positions: all, remainders });
        const sums = changes(legs);
        for (const [incomeKind, balance] of balances) {
          expect(sums[`P/${incomeKind}`] ?? 0n).toBe(-balance);
          expect(sums[`S/${incomeKind}`] ?? 0n).toBe(balance);
        }
        expect(legs.every(({ amountFen }) => amountFen > 0n)).toBe(true);
      }),
    );
  });
});
