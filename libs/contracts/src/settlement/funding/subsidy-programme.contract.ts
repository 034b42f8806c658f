import { yuan } from '../../words/examples.js';
import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { sizeClasses, type SizeClassName } from '../../membership/membership-events.js';
import { Money } from '../../words/money.js';
import { PersonName } from '../party-names.js';
import { expenseCodes } from '../fund.js';

export const subsidyProgrammeStates = ['draft', 'open', 'deciding', 'notice', 'closed', 'cancelled'] as const;
export type SubsidyProgrammeState = (typeof subsidyProgrammeStates)[number];
/** `graded`: a fixed amount for each grade; `percent`: a part of what is planned to be spent, up to a cap. */
export const subsidyBases = ['graded', 'percent'] as const;
export type SubsidyBasis = (typeof subsidyBases)[number];
/** `netting`: owed in the ledger until a run settles it; `bank`: transferred directly, and posted when it has arrived. */
export const subsidyPayments = ['netting', 'bank'] as const;
export type SubsidyPayment = (typeof subsidyPayments)[number];

export const subsidyGradesMax = 10;
export const subsidyNoticeDaysMax = 60;
export const subsidyReportDaysMax = 365;

export class SubsidyGradeDto {
  @Text({ max: 20, example: 'A' }) name: string;
  @Nested(() => Money) amount: Money;
}

/** What a programme says; all of it while it is a draft, nothing of it changes afterwards. */
export class SubsidyProgrammeTerms {
  @Text({ example: '2026年社区共建项目补助' }) title: string;
  @Text({ max: 4_000, description: 'What it is for, and what is expected' }) text: string;
  @SomeOf(expenseCodes, { min: 1, description: 'What may be paid from it' }) expenseCodes: string[];
  @SomeOf(sizeClasses, { description: 'Of which enterprises unions may apply; all where the list is empty' })
  sizeClasses: SizeClassName[];
  @Flag({ description: 'Unions of small and micro enterprises stand first when applications are compared' })
  smallFirst: boolean;
  @Nested(() => Money, { description: 'What all awards may come to' }) budget: Money;
  @OneOf(subsidyBases, { name: 'SubsidyBasis' }) basis: SubsidyBasis;
  @ListOf(() => SubsidyGradeDto, { max: subsidyGradesMax, description: 'graded: the grades; else empty' })
  grades: SubsidyGradeDto[];
  @Text({ optional: true, max: 8, description: 'percent: of the planned costs', example: '50' })
  percent?: string | null;
  @Nested(() => Money, { optional: true, description: 'percent: at most so much for one application' })
  cap?: Money | null;
  @Instant({ optional: true, description: 'When applications are first taken; at once where absent' })
  opensAt?: string | null;
  @Instant({ optional: true, description: 'When the last is taken; a standing programme names none' })
  closesAt?: string | null;
  @Whole({
    max: subsidyNoticeDaysMax,
    description: 'Days of public notice before money is given; 0 for none',
  })
  noticeDays: number;
  @Whole({ max: subsidyReportDaysMax, description: 'Days for the report, after the last day of use' })
  reportDays: number;
  @Text({ max: 2_000, description: 'What the receiver accepts before it gets anything' }) conditions: string;
  @Flag({ description: 'Each line of the report needs its receipt' }) needsReceipts: boolean;
  @OneOf(subsidyPayments, { name: 'SubsidyPayment' }) payment: SubsidyPayment;
}

export class CreateSubsidyProgrammeRequest extends SubsidyProgrammeTerms {
  @Uuid({ description: 'Who gives: its programme is for the unions below it' }) unionId: string;
}

export class ChangeSubsidyProgrammeRequest extends SubsidyProgrammeTerms {
  @Uuid() programmeId: string;
}

export class SubsidyProgrammeIdRequest {
  @Uuid() programmeId: string;
}

export class ListSubsidyProgrammesRequest extends PageRequest {
  @OneOf(subsidyProgrammeStates, { optional: true, name: 'SubsidyProgrammeState' })
  state?: SubsidyProgrammeState;
  @Text({ optional: true, max: 60, description: 'Part of the title, or of the name of the union' })
  q?: string;
}

