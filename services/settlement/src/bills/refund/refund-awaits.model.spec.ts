import { describe, expect, it } from '@jest/globals';
import { awaitsOfRefund } from './refund-awaits.model.js';

const refund = {
  id: 'refund',
  costPoolId: 'pool',
  state: 'proposed',
  totalFen: 3_000n,
  reason: '少用一天',
  proposedBy: 'p1',
} as const;
const awaitsOf = (more: object = {}) =>
  awaitsOfRefund(
    { ...refund, ...more },
    { unionIds: ['a', 'street'], title: '夏季运动会' },
    { roles: ['approver'] },
  );

describe('a refund', () => {
  it('that is proposed waits for who approves it, but not for who proposes it', () => {
    expect(awaitsOf()).toMatchObject([
      {
        kind: 'refundProposed',
        offices: { roles: ['approver'], unionIds: ['a', 'street'], exceptIds: ['p1'] },
        about: { costPoolId: 'pool', refundId: 'refund' },
        values: { fen: '3000', reason: '少用一天' },
      },
    ]);
  });

  it.each(['posted', 'returned', 'withdrawn', 'reversed'])('that is %s waits for nobody', (state) => {
    expect(awaitsOf({ state })).toEqual([]);
  });
});
