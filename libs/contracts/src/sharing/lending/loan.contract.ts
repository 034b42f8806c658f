import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  AlwaysTrue,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  OrderBy,
  type OrderWord,
  ownUnionsOnly,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { type SilenceKind, silenceKinds } from './grant-terms.js';
import { BorrowingParty } from './party-loan.contract.js';
import { LoanPiece, pieceNameLength, pieceNamesMax } from './piece.contract.js';
import { stockMax } from './resource.contract.js';
import { type UnionBusiness, unionBusinesses } from '../sharing-events.js';

export const loanStates = [
  'requested',
  'approved',
  'refused',
  'handedOver',
  'returned',
  'cancelled',
] as const;
export type LoanState = (typeof loanStates)[number];
export const loanRights = ['ownership', 'grant'] as const;
export type LoanRight = (typeof loanRights)[number];
export const loanReasonCodes = [
  'DECIDED',
  'DECISION_DEADLINE',
  'ACTIVITY_CANCELLED',
  'RIGHT_REVOKED',
] as const;
export type LoanReasonCode = (typeof loanReasonCodes)[number];

export class CreateLoanRequest {
  @Uuid({ description: 'The union that borrows' }) borrowerUnionId: string;
  @Uuid() resourceId: string;
  @Instant() startsAt: string;
  @Instant({ description: 'The first instant that no longer belongs to the loan' }) endsAt: string;
  @Text({ max: 500 }) purpose: string;
  @Uuid({ optional: true, description: 'The activity that it serves' }) activityId?: string | null;
  @Uuid({ optional: true, description: 'The need that it answers' }) needId?: string | null;
  @OneOf(unionBusinesses, { optional: true, description: 'What it is for, where the right asks for that' })
  business?: UnionBusiness | null;
  @Text({
    optional: true,
    description:
      'By an officer of the owner only: why a borrower with an overdue loan gets this one; it is approved at once',
  })
  overrideReason?: string | null;
  @Whole({ min: 1, max: stockMax, optional: true, description: 'Pieces, or of a stock; 1 where absent' })
  quantity?: number | null;
  @Text({ optional: true, max: 100, description: 'Of a hold that this request uses up' })
  holdToken?: string | null;
  @Whole({
    min: 1,
    optional: true,
    description: 'The version of the conditions of use that the borrower has accepted, where there are any',
  })
  conditionsVersion?: number | null;
}

export class LoanIdRequest {
  @Uuid() loanId: string;
}

export class HandOverLoanRequest {
  @Uuid() loanId: string;
  @TextList({
    max: pieceNamesMax,
    length: pieceNameLength,
    optional: true,
    description:
      'Ids or label codes of the pieces; required, and as many as are lent, where it is counted in pieces',
  })
  pieces?: string[] | null;
}

export class ReturnLoanRequest {
  @Uuid() loanId: string;
  @TextList({
    max: pieceNamesMax,
    length: pieceNameLength,
    optional: true,
    description: 'Ids or label codes of the pieces that came back, which have to be all; all where absent',
  })
  pieces?: string[] | null;
}

export class RefuseLoanRequest {
  @Uuid() loanId: string;
  @Text({ max: 500 }) reason: string;
}

export class CancelLoanRequest {
  @Uuid() loanId: string;
  @Text({ max: 500, optional: true, description: 'Required where the owner cancels' }) reason?: string | null;
}

export class ExtendLoanRequest {
  @Uuid() loanId: string;
  @Instant({ description: 'The new end, later than the present one' }) endsAt: string;
}

export const loanOrders = ['startsAt'] as const;
export type LoanOrder = OrderWord<(typeof loanOrders)[number]>;

export class ListLoansRequest extends PageRequest {
  @OneOf(loanStates, { optional: true }) state?: LoanState;
  @AlwaysTrue({
    optional: true,
    description:
      'Only returned ones on whose return the two sides do not agree yet, or with a claim still open',
  })
  unsettled?: true;
  @OneOf(['borrower', 'owner'], {
    optional: true,
    description: 'On which side the caller stands; both where absent',
  })
  role?: 'borrower' | 'owner';
  @Flag(ownUnionsOnly) ownUnions?: boolean;
  @Uuid({ optional: true, description: 'Only those that were asked for because of this need' }) need?: string;
  @OrderBy(loanOrders, 'the newest first') order?: LoanOrder;
}

export class ListMyLoansRequest extends PageRequest {}