export class CancelSubsidyProgrammeRequest {
  @Uuid() programmeId: string;
  @Text({ max: 500 }) reason: string;
}

export class ObjectToSubsidyRequest {
  @Uuid() programmeId: string;
  @Uuid({ description: 'The award that it is about' }) applicationId: string;
  @Text({ max: 2_000, min: 5 }) reason: string;
}

export class ListSubsidyObjectionsRequest extends PageRequest {
  @Uuid() programmeId: string;
}

export class AnswerSubsidyObjectionRequest {
  @Uuid() programmeId: string;
  @Uuid() objectionId: string;
  @Text({ max: 2_000 }) answer: string;
  @Flag({ description: 'It is right: the awards are decided anew' }) upheld: boolean;
}

export class SubsidyProgrammeView extends SubsidyProgrammeTerms {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(subsidyProgrammeStates, { name: 'SubsidyProgrammeState' }) state: SubsidyProgrammeState;
  @Whole({ description: 'A standing programme decides in rounds' }) round: number;
  @Nested(() => Money, { description: 'What the awards come to so far, in all rounds' }) awarded: Money;
  @Nested(() => Money) left: Money;
  @Instant({ nullable: true }) noticeEndsAt: string | null;
  @Text({ nullable: true, max: 500 }) cancelReason: string | null;
  @Flag({ description: 'Applications are taken now' }) takesApplications: boolean;
  @Instant() createdAt: string;
}

/** An award as everybody below the giver may read it: no person stands in it. */
export class SubsidyNoticeLineView {
  @Uuid() applicationId: string;
  @Text() unionName: string;
  @Text() title: string;
  @Text({ nullable: true, max: 20 }) grade: string | null;
  @Nested(() => Money) amount: Money;
}

export class SubsidyNoticeView {
  @Nested(() => SubsidyProgrammeView) programme: SubsidyProgrammeView;
  @CalendarDate({ nullable: true, description: 'The last day for objections' }) lastDay: string | null;
  @Whole({ description: 'Objections that wait for an answer: the notice does not end before' })
  openObjections: number;
  @Nested(() => Money) total: Money;
  @ListOf(() => SubsidyNoticeLineView, { max: 500 }) lines: SubsidyNoticeLineView[];
}

export class SubsidyObjectionView {
  @Uuid() id: string;
  @Uuid() programmeId: string;
  @Uuid() applicationId: string;
  @Text() applicationTitle: string;
  @Text() unionName: string;
  @PersonName() objectorName: string | null;
  @Text({ max: 2_000 }) reason: string;
  @Instant() createdAt: string;
  @Text({ nullable: true, max: 2_000 }) answer: string | null;
  @Flag({ nullable: true }) upheld: boolean | null;
  @Instant({ nullable: true }) answeredAt: string | null;
}

const shown = query('settlement.subsidy-programme.get', SubsidyProgrammeIdRequest, SubsidyProgrammeView, {
  http: 'GET subsidy-programmes/:programmeId',
  tag: 'subsidies',
  summary: 'A programme; once published it is there for everybody below its giver',
});

const terms = {
  title: '2026年社区共建项目补助',
  text: '补助小微企业工会开展的社区共建活动。',
  expenseCodes: ['1.2'],
  sizeClasses: ['small', 'micro'],
  smallFirst: true,
  budget: yuan('1000000'),
  basis: 'graded',
  grades: [
    { name: 'A', amount: yuan('200000') },
    { name: 'B', amount: yuan('100000') },
    { name: 'C', amount: yuan('50000') },
  ],
  closesAt: '2099-12-31T18:00:00+08:00',
  noticeDays: 5,
  reportDays: 30,
  conditions: '专款专用，30日内报送使用情况和凭证。',
  needsReceipts: true,
  payment: 'netting',
};

