import { describe, expect, it } from '@jest/globals';
import { activityStates } from '@gongxiang/contracts/sharing/sharing-events';
import { cancellationProblem, type LoanAsked, loanOutcome } from './cancellation.model.js';

describe('an activity', () => {
  it('can be cancelled until it begins to close', () => {
    expect(activityStates.map((state) => [state, cancellationProblem(state)])).toEqual([
      ['draft', null],
      ['published', null],
      ['closing', 'ACTIVITY_CLOSED'],
      ['closed', 'ACTIVITY_CLOSED'],
      ['cancelled', 'ACTIVITY_CANCELLED'],
    ]);
  });
});

describe('the loan of a cancelled activity', () => {
  const mine: LoanAsked = {
    loan: { state: 'approved', borrowerUnionId: 'a' },
    activity: { unionId: 'a' },
    isShared: false,
  };
  const loan = mine.loan;

  it.each<[string, LoanAsked, string]>([
    ['is freed', mine, 'freed'],
    ['is freed before it was approved', { ...mine, loan: { ...loan, state: 'requested' } }, 'freed'],
    ['stays where another activity stands in it', { ...mine, isShared: true }, 'stays'],
    ['stays where another union borrows it', { ...mine, loan: { ...loan, borrowerUnionId: 'b' } }, 'stays'],
    ['has to come back once it is out', { ...mine, loan: { ...loan, state: 'handedOver' } }, 'toReturn'],
    ['is over once it came back', { ...mine, loan: { ...loan, state: 'returned' } }, 'over'],
    ['is over where it was refused', { ...mine, loan: { ...loan, state: 'refused' } }, 'over'],
    ['is over where it was cancelled', { ...mine, loan: { ...loan, state: 'cancelled' } }, 'over'],
  ])('%s', (_name, asked, outcome) => {
    expect(loanOutcome(asked)).toBe(outcome);
  });
});
