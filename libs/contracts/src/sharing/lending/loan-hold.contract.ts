import { command, Done } from '../../core/contract.js';
import { Instant, Text, Uuid, Whole } from '../../core/fields.js';
import { stockMax } from './resource.contract.js';

export const holdMinutesMax = 15;

export class CreateLoanHoldRequest {
  @Uuid() resourceId: string;
  @Uuid({ description: 'The union that would borrow' }) borrowerUnionId: string;
  @Instant() startsAt: string;
  @Instant({ description: 'The first instant that no longer belongs to it' }) endsAt: string;
  @Whole({ optional: true, min: 1, max: holdMinutesMax, description: '10 where absent' }) minutes?: number;
  @Whole({ min: 1, max: stockMax, optional: true, description: 'Pieces, or of a stock; 1 where absent' })
  quantity?: number | null;
}

export class LoanHoldIdRequest {
  @Uuid() resourceId: string;
  @Uuid() holdId: string;
}

/** A time that is kept for a few minutes, for whoever holds the token. */
export class LoanHoldView {
  @Uuid() id: string;
  @Uuid() resourceId: string;
  @Uuid() borrowerUnionId: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Whole({ min: 1, description: 'How many of it' }) quantity: number;
  @Instant({ description: 'From then on the time is free again' }) expiresAt: string;
  @Text({
    nullable: true,
    max: 100,
    description: 'Goes with the request for the loan. Shown once: null in a repeated answer',
  })
  token: string | null;
}

export const loanHoldContract = {
  create: command('sharing.loan-hold.create', CreateLoanHoldRequest, LoanHoldView, {
    http: 'POST resources/:resourceId/holds',
    tag: 'loans',
    summary: 'Keeps a time for a few minutes; a request for the loan uses the token up',
    example: {
      borrowerUnionId: '019a0000-0000-7000-8000-000000000002',
      startsAt: '2026-12-01T10:00:00+08:00',
      endsAt: '2026-12-01T12:00:00+08:00',
      minutes: 10,
    },
  }),
  remove: command('sharing.loan-hold.remove', LoanHoldIdRequest, Done, {
    http: 'DELETE resources/:resourceId/holds/:holdId',
    tag: 'loans',
    summary: 'Gives up a time that the caller holds',
  }),
};
