import { describe, expect, it } from '@jest/globals';
import { awaitsOfAccount } from './payee-account-awaits.model.js';

const awaitsOf = (proposedBy: string | null) =>
  awaitsOfAccount({ unionId: 'a', proposedBy }, '工会A', { roles: ['approver'] });

describe('the account at which a union is paid', () => {
  it('that is proposed waits for who confirms it, but not for who proposes it', () => {
    expect(awaitsOf('p1')).toMatchObject([
      {
        kind: 'payeeAccountProposed',
        offices: { roles: ['approver'], unionIds: ['a'], isNearest: true, exceptIds: ['p1'] },
        about: { moneyId: 'a' },
        values: { partyName: '工会A' },
      },
    ]);
  });

  it('waits for nobody while none is proposed', () => {
    expect(awaitsOf(null)).toEqual([]);
  });
});
