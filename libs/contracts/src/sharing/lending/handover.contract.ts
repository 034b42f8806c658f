import { type PictureWidth, pictureWidths, PictureFileView } from '../../words/uploads.js';
import { command, NoRequest, pageOf, PageRequest, query, slow, versionedIn } from '../../core/contract.js';
import {
  AlwaysTrue,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { LoanView } from './loan.contract.js';
import { pieceNameLength, pieceNamesMax } from './piece.contract.js';
import { type Counting, countings, stockMax } from './resource.contract.js';

export const handoverPicturesMax = 6;
/** Of one loan: a thing that goes out and comes back in parts. */
export const handoversMax = 100;
/** More than a desk works off in a day; the most urgent are shown. */
export const deskLoansMax = 500;

/** To the borrower, or back to the owner. */
export const handoverDirections = ['out', 'back'] as const;
export type HandoverDirection = (typeof handoverDirections)[number];
/** `waiting`: for the other side. */
export const handoverStates = ['waiting', 'confirmed', 'disputed'] as const;
export type HandoverState = (typeof handoverStates)[number];
export const handoverSides = ['owner', 'borrower'] as const;
export type HandoverSide = (typeof handoverSides)[number];
/** `deadline`: nobody answered in time; `sameUnion`: it lent to itself, so that there is no other side. */
export const handoverAnswers = ['person', 'deadline', 'sameUnion'] as const;
export type HandoverAnswer = (typeof handoverAnswers)[number];
export const conditionGrades = ['asNew', 'good', 'worn', 'damaged'] as const;
export type ConditionGrade = (typeof conditionGrades)[number];

/** What the owner finds damaged, and the amount that they claim. */
export class DamageNote {
  @Text({ max: 500, example: '话筒网罩凹陷' }) note: string;
  @Nested(() => Money, { description: 'What is asked for it, by estimate; above zero' }) amount: Money;
}

export class HandoversRequest {
  @Uuid() loanId: string;
}

export class RecordHandoverRequest extends HandoversRequest {
  @Uuid({
    description: 'Its own id, given by the device: the same one sent again gets the same answer',
  })
  operationId: string;
  @OneOf(handoverDirections, { name: 'HandoverDirection' }) direction: HandoverDirection;
  @Instant({ optional: true, description: 'When it took place, by the device; now where absent' }) at?:
    string | null;
  @Whole({
    optional: true,
    min: 1,
    max: stockMax,
    description: 'How many, where it is counted; all that is left where absent',
  })
  quantity?: number | null;
  @TextList({
    optional: true,
    max: pieceNamesMax,
    length: pieceNameLength,
    description: 'Ids or label codes of the pieces, where it has labels; of what comes back all where absent',
  })
  pieces?: string[] | null;
  @OneOf(conditionGrades, { optional: true, name: 'ConditionGrade' }) grade?: ConditionGrade | null;
  @Text({ optional: true, max: 1_000, description: 'Its condition, in words', example: '外观完好，附件齐全' })
  condition?: string | null;
  @Nested(() => DamageNote, { optional: true, description: 'On the way back, by the owner' })
  damage?: DamageNote | null;
}

export class HandoverIdRequest extends HandoversRequest {
  @Uuid() handoverId: string;
}

export class DisputeHandoverRequest extends HandoverIdRequest {
  @Text({ max: 1_000, description: 'What was otherwise', example: '交来时外壳已有划痕' }) words: string;
}

export class AddHandoverPictureRequest extends HandoverIdRequest {
  @Uuid({ description: 'The file that the caller has uploaded: JPEG, PNG or WebP' }) fileKey: string;
}

export class HandoverPictureFileRequest extends HandoverIdRequest {
  @Uuid() pictureId: string;
  @OneOf(pictureWidths, { name: 'PictureWidth' }) width: PictureWidth;
}

export class HandoverPictureView {
  @Uuid() id: string;
  @Whole({ min: 1, description: 'Pixels at its greatest' }) width: number;
  @Whole({ min: 1 }) height: number;
}

export class HandoverView {
  @Uuid() id: string;
  @Whole({ min: 1, description: 'Also counts its pictures' }) version: number;
  @Uuid() loanId: string;
  @OneOf(handoverDirections, { name: 'HandoverDirection' }) direction: HandoverDirection;
  @Instant({ description: 'When it took place' }) at: string;
  @Instant({ description: 'When the platform heard of it' }) recordedAt: string;
  @OneOf(handoverSides, { name: 'HandoverSide', description: 'Who wrote it down' }) recordedBy: HandoverSide;
  @Uuid({ nullable: true, description: 'The person who wrote it down' }) recorderId: string | null;
  @Text({ nullable: true, description: 'That person, masked' }) recordedByName: string | null;
  @Whole({ description: 'How many' }) quantity: number;
  @TextList({ max: pieceNamesMax, length: 60, description: 'The labels of the pieces' }) pieces: string[];
  @OneOf(conditionGrades, { nullable: true, name: 'ConditionGrade' }) grade: ConditionGrade | null;
  @Text({ nullable: true, max: 1_000 }) condition: string | null;
  @OneOf(handoverStates, { name: 'HandoverState' }) state: HandoverState;
  @Flag({ description: "The loan goes by it: the owner's word, or confirmed" }) counts: boolean;
  @Instant({ description: 'Unanswered by then, it counts as confirmed' }) answerBy: string;
  @OneOf(handoverAnswers, { nullable: true, name: 'HandoverAnswer' }) answeredBy: HandoverAnswer | null;
  @Uuid({ nullable: true, description: 'The person who answered' }) answererId: string | null;
  @Text({ nullable: true, description: 'That person, masked' }) answeredByName: string | null;
  @Instant({ nullable: true }) answeredAt: string | null;
  @Text({ nullable: true, max: 1_000, description: 'What the other side says was otherwise' })
  dispute: string | null;
  @ListOf(() => HandoverPictureView, { max: handoverPicturesMax }) pictures: HandoverPictureView[];
  @Flag({ description: 'The caller stands on the side that answers' }) mayAnswer: boolean;
}

/** The trail of hands of one loan. */
export class HandoversView {
  @ListOf(() => HandoverView, { max: handoversMax, description: 'The earliest first' }) items: HandoverView[];
  @Whole({ description: 'So much is with the borrower' }) outNow: number;
  @Whole({ description: 'So much is still to be handed over' }) toHandOver: number;
}

/** A loan on the desk, with what tells its form which fields to show, and a label to whom its piece is lent. */
export class DeskLoanView extends LoanView {
  @OneOf(countings, { name: 'Counting' }) counting: Counting;
  @TextList({
    max: pieceNamesMax,
    length: pieceNameLength,
    description: 'Label codes of what is with the borrower',
  })
  codesOut: string[];
}

/** What a keeper has to do about loans, to be kept by a device that may be without a network. */
export class LoanDeskView {
  @Instant() asOf: string;
  @Instant({ description: 'A device forgets it then' }) validUntil: string;
  @ListOf(() => DeskLoanView, {
    max: deskLoansMax,
    description: 'Open loans of what the caller keeps, by urgency',
  })
  items: DeskLoanView[];
  @Flag({ description: 'There are more than are shown' }) hasMore: boolean;
}

export class ListWaitingHandoversRequest extends PageRequest {
  @AlwaysTrue({ description: 'Those that wait for an answer of the caller' }) waitingForMe: true;
}

/** What the other side has written down, and what counts as confirmed where the caller's side says nothing. */
export class WaitingHandoverView {
  @Uuid() id: string;
  @Uuid() loanId: string;
  @Text() resourceTitle: string;
  @OneOf(handoverDirections, { name: 'HandoverDirection' }) direction: HandoverDirection;
  @OneOf(handoverSides, { name: 'HandoverSide', description: 'Who wrote it down' }) recordedBy: HandoverSide;
  @Text({ description: 'The union on the side that wrote it down' }) unionName: string;
  @Whole({ description: 'How many' }) quantity: number;
  @Instant({ description: 'When it took place' }) at: string;
  @Instant({ description: 'Unanswered by then, it counts as confirmed' }) answerBy: string;
}

const shown = query('sharing.handover.list', HandoversRequest, HandoversView, {
  http: 'GET loans/:loanId/handovers',
  tag: 'loans',
  summary: 'Lists who had it in their hands, for both sides of the loan, the earliest first',
});

export const handoverContract = {
  record: command('sharing.handover.record', RecordHandoverRequest, HandoverView, {
    http: 'POST loans/:loanId/handovers',
    tag: 'loans',
    summary: 'Writes down that something went out or came back, in part or whole; the other side answers',
    example: {
      operationId: '019a0000-0000-7000-8000-0000000000a1',
      direction: 'back',
      at: '2026-12-01T12:05:00+08:00',
      grade: 'damaged',
      condition: '主机完好',
      damage: { note: '话筒网罩凹陷', amount: { amount: '12000', currency: 'CNY' } },
    },
  }),
  list: shown,
  confirm: versionedIn(
    command('sharing.handover.confirm', HandoverIdRequest, HandoverView, {
      http: 'POST loans/:loanId/handovers/:handoverId/confirm',
      tag: 'loans',
      summary: 'Confirms what the other side has written down',
      status: 200,
    }),
    shown,
  ),
  dispute: versionedIn(
    command('sharing.handover.dispute', DisputeHandoverRequest, HandoverView, {
      http: 'POST loans/:loanId/handovers/:handoverId/dispute',
      tag: 'loans',
      summary: 'Says what was otherwise than the other side has written down; the words stay with it',
      status: 200,
      example: { words: '交来时外壳已有划痕' },
    }),
    shown,
  ),
  addPicture: slow(
    command('sharing.handover.addPicture', AddHandoverPictureRequest, HandoverView, {
      http: 'POST loans/:loanId/handovers/:handoverId/pictures',
      tag: 'loans',
      summary: 'Adds a picture of the condition, by either side, until the loan is closed',
      example: { fileKey: '019a0000-0000-7000-8000-0000000000f1' },
    }),
  ),
  pictureFile: query('sharing.handover.pictureFile', HandoverPictureFileRequest, PictureFileView, {
    http: 'GET loans/:loanId/handovers/:handoverId/pictures/:pictureId/:width',
    tag: 'loans',
    summary: 'A picture of the condition in one of its widths, for both sides of the loan',
    files: ['image/webp'],
    isFileOnly: true,
  }),
  waiting: query('sharing.handover.waiting', ListWaitingHandoversRequest, pageOf(WaitingHandoverView), {
    http: 'GET handovers',
    tag: 'loans',
    summary: 'Handovers that count as confirmed where the caller does not answer, the first to run out first',
  }),
  desk: query('sharing.handover.desk', NoRequest, LoanDeskView, {
    http: 'GET loan-desk',
    tag: 'loans',
    summary: 'What the caller has to do about loans as a keeper, by urgency, for a device to take along',
  }),
};
