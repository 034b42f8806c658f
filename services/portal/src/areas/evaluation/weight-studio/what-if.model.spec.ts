import { describe, expect, it } from '@jest/globals';
import { moveOf, roomFor, withChange } from './what-if.model.js';

const keys = ['a', 'b', 'c'];

describe('weights that are tried out', () => {
  it('keep within what the others leave', () => {
    const one = withChange([], { key: 'a', weight: 0.7 }, keys);
    expect(roomFor(one, 'b')).toBeCloseTo(0.3, 12);
    expect(withChange(one, { key: 'b', weight: 0.9 }, keys)[1]?.weight).toBeCloseTo(0.3, 12);
    expect(withChange(one, { key: 'a', weight: 0.2 }, keys)).toEqual([{ key: 'a', weight: 0.2 }]);
  });

  it('leave one indicator free to take what is left', () => {
    const two = [
      { key: 'a', weight: 0.2 },
      { key: 'b', weight: 0.3 },
    ];
    expect(withChange(two, { key: 'c', weight: 0.4 }, keys)).toEqual([
      { key: 'b', weight: 0.3 },
      { key: 'c', weight: 0.4 },
    ]);
  });
});

describe('how far something moves', () => {
  it.each([
    [3, 1, { kind: 'up', places: 2 }],
    [1, 2, { kind: 'down', places: 1 }],
    [2, 2, { kind: 'same', places: 0 }],
    [2, null, { kind: 'unscored', places: 0 }],
  ] as const)('from %p to %p', (rank, rankAfter, expected) => {
    const subject = { subjectId: 'x', name: 'x', score: 1, scoreAfter: 1, rank, rankAfter };
    expect(moveOf(subject)).toEqual(expected);
  });
});
