import { describe, expect, it } from '@jest/globals';
import { unionTransferStates } from '@gongxiang/contracts/membership/members/union-transfer.contract';
import { actsOf, advanced, awaitsOfUnionTransfer, batchMembers } from './union-transfer.model.js';

describe('a transfer of all members', () => {
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

it.each(unionTransferStates)('waits in the state %s for another officer above, or for nobody', (state) => {
  const filed = { id: 'filed-1', state, fromUnionName: '一分会', toUnionName: '二分会' };
  const told = awaitsOfUnionTransfer(filed, { personIds: ['officer-1'] });
  const whom = { personIds: ['officer-1'], kind: 'unionTransferProposed', why: 'decidesHere' };
  const words = { about: { unionTransferId: 'filed-1' }, title: '一分会', values: { partyName: '二分会' } };
  expect(told).toEqual(state === 'waiting' ? [{ ...whom, ...words }] : []);
});
