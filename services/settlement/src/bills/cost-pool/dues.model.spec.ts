import { describe, expect, it } from '@jest/globals';
import { sum } from '@gongxiang/domain';
import fc from 'fast-check';
import { type Borne, duesOf } from './dues.model.js';

const paid = (party: string, amount: bigint, incomeKind: 'dues' | 'allotment' = 'dues') => ({
  party,
  incomeKind,
  amount,
});
const inWords = (borne: readonly Borne[], lots: ReturnType<typeof paid>[]) =>
  duesOf(borne, lots).map(
    ({ debtor, creditor, incomeKind, amount }) => `${debtor}>${creditor}/${incomeKind}:${amount}`,
  );

describe('who owes whom', () => {
  it('lets one payer be owed the shares of the others', () => {
    // A paid 12000 for three shares of 4000; its own is covered.
    const borne = ['A', 'B', 'C'].map((party) => ({ party, amount: 4_000n }));
    expect(inWords(borne, [paid('A', 12_000n)])).toEqual(['B>A/dues:4000', 'C>A/dues:4000']);
  });

  it('covers a share by what the party has paid itself', () => {
    // A paid 120, B 50; shares 40, 65, 65: A is out 80, B owes 15, C owes 65.
    const borne = [
      { party: 'A', amount: 40n },
      { party: 'B', amount: 65n },
      { party: 'C', amount: 65n },
    ];
    expect(inWords(borne, [paid('A', 120n), paid('B', 50n)])).toEqual(['B>A/dues:15', 'C>A/dues:65']);
  });

  it('splits a debt over payers and kinds of money, and ends with nothing open', () => {
    // Open: A dues 50, A allotment 25, B 25. C's 33: 16.5, 8.25, 8.25 → 17, 8, 8; the rest is D's: 33, 17, 17.
    const borne = [
      { party: 'C', amount: 33n },
      { party: 'D', amount: 67n },
    ];
    expect(inWords(borne, [paid('A', 50n), paid('A', 25n, 'allotment'), paid('B', 25n)])).toEqual([
      'C>A/dues:17',
      'C>A/allotment:8',
      'C>B/dues:8',
      'D>A/dues:33',
      'D>A/allotment:17',
      'D>B/dues:17',
    ]);
  });

  it('leaves every party with exactly what it paid less what it bears', () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.array(fc.nat(7), { minLength: 1, maxLength: 8 }), (shares, payers) => {
        const total = sum(shares);
        const part = total / BigInt(payers.length);
        const lots = payers.map((payer, index) =>
          paid(`P${payer}`, index === 0 ? total - part * BigInt(payers.length - 1) : part),
        );
        const borne = shares.map((amount, index) => ({ party: `P${index}`, amount }));
        const balances = new Map<string, bigint>();
        for (const { debtor, creditor, amount } of duesOf(borne, lots)) {
          expect(amount > 0n && debtor !== creditor).toBe(true);
          balances.set(debtor, (balances.get(debtor) ?? 0n) - amount);
          balances.set(creditor, (balances.get(creditor) ?? 0n) + amount);
        }
        for (let index = 0; index < 8; index += 1) {
          const party = `P${index}`;
          const out =
            sum(lots.filter((lot) => lot.party === party).map(({ amount }) => amount)) -
            (shares[index] ?? 0n);
          expect(balances.get(party) ?? 0n).toBe(out);
        }
      }),
    );
  });
});
