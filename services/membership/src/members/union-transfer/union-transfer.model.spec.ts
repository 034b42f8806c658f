import { describe, expect, it } from '@jest/globals';
import { actsOf, advanced, batchMembers, decidedAbove } from './union-transfer.model.js';

describe('a transfer of all members', () => {
  it.each([
    ['1.4.2.', '1.4.3.', '1.4.'], // sisters: the union above both
    ['1.4.2.', '1.4.', '1.4.'], // to the union above, which takes them in and decides
    ['1.4.2.', '1.5.', '1.'], // to another branch
    ['1.4.', '1.4.2.', '1.'], // to a union below: still above the one that loses its members
  ])('from %s to %s is decided at %s', (from, to, at) => {
    expect(decidedAbove(from, to)).toBe(at);
  });

  it.each([
    ['waiting', true, true, ['withdraw']],
    ['waiting', true, false, ['withdraw']],
    ['waiting', false, true, ['confirm', 'refuse']],
    ['waiting', false, false, []],
    ['running', true, true, []],
    ['done', false, true, []],
  ] as const)('%s, proposer %s, above %s: %j', (state, isProposer, isAbove, acts) => {
    expect(actsOf(state, { isProposer, isAbove })).toEqual(acts);
  });

  it('advances by a batch, and is over with the first one that is not full', () => {
    const before = { moved: 50, heldBack: 1, position: 'a' };
    const full = Array.from({ length: batchMembers }, (_, index) => ({ id: `m${String(index)}` }));
    // 50 + 49 moved, 1 + (50 − 49) held back
    expect(advanced(before, full, 49)).toEqual({ moved: 99, heldBack: 2, position: 'm49', isLast: false });
    expect(advanced(before, full.slice(0, 2), 2)).toMatchObject({ moved: 52, position: 'm1', isLast: true });
    expect(advanced(before, [], 0)).toEqual({ ...before, isLast: true });
  });
});
