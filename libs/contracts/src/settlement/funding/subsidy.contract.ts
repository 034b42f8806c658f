import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { PersonName } from '../party-names.js';
import { expenseCodes } from '../fund.js';
import { SubsidyFileDto, SubsidyFilePlaceView } from './subsidy-application.contract.js';
import { type SubsidyPayment, subsidyPayments } from './subsidy-programme.contract.js';

/** `accepted`: waits for the transfer; `active`: may be used; `reported`: its report is looked at; `accounted`: what is left goes back. */
export const subsidyStates = [
  'offered',
  'accepted',
  'active',
  'reported',
  'accounted',
  'closed',
  'declined',
] as const;
export type SubsidyState = (typeof subsidyStates)[number];
/** `drawn` by a cost pool, `restored` as it was reversed, `used` by an accepted report, `returned` to the giver. */
export const subsidyMoveKinds = ['drawn', 'restored', 'used', 'returned'] as const;
export type SubsidyMoveKind = (typeof subsidyMoveKinds)[number];
export const subsidyReportLinesMax = 50;

export class SubsidyIdRequest {
  @Uuid() subsidyId: string;
}

export class ListSubsidiesRequest extends PageRequest {
  @OneOf(subsidyStates, { optional: true, name: 'SubsidyState' }) state?: SubsidyState;
  @Uuid({ optional: true }) activityId?: string;
  @Flag({ optional: true, description: 'Only those whose report is overdue' }) overdue?: boolean;
  @Text({ optional: true, max: 60, description: 'Part of the title, or of the name of either side' })
  q?: string;
}

export class ReasonForSubsidyRequest {
  @Uuid() subsidyId: string;
  @Text({ max: 500 }) reason: string;
}

export class SendSubsidyRequest {
  @Uuid() subsidyId: string;
  @Text({ max: 100, figures: true, description: "The bank's own number of the transfer" })
  bankReference: string;
}

export class SubsidyReportLineDto {
  @Text({ example: '场地租金' }) title: string;
  @Nested(() => Money, { description: 'Paid from the subsidy' }) amount: Money;
  @OneOf(expenseCodes) expenseCode: string;
  @Nested(() => SubsidyFileDto, { optional: true, description: 'The receipt' })
  receipt?: SubsidyFileDto | null;
}

export class ReportSubsidyRequest {
  @Uuid() subsidyId: string;
  @Text({ max: 4_000, description: 'What came of it' }) text: string;
  @ListOf(() => SubsidyReportLineDto, {
    max: subsidyReportLinesMax,
    description: 'What was paid from it outside of cost pools, which draw by themselves',
  })
  lines: SubsidyReportLineDto[];
}

export class SubsidyReceiptRequest {
  @Uuid() subsidyId: string;
  @Whole({ max: subsidyReportLinesMax - 1, description: 'The line of the report, from 0' }) number: number;
}

export class SubsidyMoveView {
  @Uuid() id: string;
  @OneOf(subsidyMoveKinds, { name: 'SubsidyMoveKind' }) kind: SubsidyMoveKind;
  @Nested(() => Money) amount: Money;
  @Nested(() => Money, { description: 'Of the subsidy, after it' }) left: Money;
  @Uuid({ nullable: true }) costPoolId: string | null;
  @Uuid({ nullable: true }) entryId: string | null;
  @Text({ nullable: true, max: 500 }) reason: string | null;
  @Instant() at: string;
}

export class SubsidyReportView {
  @Text({ max: 4_000 }) text: string;
  @ListOf(() => SubsidyReportLineDto, { max: subsidyReportLinesMax }) lines: SubsidyReportLineDto[];
  @Uuid({ nullable: true }) reportedBy: string | null;
  @PersonName() reportedByName: string | null;
  @Instant() reportedAt: string;
}

export class SubsidySummaryView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() programmeId: string;
  @Text() programmeTitle: string;
  @Uuid() applicationId: string;
  @Text() title: string;
  @Uuid() giverUnionId: string;
  @Text() giverUnionName: string;
  @Uuid() receiverUnionId: string;
  @Text() receiverUnionName: string;
  @Uuid({ nullable: true }) activityId: string | null;
  @Text({ nullable: true }) activityTitle: string | null;
  @OneOf(subsidyStates, { name: 'SubsidyState' }) state: SubsidyState;
  @OneOf(subsidyPayments, { name: 'SubsidyPayment' }) payment: SubsidyPayment;
  @Nested(() => Money) granted: Money;
  @Nested(() => Money, { description: 'Drawn by cost pools and used by reports' }) drawn: Money;
  @Nested(() => Money) returned: Money;
  @Nested(() => Money, { description: 'granted − drawn − returned' }) left: Money;
  @Instant({ description: 'Until when it is to be reported on' }) reportDueAt: string;
  @Flag() overdue: boolean;
  @Instant() createdAt: string;
}

