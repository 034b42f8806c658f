import { describe, expect, it } from '@jest/globals';
import { type Borrower, checkGrantee, findRight, type Right } from './right.model.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 11, number));
const period = (from: number, to: number) => ({ start: day(from), end: day(to) });
const borrower: Borrower = { unionId: 'small shop', path: '1.4.2.', sizeClass: 'small' };

function right(changes: Partial<Right>): Right {
  return {
    id: 'a',
    grantee: { kind: 'everyone', unionId: null, sizeClass: null },
    granteePath: null,
    term: period(1, 20),
    approval: 'custodian',
    price: 'free',
    ...changes,
  };
}

describe('who is covered by a right of use', () => {
  it.each([
    ['everyone', { kind: 'everyone', unionId: null, sizeClass: null }, null, true],
    ['its own union', { kind: 'union', unionId: 'small shop', sizeClass: null }, '1.4.2.', true],
    ['another union', { kind: 'union', unionId: 'other', sizeClass: null }, '1.4.2.', false],
    ['the union above, alone', { kind: 'union', unionId: 'above', sizeClass: null }, '1.4.', false],
    ['the subtree above', { kind: 'subtree', unionId: 'above', sizeClass: null }, '1.4.', true],
    ['a sibling subtree', { kind: 'subtree', unionId: 'other', sizeClass: null }, '1.4.20.', false],
    ['a subtree that nobody knows', { kind: 'subtree', unionId: 'gone', sizeClass: null }, null, false],
    ['its size class', { kind: 'sizeClass', unionId: null, sizeClass: 'small' }, null, true],
    ['another size class', { kind: 'sizeClass', unionId: null, sizeClass: 'micro' }, null, false],
  ] as const)('%s', (_name, grantee, granteePath, isCovered) => {
    const found = findRight(borrower, period(5, 6), [right({ grantee, granteePath })]);
    expect(found !== null).toBe(isCovered);
  });

  it('a union without a size class is covered by none', () => {
    const grantee = { kind: 'sizeClass', unionId: null, sizeClass: 'small' } as const;
    expect(findRight({ ...borrower, sizeClass: null }, period(5, 6), [right({ grantee })])).toBeNull();
  });
});

describe('the term of a right of use', () => {
  it.each([
    [1, 20, true], // the whole term, to its end
    [1, 21, false],
    [0, 5, false],
    [20, 21, false],
  ])('covers the days %i to %i: %s', (from, to, isCovered) => {
    expect(findRight(borrower, period(from, to), [right({})]) !== null).toBe(isCovered);
  });

  it('is not added to another', () => {
    const rights = [right({ term: period(1, 10) }), right({ id: 'b', term: period(10, 20) })];
    expect(findRight(borrower, period(9, 11), rights)).toBeNull();
  });
});

describe('of several rights', () => {
  it('the one that asks least is used: automatic, then free, then the older', () => {
    const rights = [
      right({ id: 'a', approval: 'custodian', price: 'free' }),
      right({ id: 'd', approval: 'automatic', price: 'free' }),
      right({ id: 'b', approval: 'automatic', price: 'costShare' }),
      right({ id: 'c', approval: 'automatic', price: 'free' }),
    ];
    expect(findRight(borrower, period(2, 3), rights)?.id).toBe('c');
    expect(findRight(borrower, period(2, 3), rights.slice(0, 1))?.id).toBe('a');
  });
});

describe('a grantee', () => {
  it.each([
    [{ kind: 'union' }, '/to/unionId'],
    [{ kind: 'subtree', unionId: null }, '/to/unionId'],
    [{ kind: 'sizeClass', unionId: 'x' }, '/to/sizeClass'],
  ] as const)('%j lacks something', (to, pointer) => {
    expect(() => checkGrantee(to)).toThrow(
      expect.objectContaining({ code: 'GRANTEE_INCOMPLETE', errors: [expect.objectContaining({ pointer })] }),
    );
  });

  it('keeps only what its kind needs', () => {
    expect(checkGrantee({ kind: 'everyone', unionId: 'x', sizeClass: 'small' })).toEqual({
      kind: 'everyone',
      unionId: null,
      sizeClass: null,
    });
  });
});
