import { command, Done, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Fraction, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { type EmploymentKind, employmentKinds } from '../membership-events.js';
import { type UnionTier, unionTiers } from '../union-place.js';
import { type WorkLine, workLines } from './work-line.js';

/**
 * `waiting`: a union has to decide. `transfer`: the person belongs to another union, and has to ask for a transfer. The others
 * say what they say.
 */
export const applicationStates = ['waiting', 'admitted', 'refused', 'transfer', 'withdrawn'] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** Where the applicant works: at an enterprise of the network, at one that is not here, at one without a union, or for nobody. */
export const employerKinds = ['enterprise', 'notHere', 'noUnion', 'none'] as const;
export type EmployerKind = (typeof employerKinds)[number];

/** How an application came to a union. */
export const turnKinds = ['sent', 'escalated', 'forwarded', 'appealed'] as const;
export type TurnKind = (typeof turnKinds)[number];

/** How its time there ended. */
export const turnOutcomes = [
  'admitted',
  'refused',
  'transfer',
  'forwarded',
  'escalated',
  'withdrawn',
] as const;
export type TurnOutcome = (typeof turnOutcomes)[number];

/** Why a person on record may be the applicant. */
export const candidateReasons = ['sameNumber', 'samePhone', 'sameName', 'numberSimilar'] as const;
export type CandidateReason = (typeof candidateReasons)[number];

/** The version of the note on personal information to which an applicant agrees. */
export const consentVersion = '2026-11';

const placeDescription =
  'Decimal degrees, WGS 84, of where the person works: it only finds the nearest union, and is not stored';

export class RequestPhoneCode {
  @Text({ max: 40, example: '13800001234' }) phone: string;
}

/** Where somebody works, from which it follows which union decides. */
export class WorkplaceDto {
  @OneOf(employerKinds, { name: 'EmployerKind' }) kind: EmployerKind;
  @Uuid({ optional: true, description: 'Required with `enterprise`' }) enterpriseId?: string | null;
  @Text({ optional: true, max: 100, description: 'Required with `notHere` and `noUnion`' })
  enterpriseName?: string | null;
  @Text({
    optional: true,
    max: 100,
    description:
      'Required with `none`: 外卖骑手、网约车司机、自由职业 …; the words say whether there is a sector union for it',
  })
  work?: string | null;
  @Text({ optional: true, max: 100, description: 'Required with all but `enterprise`: street and town' })
  place?: string | null;
  @Uuid({ optional: true, description: 'The union of that place, one of `GET /application-places`' })
  areaUnionId?: string | null;
  @Fraction({ optional: true, min: -180, max: 180, description: placeDescription }) longitude?: number | null;
  @Fraction({ optional: true, min: -90, max: 90, description: placeDescription }) latitude?: number | null;
  @Flag({
    optional: true,
    description: 'The union of the enterprise, and whoever belongs to it, does not see the application',
  })
  employerHidden?: boolean;
  @Flag({
    optional: true,
    description: 'With `none`: false lets the union of the place decide where a sector union would',
  })
  bySector?: boolean;
}

export class SendApplication {
  @Text({ max: 100 }) name: string;
  @Text({ max: 40, description: 'Resident identity number, 18 characters' }) residentNumber: string;
  @Text({ max: 40 }) phone: string;
  @Text({ max: 40, description: 'Six digits from the text message' }) code: string;
  @Nested(() => WorkplaceDto) workplace: WorkplaceDto;
  @Text({ max: 20, description: 'The version of the note on personal information that was agreed to' })
  consentVersion: string;
}

export class PreviewRoute {
  @Nested(() => WorkplaceDto) workplace: WorkplaceDto;
}

export class RouteStepView {
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(unionTiers, { nullable: true, name: 'UnionTier' }) tier: UnionTier | null;
}

export class RouteView {
  @ListOf(() => RouteStepView, {
    max: 50,
    description: 'The union that decides, then each that follows if it does not',
  })
  steps: RouteStepView[];
  @OneOf(workLines, {
    nullable: true,
    name: 'WorkLine',
    description: 'Where the first decides as the sector union for it',
  })
  workLine: WorkLine | null;
  @Nested(() => RouteStepView, {
    nullable: true,
    description: 'Who decides instead without `bySector`, where the first is a sector union',
  })
  byPlace: RouteStepView | null;
  @Whole({ description: 'Working days for each of them; a setting of the federation, no law' })
  workingDays: number;
  @Instant({ description: 'Until when the first decides, were it sent now' }) dueAt: string;
}

export class FindEnterprises {
  @Text({ min: 2, max: 60, description: 'A part of the name, or the whole Unified Social Credit Code' })
  q: string;
}

export class FoundEnterpriseView {
  @Uuid() id: string;
  @Text() name: string;
  @Text({ description: '9142****0X' }) maskedCode: string;
  @Text({ nullable: true, description: 'The union above, which says where it is' }) area: string | null;
  @Flag({ description: 'It has a union in the network' }) hasUnion: boolean;
}

export class FoundEnterprisesView {
  @ListOf(() => FoundEnterpriseView, { max: 10 }) items: FoundEnterpriseView[];
}

export class FindPlaces {
  @Text({ optional: true, max: 60, description: 'A part of the name or the address' }) q?: string;
  @Fraction({ optional: true, min: -180, max: 180, description: placeDescription }) longitude?: number;
  @Fraction({ optional: true, min: -90, max: 90, description: placeDescription }) latitude?: number;
}

export class FoundPlaceView {
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Text({ nullable: true }) parentName: string | null;
  @Text({ nullable: true }) address: string | null;
  @Fraction({ nullable: true, description: 'Kilometres from the given position' }) km: number | null;
}

export class FoundPlacesView {
  @ListOf(() => FoundPlaceView, { max: 10 }) items: FoundPlaceView[];
}

export class ReadApplicationStatus {
  @Text({ max: 40, description: 'The number of the application' }) number: string;
  @Text({ optional: true, max: 40, description: 'A code that was sent to the phone of the application' })
  code?: string | null;
  @Text({ optional: true, max: 200, description: 'In place of a code: what an earlier answer gave' })
  ticket?: string | null;
}

export class WithdrawApplication {
  @Text({ max: 40 }) number: string;
  @Text({ max: 200 }) ticket: string;
}

export class AppealApplication extends WithdrawApplication {
  @Text({ max: 500, description: 'Why the refusal is wrong' }) reason: string;
}

export class ApplicationTurnView {
  @Whole() number: number;
  @OneOf(turnKinds, { name: 'ApplicationTurnKind' }) kind: TurnKind;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Instant() beganAt: string;
  @Instant() dueAt: string;
  @Instant({ nullable: true }) endedAt: string | null;
  @OneOf(turnOutcomes, { nullable: true, name: 'ApplicationTurnOutcome' }) outcome: TurnOutcome | null;
  @Text({ nullable: true, max: 500, description: 'Why it was refused, forwarded or appealed' }) reason:
    string | null;
}

/** What an applicant sees of their application. */
export class ApplicationStatusView {
  @Text() number: string;
  @OneOf(applicationStates, { name: 'ApplicationState' }) state: ApplicationState;
  @Text({ nullable: true, description: 'Null once it is deleted' }) name: string | null;
  @Text({ nullable: true, description: '1101************2X' }) maskedResidentNumber: string | null;
  @Text({ nullable: true, description: '138****1234' }) maskedPhone: string | null;
  @Text({ nullable: true }) enterpriseName: string | null;
  @Text({ nullable: true }) work: string | null;
  @Text({ nullable: true }) place: string | null;
  @Flag() employerHidden: boolean;
  @Text() unionName: string;
  @Instant() sentAt: string;
  @Instant({ nullable: true }) dueAt: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @ListOf(() => ApplicationTurnView, { max: 50 }) turns: ApplicationTurnView[];
  @ListOf(() => RouteStepView, {
    max: 50,
    description: 'Which unions follow if this one does not decide in time',
  })
  next: RouteStepView[];
  @Instant({ nullable: true, description: 'A refusal can be appealed until then' }) appealUntil:
    string | null;
  @Text({ description: 'Reads, withdraws and appeals for half an hour without another code' }) ticket: string;
  @Instant() ticketUntil: string;
}

export class ApplicationId {
  @Uuid() applicationId: string;
}

export class ListApplications extends PageRequest {
  @Uuid({ optional: true, description: 'Only those that are with this union or one below it' })
  union?: string;
  @OneOf(applicationStates, { optional: true, name: 'ApplicationState' }) state?: ApplicationState;
  @Flag({ optional: true, description: 'Only those that wait past their deadline' }) overdue?: boolean;
  @Text({
    optional: true,
    description: 'The whole name, resident number, phone, or number of the application',
  })
  q?: string;
}

/** What officers of the union that has it, and of those above, see in a list. */
export class ApplicationSummaryView {
  @Uuid() id: string;
  @Whole() version: number;
  @Text() number: string;
  @OneOf(applicationStates, { name: 'ApplicationState' }) state: ApplicationState;
  @Text({ description: 'The name; 张* once it is deleted' }) name: string;
  @OneOf(employerKinds, { name: 'EmployerKind' }) employerKind: EmployerKind;
  @Text({ nullable: true }) enterpriseName: string | null;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(turnKinds, { name: 'ApplicationTurnKind' }) turnKind: TurnKind;
  @Instant() sentAt: string;
  @Instant({ nullable: true, description: 'Until when this union decides; null once it is decided' })
  dueAt: string | null;
  @Flag({ description: 'It waits past that time' }) overdue: boolean;
  @Flag({ description: 'The caller is an officer of the very union that decides' }) mayDecide: boolean;
}

export class CandidateView {
  @Uuid() memberId: string;
  @Text({ description: '张三' }) name: string;
  @Text() unionName: string;
  @Flag({ description: 'The membership has ended' }) ended: boolean;
  @ListOf(() => CandidateReasonDto, { max: 4 }) reasons: CandidateReasonDto[];
}

export class CandidateReasonDto {
  @OneOf(candidateReasons, { name: 'CandidateReason' }) reason: CandidateReason;
}

export class ApplicationView extends ApplicationSummaryView {
  @Text({ nullable: true, description: '1101************2X' }) maskedResidentNumber: string | null;
  @Text({ nullable: true, description: 'Proven by a code, so that the applicant can be called' }) phone:
    string | null;
  @Text({ nullable: true }) work: string | null;
  @Text({ nullable: true }) place: string | null;
  @Flag() employerHidden: boolean;
  @Text() consentVersion: string;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Uuid({ nullable: true, description: 'The membership that came of it' }) memberId: string | null;
  @ListOf(() => ApplicationTurnView, { max: 50 }) turns: ApplicationTurnView[];
  @ListOf(() => RouteStepView, { max: 50 }) next: RouteStepView[];
  @ListOf(() => CandidateView, {
    max: 10,
    description: 'People of the caller’s unions who may be the same person; nobody is matched by guess',
  })
  candidates: CandidateView[];
}

export class DecideApplication {
  @Uuid() applicationId: string;
  @OneOf(['admit', 'refuse'], { name: 'ApplicationDecision' }) decision: 'admit' | 'refuse';
  @Text({ optional: true, max: 500, description: 'Required of a refusal; the applicant reads it' })
  reason?: string | null;
  @OneOf(employmentKinds, { optional: true, name: 'EmploymentKind' }) employmentKind?: EmploymentKind | null;
}

export class ForwardApplication {
  @Uuid() applicationId: string;
  @Uuid({ description: 'The union that is to decide instead' }) unionId: string;
  @Text({ max: 500, description: 'The applicant reads it' }) reason: string;
}

export class ApplicationStatisticsRequest {
  @Uuid() unionId: string;
}

/** How a union decides, over the last 365 days. */
export class ApplicationStatisticsView {
  @Whole({ description: 'Applications that came to it' }) received: number;
  @Whole({ description: 'That it admitted, refused, or answered with a transfer' }) decided: number;
  @Whole({ description: 'That went up since it was silent' }) escalated: number;
  @Whole() waiting: number;
  @Whole() overdue: number;
  @Fraction({ nullable: true, description: 'The median of the time to a decision, in hours' }) medianHours:
    number | null;
  @Fraction({ nullable: true, description: 'Decided within the deadline, of decided and escalated; 0 to 1' })
  withinDeadline: number | null;
}

const workplace = { kind: 'none', work: '外卖骑手', place: '青山区钢花村街道' };
const id = '019a0000-0000-7000-8000-000000000001';

const get = query('membership.application.get', ApplicationId, ApplicationView, {
  http: 'GET applications/:applicationId',
  tag: 'joining',
  summary: 'An application with its way so far and people on record who may be the applicant',
});

export const applicationContract = {
  requestCode: command('membership.application.request-code', RequestPhoneCode, Done, {
    http: 'POST applications/codes',
    tag: 'joining',
    summary: 'Asks for a code by text message; the answer is the same whether or not one is sent',
    status: 202,
    public: true,
    idempotent: false,
    example: { phone: '13800001234' },
  }),
  route: query('membership.application.route', PreviewRoute, RouteView, {
    http: 'POST applications/route',
    tag: 'joining',
    summary: 'Which union would decide an application, and which follow; nothing is saved',
    status: 200,
    public: true,
    example: { workplace },
  }),
  findEnterprises: query('membership.application.find-enterprises', FindEnterprises, FoundEnterprisesView, {
    http: 'GET application-enterprises',
    tag: 'joining',
    summary: 'Up to ten enterprises by a part of the name or the whole code, for anyone',
    public: true,
  }),
  findPlaces: query('membership.application.find-places', FindPlaces, FoundPlacesView, {
    http: 'GET application-places',
    tag: 'joining',
    summary: 'Up to ten unions of streets, parks and districts that take members directly, the nearest first',
    public: true,
  }),
  send: command('membership.application.send', SendApplication, ApplicationStatusView, {
    http: 'POST applications',
    tag: 'joining',
    summary: 'Applies to join, without a sign-in; the phone is proven by a code',
    public: true,
    idempotent: false,
    example: {
      name: '张三',
      residentNumber: '11010519491231002X',
      phone: '13800001234',
      code: '402817',
      workplace,
      consentVersion,
    },
  }),
  status: command('membership.application.status', ReadApplicationStatus, ApplicationStatusView, {
    http: 'POST applications/status',
    tag: 'joining',
    summary:
      'Where an application stands, by its number and a code to its phone; a code stands in no address',
    status: 200,
    public: true,
    idempotent: false,
    example: { number: '20261125-K7MP2XQA', code: '402817' },
  }),
  withdraw: command('membership.application.withdraw', WithdrawApplication, ApplicationStatusView, {
    http: 'POST applications/withdraw',
    tag: 'joining',
    summary: 'The applicant takes an application back that waits',
    status: 200,
    public: true,
    idempotent: false,
    example: { number: '20261125-K7MP2XQA', ticket: 'k3…' },
  }),
  appeal: command('membership.application.appeal', AppealApplication, ApplicationStatusView, {
    http: 'POST applications/appeal',
    tag: 'joining',
    summary: 'The applicant asks the union above to decide after a refusal, once within 30 days',
    status: 200,
    public: true,
    idempotent: false,
    example: { number: '20261125-K7MP2XQA', ticket: 'k3…', reason: '我在该单位工作满一年' },
  }),
  list: query('membership.application.list', ListApplications, pageOf(ApplicationSummaryView), {
    http: 'GET applications',
    tag: 'joining',
    summary:
      'Applications with the unions of an officer: those that wait first, by their deadline, then the newest',
  }),
  get,
  decide: versioned(
    command('membership.application.decide', DecideApplication, ApplicationView, {
      http: 'POST applications/:applicationId/decide',
      tag: 'joining',
      summary: 'Admits an applicant to the union that decides, or refuses and says why',
      status: 200,
      ifMatch: true,
      example: { decision: 'admit', employmentKind: 'newForm' },
    }),
    get,
  ),
  forward: versioned(
    command('membership.application.forward', ForwardApplication, ApplicationView, {
      http: 'POST applications/:applicationId/forward',
      tag: 'joining',
      summary: 'Passes an application to another union, which gets a deadline of its own',
      status: 200,
      ifMatch: true,
      example: { unionId: id, reason: '申请人在贵街道接单' },
    }),
    get,
  ),
  statistics: query(
    'membership.application.statistics',
    ApplicationStatisticsRequest,
    ApplicationStatisticsView,
    {
      http: 'GET unions/:unionId/application-statistics',
      tag: 'joining',
      summary: 'How fast a union decides on applications',
    },
  ),
};
