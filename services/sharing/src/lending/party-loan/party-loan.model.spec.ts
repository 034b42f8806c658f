import { describe, expect, it } from '@jest/globals';
import { partyLoanStates } from '@gongxiang/contracts/sharing/lending/party-loan.contract';
import { newId } from '@gongxiang/domain';
import { actions } from '../actions.js';
import { awaitsOfPartyLoan, requireOther, requireRoom, requireWaiting } from './party-loan.model.js';

const codeOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return null;
};

describe('what a party asks its union to borrow', () => {
  it.each([
    ['waiting', null],
    ['agreed', 'ILLEGAL_TRANSITION'],
    ['declined', 'ILLEGAL_TRANSITION'],
    ['withdrawn', 'ILLEGAL_TRANSITION'],
    ['lapsed', 'ILLEGAL_TRANSITION'],
  ] as const)('is answered once: where it is %s it refuses with %s', (state, code) => {
    expect(codeOf(() => requireWaiting(state, 'agreed'))).toBe(code);
  });

  it.each([
    [0, null],
    [4, null],
    [5, 'PARTY_LOANS_TOO_MANY'],
  ])('has room beside %s others: %s', (open, code) => {
    expect(codeOf(() => requireRoom(open))).toBe(code);
  });

  it('is not agreed to by whoever has asked', () => {
    expect(codeOf(() => requireOther('a', 'a'))).toBe('PARTY_LOAN_OWN');
    expect(codeOf(() => requireOther('a', 'b'))).toBeNull();
  });

  it('waits for those who borrow for the union, without whoever has asked, until it is answered', () => {
    const startsAt = new Date('2026-12-05T01:00:00Z');
    const row = { id: newId(), unionId: newId(), partyName: '夜跑', requestedBy: newId(), startsAt };
    for (const state of partyLoanStates) {
      const awaits = awaitsOfPartyLoan({ ...row, state }, '多功能厅', actions.requestLoan);
      expect(awaits).toHaveLength(state === 'waiting' ? 1 : 0);
    }
    expect(awaitsOfPartyLoan({ ...row, state: 'waiting' }, null, actions.requestLoan)).toMatchObject([
      {
        kind: 'partyLoanAsked',
        offices: { unionIds: [row.unionId], roles: ['officer', 'organiser'], exceptIds: [row.requestedBy] },
        about: { partyLoanId: row.id },
        dueAt: startsAt,
      },
    ]);
  });
});
