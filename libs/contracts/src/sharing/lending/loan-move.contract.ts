import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Instant, Text, Uuid, Whole } from '../../core/fields.js';
import { loanContract, LoanView } from './loan.contract.js';

export class MoveLoanRequest {
  @Uuid() loanId: string;
  @Instant() startsAt: string;
  @Instant({ description: 'The first instant that no longer belongs to the loan' }) endsAt: string;
  @Text({ max: 500, optional: true, description: 'Required where the owner moves it' }) reason?:
    string | null;
}

export class ListLoanMovesRequest extends PageRequest {
  @Uuid() loanId: string;
}

export class LoanMoveView {
  @Whole({ min: 1 }) number: number;
  @Instant() startedAt: string;
  @Instant() endedAt: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Text({ nullable: true, max: 500 }) reason: string | null;
  @Uuid() movedBy: string;
  @Instant() movedAt: string;
}

export const loanMoveContract = {
  move: versioned(
    command('sharing.loan-move.move', MoveLoanRequest, LoanView, {
      http: 'POST loans/:loanId/move',
      tag: 'loans',
      summary:
        'Moves a loan that was not handed over to another time, in one step; where the custodian decides each loan, they decide again',
      status: 200,
      example: {
        startsAt: '2026-12-02T10:00:00+08:00',
        endsAt: '2026-12-02T12:00:00+08:00',
        reason: '活动改期',
      },
    }),
    loanContract.get,
  ),
  list: query('sharing.loan-move.list', ListLoanMovesRequest, pageOf(LoanMoveView), {
    http: 'GET loans/:loanId/moves',
    tag: 'loans',
    summary: 'Lists the times that a loan had before, to its two sides',
  }),
};
