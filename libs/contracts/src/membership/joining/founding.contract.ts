import { sectors, type Sector } from '@gongxiang/domain';
import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Fraction,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { sizeClasses, type SizeClassName } from '../membership-events.js';
import { usccChecks, type UsccCheck } from '../unions/union.contract.js';
import { consentVersion, RouteStepView, WithdrawApplication } from './application.contract.js';

/**
 * `filed`: the union above has to decide. `returned`: the contact completes it. `electing`: approved, and the members elect.
 * `elected`: the union above has to confirm the result. `founded`: the union exists. `joined`: the workers join a joint union.
 */
export const foundingStates = [
  'filed',
  'returned',
  'electing',
  'elected',
  'founded',
  'joined',
  'refused',
  'withdrawn',
  'lapsed',
] as const;
export type FoundingState = (typeof foundingStates)[number];

/** A committee of its own, or with few members one organiser, or a joint union with others. */
export const foundingForms = ['committee', 'organiser', 'joint'] as const;
export type FoundingForm = (typeof foundingForms)[number];

export const candidateOffices = ['chair', 'committee', 'audit', 'women', 'organiser'] as const;
export type CandidateOffice = (typeof candidateOffices)[number];

/** What is declared of each candidate. There is one answer: whoever cannot give it is no candidate. */
export const candidateDeclarations = ['notEmployerNorKin'] as const;
export type CandidateDeclaration = (typeof candidateDeclarations)[number];

export const foundingDecisions = ['approve', 'join', 'return', 'refuse', 'confirm'] as const;
export type FoundingDecision = (typeof foundingDecisions)[number];

/** What has happened to a filing. */
export const foundingStepKinds = [
  'file',
  'refile',
  'elect',
  'appeal',
  'withdraw',
  'escalate',
  'lapse',
  ...foundingDecisions,
] as const;
export type FoundingStepKind = (typeof foundingStepKinds)[number];

const placeDescription =
  'Decimal degrees, WGS 84, of the workplace: it only finds the nearest union, and is not stored';

/** From what the size class of an enterprise follows. */
export class FoundingFigures {
  @Whole({ min: 1, max: 10_000_000, description: 'Heads' }) employees: number;
  @OneOf(sectors, { optional: true, description: 'Without it the size stays unclassified' })
  sector?: Sector | null;
  @Fraction({ optional: true, min: 0, description: 'In 10,000 yuan' }) revenueWan?: number | null;
  @Fraction({ optional: true, min: 0, description: 'In 10,000 yuan' }) assetsWan?: number | null;
}

export class FoundingCandidateDto {
  @Text({ max: 100 }) name: string;
  @OneOf(candidateOffices, { name: 'CandidateOffice' }) office: CandidateOffice;
  @OneOf(candidateDeclarations, {
    name: 'CandidateDeclaration',
    description:
      'They are neither head, deputy head nor head of personnel of the employer, nor close kin of one',
  })
  declaration: CandidateDeclaration;
}

/** What the contact can still change where a filing is returned. */
export class FoundingPlan extends FoundingFigures {
  @Whole({ min: 1, max: 10_000_000 }) plannedMembers: number;
  @Whole({ max: 10_000_000, description: 'Of the planned members' }) womenMembers: number;
  @OneOf(foundingForms, {
    name: 'FoundingForm',
    description: '`organiser` and `joint` with fewer than 25 members',
  })
  form: FoundingForm;
  @ListOf(() => FoundingCandidateDto, { max: 50, description: 'Empty with `joint`' })
  candidates: FoundingCandidateDto[];
}

export class PreviewFounding extends FoundingFigures {
  @Text({ max: 100 }) enterpriseName: string;
  @Text({ max: 40, description: 'Unified Social Credit Code; one that fails its check is reviewed' })
  uscc: string;
  @Text({ max: 100, description: 'Of the workplace: street and town' }) place: string;
  @Uuid({ optional: true, description: 'The union of that place, one of `GET /application-places`' })
  areaUnionId?: string | null;
  @Fraction({ optional: true, min: -180, max: 180, description: placeDescription }) longitude?: number | null;
  @Fraction({ optional: true, min: -90, max: 90, description: placeDescription }) latitude?: number | null;
}

