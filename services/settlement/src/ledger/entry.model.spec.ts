import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import fc from 'fast-check';
import { checkEntry, reversalOf } from './entry.model.js';
import type { Entry, Posting } from './entry.model.js';

const posting = (debitAccount: string, creditAccount: string, amountFen: bigint): Posting => ({
  debitAccount,
  creditAccount,
  amountFen,
});
const entry = (postings: readonly Posting[], reversed: string | null = null): Entry => ({
  postings,
  reversalOf: reversed,
});

/** `union1/bank` belongs to `union1`; an account without a slash to nobody. */
const partyOf = (account: string) => (account.includes('/') ? (account.split('/')[0] ?? null) : null);

/** Debits less credits, per account. */
function balances(postings: readonly Posting[]): Map<string, bigint> {
  const byAccount = new Map<string, bigint>();
  for (const { debitAccount, creditAccount, amountFen } of postings) {
    byAccount.set(debitAccount, (byAccount.get(debitAccount) ?? 0n) + amountFen);
    byAccount.set(creditAccount, (byAccount.get(creditAccount) ?? 0n) - amountFen);
  }
  return byAccount;
}

function problemOf(act: () => unknown): object {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, pointer: error.errors[0]?.pointer };
    throw error;
  }
  return {};
}

describe('an entry', () => {
  it.each([
    { name: 'without postings', postings: [], problem: { code: 'EMPTY_ENTRY', pointer: '/postings' } },
    {
      name: 'of nothing',
      postings: [posting('a', 'b', 0n)],
      problem: { code: 'POSTING_NOT_POSITIVE', pointer: '/postings/0/amountFen' },
    },
    {
      name: 'below zero',
      postings: [posting('a', 'b', 5n), posting('a', 'b', -5n)],
      problem: { code: 'POSTING_NOT_POSITIVE', pointer: '/postings/1/amountFen' },
    },
    {
      name: 'from an account to itself',
      postings: [posting('a', 'a', 5n)],
      problem: { code: 'SAME_ACCOUNT', pointer: '/postings/0/creditAccount' },
    },
    {
      name: 'E84: from a party to itself',
      postings: [posting('union1/cost', 'union1/bank', 5n)],
      problem: { code: 'PAYER_IS_PAYEE', pointer: '/postings/0' },
    },
  ])('is refused $name', ({ postings, problem }) => {
    expect(problemOf(() => checkEntry({ postings }, partyOf))).toEqual(problem);
  });

  it('is taken between parties, and between a party and a clearing account', () => {
    const postings = [
      posting('union1/due', 'union2/due', 5n),
      posting('clearing', 'union1/due', 5n),
      posting('clearing', 'suspense', 1n),
    ];
    expect(problemOf(() => checkEntry({ postings }, partyOf))).toEqual({});
  });

  it('E82: is reversed by the exact negation of its legs', () => {
    const original = entry([posting('a', 'b', 5n), posting('a', 'c', 3n)]);
    expect(reversalOf(original)).toEqual([posting('b', 'a', 5n), posting('c', 'a', 3n)]);
  });

  it('E80: is not reversed where it is itself a reversal', () => {
    expect(problemOf(() => reversalOf(entry([posting('a', 'b', 5n)], 'e0')))).toMatchObject({
      code: 'REVERSAL_OF_REVERSAL',
    });
  });

  it('sums to zero over all accounts, and with its reversal in each account', () => {
    const account = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const postings = fc.array(
      fc
        .record({
          debitAccount: account,
          creditAccount: account,
          amountFen: fc.bigInt({ min: 1n, max: 10n ** 17n }),
        })
        .filter(({ debitAccount, creditAccount }) => debitAccount !== creditAccount),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(postings, (list) => {
        expect([...balances(list).values()].reduce((sum, balance) => sum + balance, 0n)).toBe(0n);
        const both = balances([...list, ...reversalOf(entry(list))]);
        expect([...both.values()].every((balance) => balance === 0n)).toBe(true);
      }),
    );
  });
});
