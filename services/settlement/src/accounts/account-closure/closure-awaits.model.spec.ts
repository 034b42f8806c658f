import { describe, expect, it } from '@jest/globals';
import { awaitsOfClosure } from './closure-awaits.model.js';

const closure = {
  id: 'closure',
  unionId: 'b',
  state: 'proposed',
  reason: '并入其他工会',
  proposedBy: 'p1',
} as const;
const awaitsOf = (more: object = {}) =>
  awaitsOfClosure({ ...closure, ...more }, '工会B', { roles: ['approver'] });

describe('the closing of accounts', () => {
  it('that is proposed waits for who approves it, but not for who proposes it', () => {
    expect(awaitsOf()).toMatchObject([
      {
        kind: 'closureProposed',
        offices: { roles: ['approver'], unionIds: ['b'], isNearest: true, exceptIds: ['p1'] },
        title: '工会B',
        values: { partyName: '工会B', reason: '并入其他工会' },
      },
    ]);
  });

  it.each(['closed', 'withdrawn'])('that is %s waits for nobody', (state) => {
    expect(awaitsOf({ state })).toEqual([]);
  });
});