export class FoundingPreviewView {
  @ListOf(() => RouteStepView, {
    max: 50,
    description: 'The union that decides, then each that follows if it does not',
  })
  steps: RouteStepView[];
  @Whole({ description: 'Working days for each of them; a setting of the platform, no law' })
  workingDays: number;
  @Instant({ description: 'Until when the first decides, were it filed now' }) dueAt: string;
  @OneOf(sizeClasses) sizeClass: SizeClassName;
  @OneOf(usccChecks) usccCheck: UsccCheck;
}

export class FileFounding extends FoundingPlan {
  @Text({ max: 100 }) enterpriseName: string;
  @Text({ max: 40, description: 'Unified Social Credit Code; one that fails its check is reviewed' })
  uscc: string;
  @Text({ max: 100, description: 'Of the workplace: street and town' }) place: string;
  @Uuid({ optional: true, description: 'The union of that place, one of `GET /application-places`' })
  areaUnionId?: string | null;
  @Fraction({ optional: true, min: -180, max: 180, description: placeDescription }) longitude?: number | null;
  @Fraction({ optional: true, min: -90, max: 90, description: placeDescription }) latitude?: number | null;
  @Text({ max: 100 }) contactName: string;
  @Text({ max: 40 }) phone: string;
  @Text({ max: 40, description: 'Six digits from the text message of `POST /applications/codes`' })
  code: string;
  @Text({ max: 20, description: 'The version of the note on personal information that was agreed to' })
  consentVersion: string;
}

export class ReadFoundingStatus {
  @Text({ max: 40, description: 'The number of the filing' }) number: string;
  @Text({ optional: true, max: 40, description: 'A code that was sent to the phone of the contact' })
  code?: string | null;
  @Text({ optional: true, max: 200, description: 'In place of a code: what an earlier answer gave' })
  ticket?: string | null;
}

export class RefileFounding extends FoundingPlan {
  @Text({ max: 40 }) number: string;
  @Text({ max: 200 }) ticket: string;
}

export class WithdrawFounding extends WithdrawApplication {}

export class AppealFounding extends WithdrawApplication {
  @Text({ max: 500, description: 'Why the refusal is wrong' }) reason: string;
}

export class ElectedCandidateDto {
  @Whole({ min: 1, max: 50, description: 'The number of the candidate, from 1 in the order of the filing' })
  candidate: number;
}

export class RecordElection extends WithdrawApplication {
  @CalendarDate() heldOn: string;
  @Whole({ min: 1, max: 10_000_000, description: 'Members who were entitled to vote' }) entitled: number;
  @Whole({ min: 1, max: 10_000_000, description: 'Members who were present' }) present: number;
  @ListOf(() => ElectedCandidateDto, { min: 1, max: 50 }) elected: ElectedCandidateDto[];
  @Text({ max: 40, description: 'Resident identity number of the chair or the organiser, 18 characters' })
  residentNumber: string;
  @Text({ max: 40, description: 'Of the chair or the organiser, to activate their account' }) phone: string;
}

export class FoundingCandidateView {
  @Whole() number: number;
  @Text() name: string;
  @OneOf(candidateOffices, { name: 'CandidateOffice' }) office: CandidateOffice;
  @Flag() elected: boolean;
}

export class FoundingElectionView {
  @CalendarDate() heldOn: string;
  @Whole() entitled: number;
  @Whole() present: number;
}

export class FoundingStepView {
  @Whole() number: number;
  @OneOf(foundingStepKinds, { name: 'FoundingStepKind' }) kind: FoundingStepKind;
  @Text({ description: 'The union that had the filing from then on' }) unionName: string;
  @Instant() at: string;
  @Text({ nullable: true, max: 500, description: 'Why it was refused or appealed, or what was missing' })
  reason: string | null;
}