export const subsidyProgrammeContract = {
  create: command(
    'settlement.subsidy-programme.create',
    CreateSubsidyProgrammeRequest,
    SubsidyProgrammeView,
    {
      http: 'POST subsidy-programmes',
      tag: 'subsidies',
      summary: 'Drafts a programme of subsidies for the unions below',
      example: { ...terms, unionId: '01930000-0000-7000-8000-000000000001' },
    },
  ),
  change: command(
    'settlement.subsidy-programme.change',
    ChangeSubsidyProgrammeRequest,
    SubsidyProgrammeView,
    {
      http: 'PUT subsidy-programmes/:programmeId',
      tag: 'subsidies',
      summary: 'Writes a draft anew; If-Match names its version',
      ifMatch: true,
      example: terms,
    },
  ),
  get: shown,
  list: query(
    'settlement.subsidy-programme.list',
    ListSubsidyProgrammesRequest,
    pageOf(SubsidyProgrammeView),
    {
      http: 'GET subsidy-programmes',
      tag: 'subsidies',
      summary: 'The programmes of my unions, and the published ones of all unions above, newest first',
    },
  ),
  open: versioned(
    command('settlement.subsidy-programme.open', SubsidyProgrammeIdRequest, SubsidyProgrammeView, {
      http: 'POST subsidy-programmes/:programmeId/open',
      tag: 'subsidies',
      summary: 'Publishes a draft: from here on nothing that it says changes',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  stop: versioned(
    command('settlement.subsidy-programme.stop', SubsidyProgrammeIdRequest, SubsidyProgrammeView, {
      http: 'POST subsidy-programmes/:programmeId/stop',
      tag: 'subsidies',
      summary: 'Ends a round of a standing programme; a call with an end stops by itself',
      status: 200,
    }),
    shown,
  ),
  approve: versioned(
    command('settlement.subsidy-programme.approve', SubsidyProgrammeIdRequest, SubsidyProgrammeView, {
      http: 'POST subsidy-programmes/:programmeId/approve',
      tag: 'subsidies',
      summary: 'Approves the decided awards, by somebody who decided none of them; the public notice begins',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  reopen: versioned(
    command('settlement.subsidy-programme.reopen', SubsidyProgrammeIdRequest, SubsidyProgrammeView, {
      http: 'POST subsidy-programmes/:programmeId/reopen',
      tag: 'subsidies',
      summary: 'Opens a standing programme for another round, with what is left of its budget',
      status: 200,
    }),
    shown,
  ),
  cancel: versioned(
    command('settlement.subsidy-programme.cancel', CancelSubsidyProgrammeRequest, SubsidyProgrammeView, {
      http: 'POST subsidy-programmes/:programmeId/cancel',
      tag: 'subsidies',
      summary: 'Cancels a programme before it has given anything in this round, with the reason',
      status: 200,
      freshRoles: true,
      example: { reason: '经费预算调整' },
    }),
    shown,
  ),
};

export const subsidyNoticeContract = {
  get: query('settlement.subsidy-notice.get', SubsidyProgrammeIdRequest, SubsidyNoticeView, {
    http: 'GET subsidy-programmes/:programmeId/notice',
    tag: 'subsidies',
    summary: 'The public notice: what is to be given to which union, for everybody below the giver',
  }),
  object: command('settlement.subsidy-notice.object', ObjectToSubsidyRequest, SubsidyObjectionView, {
    http: 'POST subsidy-programmes/:programmeId/objections',
    tag: 'subsidies',
    summary: 'Objects to an award in public notice; only the giver learns by whom',
    example: { applicationId: '01930000-0000-7000-8000-000000000001', reason: '该活动去年已获得同类补助。' },
  }),
  listObjections: query(
    'settlement.subsidy-notice.list-objections',
    ListSubsidyObjectionsRequest,
    pageOf(SubsidyObjectionView),
    {
      http: 'GET subsidy-programmes/:programmeId/objections',
      tag: 'subsidies',
      summary: 'The objections and their answers: all of them for the giver, for others their own',
    },
  ),
  answer: command('settlement.subsidy-notice.answer', AnswerSubsidyObjectionRequest, SubsidyObjectionView, {
    http: 'POST subsidy-programmes/:programmeId/objections/:objectionId/answer',
    tag: 'subsidies',
    summary: 'Answers an objection; one that is upheld has the awards decided anew',
    status: 200,
    example: { answer: '经核实，去年的补助已退回。', upheld: false },
  }),
};
