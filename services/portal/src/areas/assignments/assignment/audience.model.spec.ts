import { describe, expect, it } from '@jest/globals';
import { belowOf, chosenUnionsMax, isFull, withBranch, withUnion } from './audience.model.js';

const chosen = { unionIds: ['a'], branchIds: ['b'] };

describe('a choice of unions', () => {
  it('takes and leaves a union', () => {
    expect(withUnion(chosen, 'c', true).unionIds).toEqual(['a', 'c']);
    expect(withUnion(chosen, 'a', true).unionIds).toEqual(['a']);
    expect(withUnion(chosen, 'a', false).unionIds).toEqual([]);
  });

  it('takes a branch in the place of its union, and leaves it', () => {
    expect(withBranch(chosen, 'a', true)).toEqual({ unionIds: [], branchIds: ['b', 'a'] });
    expect(withBranch(chosen, 'b', false)).toEqual({ unionIds: ['a'], branchIds: [] });
  });

  it('is full at its bound, of both together', () => {
    const unionIds = Array.from({ length: chosenUnionsMax - 1 }, (_, index) => String(index));
    expect(isFull({ unionIds, branchIds: [] })).toBe(false);
    expect(isFull({ unionIds, branchIds: ['b'] })).toBe(true);
  });

  it('offers what lies below, and not the union itself', () => {
    const unions = ['1.', '1.4.', '1.4.7.', '1.40.'].map((path) => ({ path }));
    expect(belowOf(unions, '1.4.')).toEqual([{ path: '1.4.7.' }]);
  });
});
