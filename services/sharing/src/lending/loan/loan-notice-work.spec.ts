import { describe, expect, it } from '@jest/globals';
import type { LoanState } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { loanNoticeOf } from './loan-notice-work.js';

const loan = (state: LoanState, borrowerUnionId = 'b') => ({
  id: 'l',
  version: 2,
  state,
  ownerUnionId: 'o',
  borrowerUnionId,
});

describe('what a change of a loan means to its two sides', () => {
  it.each([
    // Whom it waits for is told as such.
    ['asked for', null, 'requested', undefined, undefined],
    ['approved at once', null, 'approved', undefined, undefined],
    ['approved', 'requested', 'approved', 'loanApproved', ['borrower']],
    ['refused', 'requested', 'refused', 'loanRefused', ['borrower']],
    ['cancelled', 'approved', 'cancelled', 'loanCancelled', ['owner', 'borrower']],
    // Handovers have notices of their own.
    ['handed over', 'approved', 'handedOver', undefined, undefined],
    ['returned', 'handedOver', 'returned', undefined, undefined],
    ['extended', 'approved', 'approved', undefined, undefined],
  ] as const)('%s', (_name, before, state, kind, sides) => {
    const notice = loanNoticeOf(loan(state), before === null ? null : { state: before });
    expect(notice?.kind).toBe(kind);
    expect(notice?.sides).toEqual(sides);
  });

  it('is nothing to a union that lends to itself', () => {
    expect(loanNoticeOf(loan('approved', 'o'), { state: 'requested' })).toBeNull();
  });
});
