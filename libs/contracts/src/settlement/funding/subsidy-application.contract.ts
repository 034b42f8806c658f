import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { CalendarDate, Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { sizeClasses, type SizeClassName } from '../../membership/membership-events.js';
import { Money } from '../../words/money.js';
import { PersonName } from '../party-names.js';

/** `proposed`, `rejected`: decided, and not approved yet; `lapsed`: the programme ended without a decision. */
export const subsidyApplicationStates = [
  'draft',
  'submitted',
  'proposed',
  'rejected',
  'granted',
  'refused',
  'withdrawn',
  'lapsed',
] as const;
export type SubsidyApplicationState = (typeof subsidyApplicationStates)[number];
export const subsidyOutcomes = ['award', 'refuse'] as const;
export type SubsidyOutcome = (typeof subsidyOutcomes)[number];
export const subsidyFilesMax = 10;

/** A file that the caller has uploaded; of nobody else does it count. */
export class SubsidyFileDto {
  @Text({ max: 100, example: '活动方案.pdf' }) name: string;
  @Text() fileKey: string;
  @Text({ min: 64, max: 64, pattern: /^[0-9a-f]{64}$/, description: 'SHA-256 of the file, in hex' })
  sha256: string;
}

/** What a union asks for. */
export class SubsidyApplicationTerms {
  @Uuid({
    optional: true,
    description: 'An activity of the union, or of a club of it; the money is drawn by its costs',
  })
  activityId?: string | null;
  @Text({ example: '职工健步走' }) title: string;
  @Text({ max: 4_000, description: 'What it is for, and how it will be used' }) plan: string;
  @CalendarDate({ description: 'The last day on which the money is used' }) useUntil: string;
  @Nested(() => Money, { description: 'What is asked for' }) requested: Money;
  @Nested(() => Money, { description: 'What all of it will cost' }) planned: Money;
  @ListOf(() => SubsidyFileDto, { max: subsidyFilesMax }) files: SubsidyFileDto[];
}

export class CreateSubsidyApplicationRequest extends SubsidyApplicationTerms {
  @Uuid() programmeId: string;
  @Uuid({ description: 'Who applies' }) unionId: string;
}

export class ChangeSubsidyApplicationRequest extends SubsidyApplicationTerms {
  @Uuid() applicationId: string;
}

export class SubsidyApplicationIdRequest {
  @Uuid() applicationId: string;
}

export class ListSubsidyApplicationsRequest extends PageRequest {
  @Uuid({ optional: true }) programmeId?: string;
  @OneOf(subsidyApplicationStates, { optional: true, name: 'SubsidyApplicationState' })
  state?: SubsidyApplicationState;
  @Text({ optional: true, max: 60, description: 'Part of the title, or of the name of the union' })
  q?: string;
}

export class DecideSubsidyApplicationRequest {
  @Uuid() applicationId: string;
  @OneOf(subsidyOutcomes, { name: 'SubsidyOutcome' }) outcome: SubsidyOutcome;
  @Text({ optional: true, max: 20, description: 'award by grades: the grade' }) grade?: string | null;
  @Nested(() => Money, { optional: true, description: 'award by percent: less than the most that is due' })
  amount?: Money | null;
  @Text({ max: 500, description: 'Why; it is shown to the applicant' }) reason: string;
}

export class SubsidyApplicationFileRequest {
  @Uuid() applicationId: string;
  @Whole({ max: subsidyFilesMax - 1, description: 'Its place in the list, from 0' }) number: number;
}

/** Where the gateway finds a file: one of the person who uploaded it, with the content that they declared. */
export class SubsidyFilePlaceView {
  @Text() fileKey: string;
  @Uuid() ownerId: string;
  @Text({ min: 64, max: 64 }) sha256: string;
  @Text({ max: 100 }) name: string;
}

export class SubsidyApplicationView extends SubsidyApplicationTerms {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() programmeId: string;
  @Text() programmeTitle: string;
  @Whole() round: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(sizeClasses, { nullable: true, description: "Of the union's enterprise" })
  sizeClass: SizeClassName | null;
  @Text({ nullable: true }) activityTitle: string | null;
  @OneOf(subsidyApplicationStates, { name: 'SubsidyApplicationState' }) state: SubsidyApplicationState;
  @Text({ nullable: true, max: 20 }) grade: string | null;
  @Nested(() => Money, { nullable: true, description: 'What is to be given' }) award: Money | null;
  @Text({ nullable: true, max: 500 }) reason: string | null;
  @Flag({ description: 'It stands first: small or micro, where the programme says so' }) isFirst: boolean;
  @Uuid({ nullable: true }) submittedBy: string | null;
  @PersonName() submittedByName: string | null;
  @Instant({ nullable: true }) submittedAt: string | null;
  @Uuid({ nullable: true }) decidedBy: string | null;
  @PersonName() decidedByName: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Uuid({ nullable: true, description: 'What was given' }) subsidyId: string | null;
  @Instant() createdAt: string;
}

const shown = query(
  'settlement.subsidy-application.get',
  SubsidyApplicationIdRequest,
  SubsidyApplicationView,
  {
    http: 'GET subsidy-applications/:applicationId',
    tag: 'subsidies',
    summary: 'An application with its decision',
  },
);

const terms = {
  activityId: '01930000-0000-7000-8000-000000000001',
  title: '职工健步走',
  plan: '组织周边三家小微企业职工健步走，约120人。',
  useUntil: '2099-12-31',
  requested: { amount: '150000', currency: 'CNY' },
  planned: { amount: '300000', currency: 'CNY' },
  files: [],
};

export const subsidyApplicationContract = {
  create: command(
    'settlement.subsidy-application.create',
    CreateSubsidyApplicationRequest,
    SubsidyApplicationView,
    {
      http: 'POST subsidy-applications',
      tag: 'subsidies',
      summary: 'Drafts an application of a union, for an activity or another purpose',
      example: {
        ...terms,
        programmeId: '01930000-0000-7000-8000-000000000001',
        unionId: '01930000-0000-7000-8000-000000000001',
      },
    },
  ),
  change: command(
    'settlement.subsidy-application.change',
    ChangeSubsidyApplicationRequest,
    SubsidyApplicationView,
    {
      http: 'PUT subsidy-applications/:applicationId',
      tag: 'subsidies',
      summary:
        'Writes an application anew, while the programme takes applications; If-Match names its version',
      ifMatch: true,
      example: terms,
    },
  ),
  get: shown,
  list: query(
    'settlement.subsidy-application.list',
    ListSubsidyApplicationsRequest,
    pageOf(SubsidyApplicationView),
    {
      http: 'GET subsidy-applications',
      tag: 'subsidies',
      summary: 'The applications of my unions and of those below them, newest first',
    },
  ),
  submit: versioned(
    command('settlement.subsidy-application.submit', SubsidyApplicationIdRequest, SubsidyApplicationView, {
      http: 'POST subsidy-applications/:applicationId/submit',
      tag: 'subsidies',
      summary: 'Hands an application in',
      status: 200,
    }),
    shown,
  ),
  withdraw: versioned(
    command('settlement.subsidy-application.withdraw', SubsidyApplicationIdRequest, SubsidyApplicationView, {
      http: 'POST subsidy-applications/:applicationId/withdraw',
      tag: 'subsidies',
      summary: 'Withdraws an application before anything is given',
      status: 200,
    }),
    shown,
  ),
  decide: versioned(
    command(
      'settlement.subsidy-application.decide',
      DecideSubsidyApplicationRequest,
      SubsidyApplicationView,
      {
        http: 'POST subsidy-applications/:applicationId/decide',
        tag: 'subsidies',
        summary: 'Proposes an award or a refusal, with the reason; again until the awards are approved',
        status: 200,
        freshRoles: true,
        example: { outcome: 'award', grade: 'B', reason: '方案完整，惠及三家小微企业' },
      },
    ),
    shown,
  ),
  getFile: query(
    'settlement.subsidy-application.get-file',
    SubsidyApplicationFileRequest,
    SubsidyFilePlaceView,
    {
      http: 'GET subsidy-applications/:applicationId/files/:number',
      tag: 'subsidies',
      summary: 'A file of an application, by its place in the list',
      files: ['application/pdf', 'image/png', 'image/jpeg'],
      isFileOnly: true,
    },
  ),
};