/** What the contact and the officers see of a filing. */
export class FoundingFactsView {
  @Text() number: string;
  @OneOf(foundingStates, { name: 'FoundingState' }) state: FoundingState;
  @Text() enterpriseName: string;
  @Text() uscc: string;
  @OneOf(usccChecks) usccCheck: UsccCheck;
  @Whole() employees: number;
  @OneOf(sectors, { nullable: true }) sector: Sector | null;
  @Fraction({ nullable: true }) revenueWan: number | null;
  @Fraction({ nullable: true }) assetsWan: number | null;
  @OneOf(sizeClasses) sizeClass: SizeClassName;
  @Text() place: string;
  @Whole() plannedMembers: number;
  @Whole() womenMembers: number;
  @OneOf(foundingForms, { name: 'FoundingForm' }) form: FoundingForm;
  @Text({ nullable: true, description: 'Null once it is deleted' }) contactName: string | null;
  @ListOf(() => FoundingCandidateView, { max: 50, description: 'Empty once they are deleted' })
  candidates: FoundingCandidateView[];
  @Nested(() => FoundingElectionView, { nullable: true }) election: FoundingElectionView | null;
  @Text({ description: 'The union that decides, or has decided' }) unionName: string;
  @Text({ description: 'The union under which the new one comes' }) parentName: string;
  @Text({ nullable: true }) approvalNumber: string | null;
  @CalendarDate({ nullable: true }) approvedOn: string | null;
  @Instant() sentAt: string;
  @Instant({ nullable: true, description: 'Until when the union decides or confirms' }) dueAt: string | null;
  @Instant({
    nullable: true,
    description: 'It lapses then unless the contact completes what was returned, or an election is recorded',
  })
  lapsesAt: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Uuid({ nullable: true, description: 'The union that came of it, or the joint union to join' })
  foundedUnionId: string | null;
  @Text({ nullable: true }) foundedUnionName: string | null;
  @ListOf(() => FoundingStepView, { max: 200 }) steps: FoundingStepView[];
  @ListOf(() => RouteStepView, {
    max: 50,
    description: 'Which unions follow if this one does not decide in time',
  })
  next: RouteStepView[];
}

export class FoundingStatusView extends FoundingFactsView {
  @Text({ nullable: true, description: '138****1234' }) maskedPhone: string | null;
  @Instant({ nullable: true, description: 'A refusal can be appealed until then' }) appealUntil:
    string | null;
  @Text({ description: 'Reads on and acts for half an hour without another code' }) ticket: string;
  @Instant() ticketUntil: string;
}

export class FoundingId {
  @Uuid() foundingId: string;
}

export class ListFoundings extends PageRequest {
  @Uuid({ optional: true, description: 'Only those that are with this union or one below it' })
  union?: string;
  @OneOf(foundingStates, { optional: true, name: 'FoundingState' }) state?: FoundingState;
  @Flag({ optional: true, description: 'Only those that wait past their deadline' }) overdue?: boolean;
  @Text({
    optional: true,
    description:
      'A part of the name of the enterprise, or its whole code, the phone of the contact, or the number',
  })
  q?: string;
}

export class FoundingSummaryView {
  @Uuid() id: string;
  @Whole() version: number;
  @Text() number: string;
  @OneOf(foundingStates, { name: 'FoundingState' }) state: FoundingState;
  @Text() enterpriseName: string;
  @Text() uscc: string;
  @OneOf(foundingForms, { name: 'FoundingForm' }) form: FoundingForm;
  @Whole() employees: number;
  @Whole() plannedMembers: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Instant() sentAt: string;
  @Instant({ nullable: true }) dueAt: string | null;
  @Flag({ description: 'It waits past that time' }) overdue: boolean;
}

export class FoundingView extends FoundingFactsView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text({ nullable: true, description: 'Proven by a code, so that the contact can be called' }) phone:
    string | null;
  @Flag({ description: 'It waits past its deadline' }) overdue: boolean;
  @Text({ nullable: true, description: 'Of who was elected chair: 1101************2X' })
  maskedResidentNumber: string | null;
  @Text({ nullable: true, description: 'Of who was elected chair: 138****1234' }) maskedChairPhone:
    string | null;
  @Uuid({ nullable: true, description: 'The chair’s membership; null where it has to be transferred' })
  memberId: string | null;
  @SomeOf(foundingDecisions, { description: 'What the caller can decide now' }) decisions: FoundingDecision[];
}

export class DecideFounding {
  @Uuid() foundingId: string;
  @OneOf(foundingDecisions, {
    name: 'FoundingDecision',
    description:
      '`join` names the joint union; `return` says what is missing of a filing or of an election; `confirm` makes the union',
  })
  decision: FoundingDecision;
  @Text({ optional: true, max: 60, description: 'Required of an approval' }) approvalNumber?: string | null;
  @Text({ optional: true, max: 500, description: 'Required of `return` and `refuse`; the contact reads it' })
  reason?: string | null;
  @Uuid({ optional: true, description: 'Required of `join`: the joint union' }) unionId?: string | null;
  @Text({ optional: true, max: 100, description: 'Of `confirm`: the name of the new union' }) name?:
    string | null;
}

