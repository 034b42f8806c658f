import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@gongxiang/domain';
import { changesOf, approvalRefusal, requireCover } from './limit.model.js';

function codeOf(act: () => unknown): string | null {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return null;
}

describe('how much somebody may pass', () => {
  it.each([
    { name: 'the limit itself', amount: 500n, standing: [500n], code: null },
    { name: 'a fen more', amount: 501n, standing: [500n], code: 'AMOUNT_LIMIT' },
    { name: 'more, where they also stand above', amount: 501n, standing: [500n, null], code: null },
    { name: 'the higher of two', amount: 700n, standing: [500n, 700n], code: null },
    { name: 'anything, where nothing is bound', amount: 10n ** 17n, standing: [null], code: null },
    { name: 'what another rule allowed, where they approve nowhere', amount: 1n, standing: [], code: null },
    { name: 'nothing, where the limit is zero', amount: 1n, standing: [0n], code: 'AMOUNT_LIMIT' },
  ])('$name', ({ amount, standing, code }) => {
    const limits = standing.map((limitFen) => ({ limitFen }));
    expect(approvalRefusal(amount, limits)?.code ?? null).toBe(code);
  });
});

describe('how far an account may go below zero', () => {
  const bounded = (limitFen: bigint, balanceFen: bigint) => [
    { accountId: 'a', party: '工会A', limitFen, balanceFen },
  ];

  it.each([
    // 100 − 100 = 0
    { name: 'to zero', limit: 0n, balance: 100n, change: -100n, code: null },
    // 100 − 101 = −1
    { name: 'a fen below it', limit: 0n, balance: 100n, change: -101n, code: 'OVERDRAFT_LIMIT' },
    // 0 − 50 = −50
    { name: 'to the limit', limit: 50n, balance: 0n, change: -50n, code: null },
    { name: 'a fen beyond the limit', limit: 50n, balance: 0n, change: -51n, code: 'OVERDRAFT_LIMIT' },
    { name: 'up, from far below', limit: 0n, balance: -900n, change: 10n, code: null },
    { name: 'nowhere, from far below', limit: 0n, balance: -900n, change: 0n, code: null },
  ])('$name', ({ limit, balance, change, code }) => {
    expect(codeOf(() => requireCover(new Map([['a', change]]), bounded(limit, balance)))).toBe(code);
  });

  it('E81: is asked of what an entry takes in sum, not of one side of it', () => {
    // 80 out, 60 in: 20 are taken from an account that holds 30.
    const changes = changesOf([
      { debitAccount: 'a', creditAccount: 'b', amountFen: 80n },
      { debitAccount: 'c', creditAccount: 'a', amountFen: 60n },
    ]);
    expect(Object.fromEntries(changes)).toEqual({ a: -20n, b: 80n, c: -60n });
    expect(codeOf(() => requireCover(changes, bounded(0n, 30n)))).toBeNull();
  });
});
