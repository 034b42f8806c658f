import { describe, expect, it } from '@jest/globals';
import { borrower, free, period, right } from './right.fixture.js';
import { agreedOf, findRight } from './right.model.js';

describe('the term of a right of use', () => {
  it.each([
    [1, 20, true], // the whole term, to its end
    [1, 21, false],
    [0, 5, false],
    [20, 21, false],
  ])('covers the days %i to %i: %s', (from, to, isCovered) => {
    expect(findRight(borrower, period(from, to), [right()]) !== null).toBe(isCovered);
  });

  it('is not added to another', () => {
    const rights = [right({ term: period(1, 10) }), right({ id: 'b', term: period(10, 20) })];
    expect(findRight(borrower, period(9, 11), rights)).toBeNull();
  });
});

describe('what a right is given for', () => {
  it.each([
    [[], null, true],
    [[], 'culture', true],
    [['culture'], 'culture', true],
    [['culture'], 'education', false],
    [['culture'], null, false], // a loan without a purpose
  ] as const)('%j covers a loan for %s: %s', (businesses, business, isCovered) => {
    expect(findRight(borrower, period(5, 6), [right({ businesses })], business) !== null).toBe(isCovered);
  });
});

describe('of several rights', () => {
  it('the one that asks least is used: automatic, then free, then without deposit, then the older', () => {
    const deposit = { ...free, depositFen: 100n };
    const rights = [
      right({ id: 'a' }),
      right({ id: 'e', approval: 'automatic' }),
      right({ id: 'b', approval: 'automatic', price: 'costShare', charge: { ...free, kind: 'costShare' } }),
      right({ id: 'c', approval: 'automatic', charge: deposit }),
      right({ id: 'd', approval: 'automatic' }),
    ];
    const order: string[] = [];
    for (let left = [...rights]; left.length > 0; left = left.filter(({ id }) => !order.includes(id))) {
      order.push(findRight(borrower, period(2, 3), left)?.id ?? '');
    }
    expect(order).toEqual(['d', 'e', 'c', 'b', 'a']);
  });
});

describe('what a loan keeps of its right', () => {
  it('is the version, and the price of its own length', () => {
    const charge = { kind: 'fee', text: null, feeFen: 500n, per: 'hour', depositFen: 20_000n } as const;
    // 2 days of 24 hours at 5.00: 48 × 500
    expect(agreedOf(right({ version: 3, charge }), period(5, 7))).toEqual({
      grantId: 'a',
      grantVersion: 3,
      feeFen: 24_000n,
      feeEachFen: 500n,
      feePer: 'hour',
      depositFen: 20_000n,
      priceText: null,
    });
  });

  it('is nothing where the union lends to itself', () => {
    expect(agreedOf(null, period(5, 7))).toEqual({
      grantId: null,
      grantVersion: null,
      feeFen: null,
      depositFen: null,
      priceText: null,
      feeEachFen: null,
      feePer: null,
    });
  });
});
