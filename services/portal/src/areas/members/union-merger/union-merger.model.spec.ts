import { describe, expect, it } from '@jest/globals';
import { type FiledClosing, type FiledTransfer, mergerOf } from './union-merger.model.js';

const transfer: FiledTransfer = {
  fromUnionId: 'small',
  toUnionId: 'large',
  toUnionName: 'Large',
  state: 'waiting',
};
const closing: FiledClosing = {
  unionId: 'small',
  ground: 'merged',
  state: 'waiting',
  successorUnionId: 'large',
  successorName: 'Large',
};
const large = { id: 'large', name: 'Large' };

describe('a merger', () => {
  it.each<[string, FiledTransfer[], FiledClosing[], string | null, string | null, typeof large | null]>([
    ['of which nothing is filed', [], [], null, null, null],
    ['whose members are to move', [transfer], [], 'large', null, large],
    ['whose members have moved', [{ ...transfer, state: 'done' }], [], 'large', null, large],
    ['whose transfer was refused', [{ ...transfer, state: 'refused' }], [], null, null, null],
    ['whose closing is filed first', [], [closing], null, 'large', large],
    ['with both', [transfer], [closing], 'large', 'large', large],
    // The members once moved elsewhere, for another reason.
    ['beside another transfer', [{ ...transfer, toUnionId: 'other' }], [closing], null, 'large', large],
    ['that is a closing on another ground', [], [{ ...closing, ground: 'split' }], null, null, null],
    ['whose closing was withdrawn', [], [{ ...closing, state: 'withdrawn' }], null, null, null],
    [
      'of a union that takes in others',
      [{ ...transfer, fromUnionId: 'x', toUnionId: 'small' }],
      [],
      null,
      null,
      null,
    ],
    ['of another union below', [], [{ ...closing, unionId: 'branch' }], null, null, null],
  ])('%s', (_what, transfers, closings, to, successor, into) => {
    const filed = mergerOf('small', transfers, closings);
    expect(filed.transfer?.toUnionId ?? null).toBe(to);
    expect(filed.closing?.successorUnionId ?? null).toBe(successor);
    expect(filed.into).toEqual(into);
  });
});