export class LoanView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() resourceId: string;
  @Text() resourceTitle: string;
  @Uuid() ownerUnionId: string;
  @Text() ownerUnionName: string;
  @Uuid() borrowerUnionId: string;
  @Text() borrowerUnionName: string;
  @Uuid() requestedBy: string;
  @OneOf(loanStates) state: LoanState;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Text({ max: 500 }) purpose: string;
  @Uuid({ nullable: true }) activityId: string | null;
  @Uuid({ nullable: true }) needId: string | null;
  @OneOf(loanRights, { description: 'By which right: the union lends to itself, or a grant covers it' })
  right: LoanRight;
  @Uuid({ nullable: true, description: 'The grant that allows it' }) grantId: string | null;
  @Whole({ nullable: true, description: 'The version of the grant under which it was asked for or approved' })
  grantVersion: number | null;
  @OneOf(unionBusinesses, { nullable: true, description: 'What it is for' }) business: UnionBusiness | null;
  @Nested(() => Money, { nullable: true, description: 'For all of it, as agreed at approval' })
  fee: Money | null;
  @Nested(() => Money, { nullable: true, description: 'As agreed at approval' }) deposit: Money | null;
  @Whole({ nullable: true, description: 'The version of the conditions of use that was accepted' })
  conditionsVersion: number | null;
  @Text({ nullable: true, max: 500, description: 'What is shared and how, where the cost is' }) priceText:
    string | null;
  @Instant({
    nullable: true,
    description: 'Undecided by then, the request is refused, or approved: see onSilence',
  })
  decideBy: string | null;
  @OneOf(silenceKinds, {
    nullable: true,
    name: 'SilenceKind',
    description: 'What becomes of the request that nobody decides in time',
  })
  onSilence: SilenceKind | null;
  @OneOf(loanReasonCodes, {
    nullable: true,
    description:
      'Why it was refused: by a person, by the deadline, or as the right to it was revoked; or cancelled: with the activity that was to take place there, or with the right. Approved with a deadline: nobody decided in time',
  })
  reasonCode: LoanReasonCode | null;
  @Text({ nullable: true, max: 500 }) reason: string | null;
  @Text({ nullable: true }) overrideReason: string | null;
  @Instant({
    nullable: true,
    description: 'When its owner answered, or the time to answer was over; null: not yet, or nobody had to',
  })
  decidedAt: string | null;
  @Instant({ nullable: true }) handedOverAt: string | null;
  @Instant({ nullable: true }) returnedAt: string | null;
  @Instant({
    nullable: true,
    description: 'Both sides agree on the return, or the time to object is over; nothing is open any more',
  })
  closedAt: string | null;
  @Instant({ nullable: true, description: 'Held until then for an extension that is asked for' })
  heldUntil: string | null;
  @Flag({ description: 'Handed over, and past its end' }) overdue: boolean;
  @Instant() createdAt: string;
  @Whole({ description: 'How many of it' }) quantity: number;
  @Flag({
    description:
      "The person who asked is no member any more, or not of the borrower: the borrower's officers see to the loan",
  })
  requesterLeft: boolean;
  @Text({
    nullable: true,
    description: 'The club, organisation or enterprise in whose name the union borrows; null: in its own',
  })
  partyName: string | null;
  @Nested(() => BorrowingParty, { nullable: true, description: 'That party' }) party: BorrowingParty | null;
}

/** The pieces that went out with a loan, the labels in order. */
export class LoanPiecesView {
  @Uuid() loanId: string;
  @ListOf(() => LoanPiece, { max: 20_000 }) pieces: LoanPiece[];
}

const shown = query('sharing.loan.get', LoanIdRequest, LoanView, {
  http: 'GET loans/:loanId',
  tag: 'loans',
  summary: 'Shows a loan to its two sides',
});

export const loanContract = {
  request: command('sharing.loan.request', CreateLoanRequest, LoanView, {
    http: 'POST loans',
    tag: 'loans',
    summary: 'Asks for a resource for a time, and holds it from now on',
    example: {
      borrowerUnionId: '019a0000-0000-7000-8000-000000000002',
      resourceId: '019a0000-0000-7000-8000-000000000003',
      startsAt: '2026-12-01T10:00:00+08:00',
      endsAt: '2026-12-01T12:00:00+08:00',
      purpose: '职工运动会',
    },
  }),
  approve: versioned(
    command('sharing.loan.approve', LoanIdRequest, LoanView, {
      http: 'POST loans/:loanId/approve',
      tag: 'loans',
      summary: 'Approves a request, as the owner',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  refuse: versioned(
    command('sharing.loan.refuse', RefuseLoanRequest, LoanView, {
      http: 'POST loans/:loanId/refuse',
      tag: 'loans',
      summary: 'Refuses a request with a reason, as the owner',
      status: 200,
      freshRoles: true,
      example: { reason: '当天设备检修' },
    }),
    shown,
  ),
  handOver: versioned(
    command('sharing.loan.handOver', HandOverLoanRequest, LoanView, {
      http: 'POST loans/:loanId/hand-over',
      tag: 'loans',
      summary: 'Notes that the resource was handed over, as the owner; of pieces, which',
      status: 200,
      example: { pieces: ['K7WD-M3PX'] },
    }),
    shown,
  ),
  giveBack: versioned(
    command('sharing.loan.giveBack', ReturnLoanRequest, LoanView, {
      http: 'POST loans/:loanId/return',
      tag: 'loans',
      summary: 'Notes that the resource came back, as the owner',
      status: 200,
      example: { pieces: ['K7WD-M3PX'] },
    }),
    shown,
  ),
  cancel: versioned(
    command('sharing.loan.cancel', CancelLoanRequest, LoanView, {
      http: 'POST loans/:loanId/cancel',
      tag: 'loans',
      summary: 'Cancels a loan that was not handed over; the owner says why',
      status: 200,
      example: { reason: '活动改期' },
    }),
    shown,
  ),
  extend: versioned(
    command('sharing.loan.extend', ExtendLoanRequest, LoanView, {
      http: 'POST loans/:loanId/extend',
      tag: 'loans',
      summary: 'Extends a loan where the time after it is free and the right of use covers it',
      status: 200,
      example: { endsAt: '2026-12-01T13:00:00+08:00' },
    }),
    shown,
  ),
  get: shown,
  pieces: query('sharing.loan.pieces', LoanIdRequest, LoanPiecesView, {
    http: 'GET loans/:loanId/pieces',
    tag: 'loans',
    summary: 'Which pieces went out with a loan, and which are back, to its two sides',
  }),
  list: query('sharing.loan.list', ListLoansRequest, pageOf(LoanView), {
    http: 'GET loans',
    tag: 'loans',
    summary: 'Lists the loans on whose side the caller stands, as borrower or as owner, newest first',
  }),
  listMine: query('sharing.loan.listMine', ListMyLoansRequest, pageOf(LoanView), {
    http: 'GET me/loans',
    tag: 'loans',
    summary: 'Lists the loans that the caller asked for',
  }),
};