export class SubsidyView extends SubsidySummaryView {
  @Text({ max: 2_000 }) conditions: string;
  @Flag() needsReceipts: boolean;
  @Instant({ nullable: true }) acceptedAt: string | null;
  @Text({ nullable: true, max: 100 }) bankReference: string | null;
  @Instant({ nullable: true }) sentAt: string | null;
  @Instant({ nullable: true }) receivedAt: string | null;
  @Uuid({ nullable: true, description: 'The entry by which it was given' }) entryId: string | null;
  @Nested(() => SubsidyReportView, { nullable: true }) report: SubsidyReportView | null;
  @Text({ nullable: true, max: 500, description: 'Why it was declined, or the report sent back' })
  reason: string | null;
  @ListOf(() => SubsidyMoveView, { max: 500, description: 'The earliest first' }) moves: SubsidyMoveView[];
}

const shown = query('settlement.subsidy.get', SubsidyIdRequest, SubsidyView, {
  http: 'GET subsidies/:subsidyId',
  tag: 'subsidies',
  summary: 'A subsidy with everything that was drawn, used and returned, for both sides',
});

export const subsidyContract = {
  list: query('settlement.subsidy.list', ListSubsidiesRequest, pageOf(SubsidySummaryView), {
    http: 'GET subsidies',
    tag: 'subsidies',
    summary: 'What my unions have given and got, newest first',
  }),
  get: shown,
  accept: versioned(
    command('settlement.subsidy.accept', SubsidyIdRequest, SubsidyView, {
      http: 'POST subsidies/:subsidyId/accept',
      tag: 'subsidies',
      summary:
        'Accepts the conditions, by the receiver; from here on the money is owed, or to be transferred',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  decline: versioned(
    command('settlement.subsidy.decline', ReasonForSubsidyRequest, SubsidyView, {
      http: 'POST subsidies/:subsidyId/decline',
      tag: 'subsidies',
      summary: 'Does without it, with the reason; the amount is free in the budget again',
      status: 200,
      example: { reason: '活动已取消' },
    }),
    shown,
  ),
  confirmSent: versioned(
    command('settlement.subsidy.confirm-sent', SendSubsidyRequest, SubsidyView, {
      http: 'POST subsidies/:subsidyId/confirm-sent',
      tag: 'subsidies',
      summary: "Says that it was transferred, with the bank's reference",
      status: 200,
      freshRoles: true,
      example: { bankReference: '20261120-000123' },
    }),
    shown,
  ),
  confirmReceived: versioned(
    command('settlement.subsidy.confirm-received', SubsidyIdRequest, SubsidyView, {
      http: 'POST subsidies/:subsidyId/confirm-received',
      tag: 'subsidies',
      summary: 'Says that it arrived, by another person; it is posted and may be used',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  report: versioned(
    command('settlement.subsidy.report', ReportSubsidyRequest, SubsidyView, {
      http: 'POST subsidies/:subsidyId/report',
      tag: 'subsidies',
      summary: 'Reports what came of it, and what was paid from it outside of cost pools',
      status: 200,
      example: {
        text: '活动如期举行，118人参加。',
        lines: [
          {
            title: '场地租金',
            amount: { amount: '80000', currency: 'CNY' },
            expenseCode: '1.2',
            receipt: {
              name: '场地发票.pdf',
              fileKey: '01930000-0000-7000-8000-000000000001',
              sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
            },
          },
        ],
      },
    }),
    shown,
  ),
  acceptReport: versioned(
    command('settlement.subsidy.accept-report', SubsidyIdRequest, SubsidyView, {
      http: 'POST subsidies/:subsidyId/accept-report',
      tag: 'subsidies',
      summary: 'Accepts the report, by another person than its author; what it says counts as used',
      status: 200,
    }),
    shown,
  ),
  returnReport: versioned(
    command('settlement.subsidy.return-report', ReasonForSubsidyRequest, SubsidyView, {
      http: 'POST subsidies/:subsidyId/return-report',
      tag: 'subsidies',
      summary: 'Sends the report back, with the reason',
      status: 200,
      example: { reason: '缺少场地发票' },
    }),
    shown,
  ),
  clawBack: versioned(
    command('settlement.subsidy.claw-back', ReasonForSubsidyRequest, SubsidyView, {
      http: 'POST subsidies/:subsidyId/claw-back',
      tag: 'subsidies',
      summary: 'Claims back what was not used, or not reported on in time; it is owed from here on',
      status: 200,
      freshRoles: true,
      example: { reason: '活动结余' },
    }),
    shown,
  ),
  getReceipt: query('settlement.subsidy.get-receipt', SubsidyReceiptRequest, SubsidyFilePlaceView, {
    http: 'GET subsidies/:subsidyId/receipts/:number',
    tag: 'subsidies',
    summary: 'The receipt of a line of the report, by its place in it',
    files: ['application/pdf', 'image/png', 'image/jpeg'],
    isFileOnly: true,
  }),
};