const enterprise = {
  enterpriseName: '武汉某某餐饮有限公司',
  uscc: '91420100MA4KXXXX0Y',
  employees: 12,
  place: '青山区钢花村街道',
};
const declaration = 'notEmployerNorKin';
const plan = {
  plannedMembers: 8,
  womenMembers: 3,
  form: 'organiser',
  candidates: [{ name: '张三', office: 'organiser', declaration }],
};
const proof = { number: '20261125-K7MP2XQA', ticket: 'k3…' };

const get = query('membership.founding.get', FoundingId, FoundingView, {
  http: 'GET union-foundings/:foundingId',
  tag: 'joining',
  summary: 'A filing that founds a union, with its way so far',
});

export const foundingContract = {
  preview: query('membership.founding.preview', PreviewFounding, FoundingPreviewView, {
    http: 'POST union-foundings/preview',
    tag: 'joining',
    summary: 'Which union would decide on a filing, and the size class; nothing is saved',
    status: 200,
    public: true,
    example: enterprise,
  }),
  file: command('membership.founding.file', FileFounding, FoundingStatusView, {
    http: 'POST union-foundings',
    tag: 'joining',
    summary: 'Files for a union of an enterprise, without a sign-in; the phone is proven by a code',
    public: true,
    idempotent: false,
    example: {
      ...enterprise,
      ...plan,
      contactName: '李四',
      phone: '13800001234',
      code: '402817',
      consentVersion,
    },
  }),
  status: command('membership.founding.status', ReadFoundingStatus, FoundingStatusView, {
    http: 'POST union-foundings/status',
    tag: 'joining',
    summary: 'Where a filing stands, by its number and a code to the contact’s phone',
    status: 200,
    public: true,
    idempotent: false,
    example: { number: '20261125-K7MP2XQA', code: '402817' },
  }),
  refile: command('membership.founding.refile', RefileFounding, FoundingStatusView, {
    http: 'POST union-foundings/refile',
    tag: 'joining',
    summary: 'The contact completes a filing that was returned',
    status: 200,
    public: true,
    idempotent: false,
    example: { ...proof, employees: 12, ...plan },
  }),
  recordElection: command('membership.founding.record-election', RecordElection, FoundingStatusView, {
    http: 'POST union-foundings/election',
    tag: 'joining',
    summary: 'The contact records the result of the election; the union above confirms it',
    status: 200,
    public: true,
    idempotent: false,
    example: {
      ...proof,
      heldOn: '2026-12-20',
      entitled: 8,
      present: 7,
      elected: [{ candidate: 1 }],
      residentNumber: '11010519491231002X',
      phone: '13800001234',
    },
  }),
  withdraw: command('membership.founding.withdraw', WithdrawFounding, FoundingStatusView, {
    http: 'POST union-foundings/withdraw',
    tag: 'joining',
    summary: 'The contact takes a filing back that has not ended',
    status: 200,
    public: true,
    idempotent: false,
    example: proof,
  }),
  appeal: command('membership.founding.appeal', AppealFounding, FoundingStatusView, {
    http: 'POST union-foundings/appeal',
    tag: 'joining',
    summary: 'The contact asks the union above to decide after a refusal, once within 30 days',
    status: 200,
    public: true,
    idempotent: false,
    example: { ...proof, reason: '职工均已自愿报名' },
  }),
  list: query('membership.founding.list', ListFoundings, pageOf(FoundingSummaryView), {
    http: 'GET union-foundings',
    tag: 'joining',
    summary: 'Filings with the unions of an officer: those that wait first, by their deadline',
  }),
  get,
  decide: versioned(
    command('membership.founding.decide', DecideFounding, FoundingView, {
      http: 'POST union-foundings/:foundingId/decide',
      tag: 'joining',
      summary:
        'Approves, returns or refuses a filing, names a joint union, or confirms the election: then the union exists',
      status: 200,
      ifMatch: true,
      example: { decision: 'approve', approvalNumber: '青工建〔2026〕18号' },
    }),
    get,
  ),
};
