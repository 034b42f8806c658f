import { describe, expect, it } from '@jest/globals';
import { deskOf, doneOf, partFilterOf, queryOf } from './assignment.model.js';

describe('the board', () => {
  it.each([
    ['', undefined, {}],
    ['show=late', 'late', { only: 'late' }],
    ['show=returned', 'returned', { state: 'returned' }],
    ['show=nonsense', undefined, {}],
  ] as const)('with %s in its address shows %s', (address, filter, query) => {
    const found = partFilterOf(new URLSearchParams(address));
    expect(found).toBe(filter);
    expect(queryOf(found)).toEqual(query);
  });

  it('counts as done what is returned or accepted, and of a notice what is read', () => {
    const counts = [
      { state: 'waiting', count: 5 },
      { state: 'read', count: 3 },
      { state: 'returned', count: 2 },
      { state: 'accepted', count: 1 },
    ] as const;
    expect(doneOf({ kind: 'task', counts: [...counts] })).toBe(3); // 2 + 1
    expect(doneOf({ kind: 'notice', counts: [...counts] })).toBe(3);
  });

  it('of a union shows what is owed where nothing is said', () => {
    expect(deskOf(new URLSearchParams())).toBe('owed');
    expect(deskOf(new URLSearchParams('desk=all'))).toBe('all');
  });
});
