import { base64Of } from '../../words/examples.js';
import type { PartyKind } from '@gongxiang/domain';
import { command, pageOf, PageRequest, query, traceless, versioned } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Fraction,
  Instant,
  Json,
  ListOf,
  MapOf,
  Nested,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { PrintedFileView } from '../../words/printed-file.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../sharing/sharing-events.js';
import { answerKeyPattern } from '../systems/indicator-system.contract.js';
import { base64Pattern, ResponseReceived, TokenSignature } from '../surveys/survey.contract.js';

/**
 * As what a party is asked. Providers lent something in the season, borrowers borrowed; a party may be several kinds, and
 * answers once as each. Volunteers are the persons whose own offer, be it their skill, their time or a thing, was taken up.
 */
export const efficacyKinds = [
  'union',
  'enterprise',
  'club',
  'provider',
  'borrower',
  'organisation',
  'volunteer',
] as const;
export type EfficacyKind = (typeof efficacyKinds)[number];

/** 认同感 and 满意度. */
export const efficacyAspects = ['identification', 'satisfaction'] as const;
export type EfficacyAspect = (typeof efficacyAspects)[number];

export const efficacySurveyStates = ['scheduled', 'open', 'closing', 'closed', 'cancelled', 'void'] as const;
export type EfficacySurveyState = (typeof efficacySurveyStates)[number];

/** `named`: shown with the party's name after the close; `pooled`: by a token, and only ever shown together with others. */
export const answeringManners = ['named', 'pooled'] as const;
export type AnsweringManner = (typeof answeringManners)[number];

/** Who can be invited: a person only as a volunteer, without their name, and only for pooled answers. */
export const invitedPartyKinds = ['union', 'enterprise', 'club', 'organisation', 'person'] as const;
export type InvitedPartyKind = PartyKind;

/** What happened, beside what is thought of it: numbers, heads, yuan a head, a share from 0 to 1, hours. */
export const efficacyFactNames = [
  'activities',
  'heads',
  'costPerHead',
  'loansLent',
  'loansBorrowed',
  'loanPunctuality',
  'replyTime',
] as const;
export type EfficacyFactName = (typeof efficacyFactNames)[number];

const Kind = (): PropertyDecorator => OneOf(efficacyKinds, { name: 'EfficacyKind' });
const Aspect = (): PropertyDecorator => OneOf(efficacyAspects, { name: 'EfficacyAspect' });
const Manner = (): PropertyDecorator => OneOf(answeringManners, { name: 'AnsweringManner' });
/** From 1 to 5, a high one is good everywhere. */
const Mean = (): PropertyDecorator =>
  Fraction({ nullable: true, description: '1 to 5, more is better; null for nobody and for too few alike' });

export class CreateEfficacySurveyRequest {
  @Uuid({ description: 'The parties in its subtree are asked; its evaluators hold the survey' })
  unionId: string;
  @Text({ max: 100, example: '2026 年第四季度' }) name: string;
  @Uuid({ description: 'A published one' }) indicatorSystemId: string;
  @Text({
    max: 40,
    pattern: answerKeyPattern,
    description: 'The indicator of 认同感: what lies below it is asked',
  })
  identificationKey: string;
  @Text({
    max: 40,
    pattern: answerKeyPattern,
    description: 'The indicator of 满意度: what lies below it is asked',
  })
  satisfactionKey: string;
  @CalendarDate({ description: 'The first day of the season that is judged' }) from: string;
  @CalendarDate({ description: 'And the last' }) to: string;
  @Instant({ description: 'Who is invited is fixed then' }) opensAt: string;
  @Instant() closesAt: string;
}

export class EfficacySurveyIdRequest {
  @Uuid() efficacySurveyId: string;
}

export class ChangeEfficacySurveyRequest extends EfficacySurveyIdRequest {
  @Text({ optional: true, max: 100 }) name?: string;
  @Instant({ optional: true, description: 'Where it is over already, the survey opens at once' })
  opensAt?: string;
  @Instant({ optional: true }) closesAt?: string;
}

export class ListEfficacySurveysRequest extends PageRequest {
  @OneOf(efficacySurveyStates, { optional: true }) state?: EfficacySurveyState;
}

export class EfficacyQuestion {
  @Text() key: string;
  @Text() text: string;
  @Aspect() aspect: EfficacyAspect;
  @OneOf(resourceFunctions) function: ResourceFunction;
  @OneOf(unionBusinesses) business: UnionBusiness;
}

export class EfficacySurveyView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Text() name: string;
  @Uuid() indicatorSystemId: string;
  @CalendarDate() from: string;
  @CalendarDate() to: string;
  @OneOf(efficacySurveyStates) state: EfficacySurveyState;
  @ListOf(() => EfficacyQuestion, { max: 200 }) questions: EfficacyQuestion[];
  @Instant() opensAt: string;
  @Instant() closesAt: string;
  @Instant({ nullable: true }) closedAt: string | null;
  @Flag({ description: 'The caller holds the survey: they may close it, and see who has not answered' })
  mayHold: boolean;
}

/** A party that takes part, by name. */
export class InvitedPartyView {
  @OneOf(invitedPartyKinds, { name: 'InvitedPartyKind' }) kind: InvitedPartyKind;
  @Uuid() id: string;
  @Text({ min: 0, max: 300, description: 'As it was called when it was invited; empty for a person' })
  name: string;
}

export class ListEfficacyInvitationsRequest extends PageRequest {
  @Uuid() efficacySurveyId: string;
  @OneOf(efficacyKinds, { optional: true, name: 'EfficacyKind' }) kind?: EfficacyKind;
  @Flag({ optional: true, description: 'Those who have answered, or those who have not' })
  answered?: boolean;
  @Text({ optional: true, description: 'Only those whose name contains this' }) q?: string;
}

/** That it has, and never what or in which manner. */
export class EfficacyInvitationView {
  @Kind() kind: EfficacyKind;
  @Nested(() => InvitedPartyView) party: InvitedPartyView;
  @Text({ max: 300, description: 'The union whose officers answer for it; of a person their own' })
  answeringUnion: string;
  @Flag({ description: 'In its name, or by a token that was taken: whether that was used, nobody knows' })
  answered: boolean;
}

export class ListMyEfficacyInvitationsRequest extends PageRequest {}

/** By what pooled answers of the same kind and place are signed for, and sealed. */
export class EfficacyPoolView {
  @Uuid() id: string;
  @Json({ description: 'JWK, RSA-PSS with SHA-384: tokens are blinded for it and verified by it' })
  publicKey: Record<string, unknown>;
  @Text({ description: '32 bytes, base64url: the public key that answers are sealed to' }) sealingKey: string;
}

/** What the caller may answer, or has, for a party. */
export class MyEfficacyInvitationView extends EfficacyInvitationView {
  @Text({ description: 'Of the survey, the kind and the party' }) id: string;
  @Uuid() efficacySurveyId: string;
  @Text() name: string;
  @CalendarDate() from: string;
  @CalendarDate() to: string;
  @Instant() closesAt: string;
  @OneOf(answeringManners, { nullable: true, name: 'AnsweringManner' }) manner: AnsweringManner | null;
  @Nested(() => EfficacyPoolView, {
    nullable: true,
    description: 'For a pooled answer; null for a moment after the opening, while its keys are made',
  })
  pool: EfficacyPoolView | null;
}

const isStep = (value: unknown): boolean => Number.isInteger(value);
const Steps = (): PropertyDecorator =>
  MapOf({ type: 'integer' }, isStep, {
    max: 200,
    description: 'By question key: 1 to 5, all of them',
    example: { belonging: 4 },
  });

export class AnswerEfficacySurveyRequest {
  @Uuid() efficacySurveyId: string;
  @Kind() kind: EfficacyKind;
  @OneOf(invitedPartyKinds, { name: 'InvitedPartyKind' }) partyKind: InvitedPartyKind;
  @Uuid() partyId: string;
  @Steps() answers: Record<string, number>;
}

/** For a pooled answer: that is the manner from then on. */
export class TakeEfficacyTokenRequest {
  @Uuid() efficacySurveyId: string;
  @Kind() kind: EfficacyKind;
  @OneOf(invitedPartyKinds, { name: 'InvitedPartyKind' }) partyKind: InvitedPartyKind;
  @Uuid() partyId: string;
  @Text({ max: 400, pattern: base64Pattern, description: '256 bytes, base64' }) blindedToken: string;
}

/** From nobody in particular. */
export class SubmitPooledAnswerRequest {
  @Uuid() efficacySurveyId: string;
  @Uuid({ description: 'The one whose key has signed the token' }) poolId: string;
  @Text({ max: 60, pattern: base64Pattern, description: 'The 32 random bytes, base64' }) token: string;
  @Text({ max: 400, pattern: base64Pattern, description: 'The finalised signature, 256 bytes, base64' })
  signature: string;
  @Text({
    max: 60,
    pattern: base64Pattern,
    description:
      '32 random bytes, base64, of this answer alone: with the same it is the same answer, sent again',
  })
  receipt: string;
  @Steps() answers: Record<string, number>;
}

export class EfficacyPoolKeys {
  @Uuid() poolId: string;
  @Kind() kind: EfficacyKind;
  @Text({
    example: 'a'.repeat(64),
    description:
      'SHA-256, in hex, of `n.e.sealingKey`: modulus and exponent of `publicKey` as in its JWK, and the sealing key',
  })
  keysHash: string;
}

export const efficacyPoolsMax = 10_000;

/** The same for everybody, without a sign-in: whoever is given other keys than these is being marked. */
export class EfficacySurveyKeysView {
  @Uuid() efficacySurveyId: string;
  @ListOf(() => EfficacyPoolKeys, { max: efficacyPoolsMax }) pools: EfficacyPoolKeys[];
}

/** Sums over all who are in it; one cell of function × business. */
export class EfficacyOpinion {
  @Aspect() aspect: EfficacyAspect;
  @OneOf(resourceFunctions) function: ResourceFunction;
  @OneOf(unionBusinesses) business: UnionBusiness;
  @Fraction({ description: '1 to 5, more is better' }) mean: number;
  @Fraction({ nullable: true, description: 'Of the season before; null where it has none' }) previous:
    number | null;
}

export class EfficacyFact {
  @OneOf(efficacyFactNames) fact: EfficacyFactName;
  @Fraction({ nullable: true, description: 'Null where it is not known' }) value: number | null;
  @Fraction({ nullable: true, description: 'Of the season before' }) previous: number | null;
}

export class EfficacyKindResult {
  @Kind() kind: EfficacyKind;
  @Whole({ description: 'Parties that were asked' }) invited: number;
  @Whole({ description: 'Answers that are counted here: named ones, and pooled ones that reached five' })
  answers: number;
  @Mean() identification: number | null;
  @Mean() satisfaction: number | null;
  @Mean() previousIdentification: number | null;
  @Mean() previousSatisfaction: number | null;
  @ListOf(() => EfficacyOpinion, { max: 70 }) opinions: EfficacyOpinion[];
  @ListOf(() => EfficacyFact, { max: 10 }) facts: EfficacyFact[];
}

export class PreviousSeason {
  @Uuid() id: string;
  @Text() name: string;
}

export class EfficacySurveyResultsView {
  @Uuid() efficacySurveyId: string;
  @CalendarDate({ nullable: true, description: 'Null before the close: nothing is shown' }) frozenOn:
    string | null;
  @Nested(() => PreviousSeason, { nullable: true, description: 'The season that it is compared with' })
  previous: PreviousSeason | null;
  @ListOf(() => EfficacyKindResult, { max: 10 }) kinds: EfficacyKindResult[];
}

export class ListEfficacyAnswersRequest extends PageRequest {
  @Uuid() efficacySurveyId: string;
  @OneOf(efficacyKinds, { optional: true, name: 'EfficacyKind' }) kind?: EfficacyKind;
  @OneOf(answeringManners, { optional: true, name: 'AnsweringManner' }) manner?: AnsweringManner;
  @Text({ optional: true, description: 'Only those whose name contains this' }) q?: string;
}

/** A party by its name, or at least five unions' (or volunteers') answers as one. */
export class EfficacyAnswerView {
  @Text({ description: 'Of the answer within its survey' }) id: string;
  @Kind() kind: EfficacyKind;
  @Manner() manner: AnsweringManner;
  @Text({ max: 300, description: 'Of the party, or of the union in whose subtree the answers were pooled' })
  name: string;
  @Flag({ description: 'Those of the subtree that are in no other pool' }) isRest: boolean;
  @Whole({ min: 1 }) answers: number;
  @Mean() identification: number | null;
  @Mean() satisfaction: number | null;
}

export const efficacyFileFormats = ['xlsx'] as const;
export type EfficacyFileFormat = (typeof efficacyFileFormats)[number];

export class RenderEfficacyResultsRequest extends EfficacySurveyIdRequest {
  @OneOf(efficacyFileFormats) format: EfficacyFileFormat;
}

const shown = query('evaluation.efficacy-survey.get', EfficacySurveyIdRequest, EfficacySurveyView, {
  http: 'GET efficacy-surveys/:efficacySurveyId',
  tag: 'surveys',
  summary: 'One seasonal survey, with its questions',
});

export const efficacySurveyContract = {
  create: command('evaluation.efficacy-survey.create', CreateEfficacySurveyRequest, EfficacySurveyView, {
    http: 'POST efficacy-surveys',
    tag: 'surveys',
    summary: 'Asks every kind of party about the mechanism, once a season',
    example: {
      unionId: '01936d5e-0000-7000-8000-000000000001',
      name: '2026 年第四季度',
      indicatorSystemId: '01936d5e-0000-7000-8000-000000000002',
      identificationKey: 'identification',
      satisfactionKey: 'satisfaction',
      from: '2026-10-01',
      to: '2026-12-31',
      opensAt: '2026-12-21T09:00:00+08:00',
      closesAt: '2026-12-31T18:00:00+08:00',
    },
  }),
  get: shown,
  list: query('evaluation.efficacy-survey.list', ListEfficacySurveysRequest, pageOf(EfficacySurveyView), {
    http: 'GET efficacy-surveys',
    tag: 'surveys',
    summary: 'Seasonal surveys of the mechanism, newest first',
  }),
  change: command('evaluation.efficacy-survey.change', ChangeEfficacySurveyRequest, EfficacySurveyView, {
    http: 'PATCH efficacy-surveys/:efficacySurveyId',
    tag: 'surveys',
    summary: 'Renames or moves a seasonal survey that has not opened',
    ifMatch: true,
    example: { opensAt: '2026-12-24T09:00:00+08:00' },
  }),
  cancel: versioned(
    command('evaluation.efficacy-survey.cancel', EfficacySurveyIdRequest, EfficacySurveyView, {
      http: 'POST efficacy-surveys/:efficacySurveyId/cancel',
      tag: 'surveys',
      summary: 'Calls off a seasonal survey that has not opened; its season may be asked about anew',
      status: 200,
    }),
    shown,
  ),
  close: versioned(
    command('evaluation.efficacy-survey.close', EfficacySurveyIdRequest, EfficacySurveyView, {
      http: 'POST efficacy-surveys/:efficacySurveyId/close',
      tag: 'surveys',
      summary: 'Ends a seasonal survey before its time and freezes its results',
      status: 200,
    }),
    shown,
  ),
  listInvitations: query(
    'evaluation.efficacy-survey.listInvitations',
    ListEfficacyInvitationsRequest,
    pageOf(EfficacyInvitationView),
    {
      http: 'GET efficacy-surveys/:efficacySurveyId/invitations',
      tag: 'surveys',
      summary: 'Who is asked as what, and who has not answered: for whoever holds the survey',
    },
  ),
  listMine: query(
    'evaluation.efficacy-survey.listMine',
    ListMyEfficacyInvitationsRequest,
    pageOf(MyEfficacyInvitationView),
    {
      http: 'GET me/efficacy-surveys',
      tag: 'surveys',
      summary: 'What the caller may answer for the parties of their unions, and what is answered',
    },
  ),
  answer: command(
    'evaluation.efficacy-survey.answer',
    AnswerEfficacySurveyRequest,
    MyEfficacyInvitationView,
    {
      http: 'POST efficacy-surveys/:efficacySurveyId/answers',
      tag: 'surveys',
      summary: 'Answers for a party in its name; it stands',
      example: {
        kind: 'union',
        partyKind: 'union',
        partyId: '01936d5e-0000-7000-8000-000000000001',
        answers: { belonging: 4, place: 5 },
      },
    },
  ),
  keys: query('evaluation.efficacy-survey.keys', EfficacySurveyIdRequest, EfficacySurveyKeysView, {
    http: 'GET public/efficacy-surveys/:efficacySurveyId/keys',
    tag: 'public',
    summary:
      'Says to anyone by which keys tokens of a season are signed and its answers sealed: the same to all',
    public: true,
    remembered: true,
  }),
  takeToken: command('evaluation.efficacy-survey.takeToken', TakeEfficacyTokenRequest, TokenSignature, {
    http: 'POST efficacy-surveys/:efficacySurveyId/tokens',
    tag: 'surveys',
    summary: 'Signs one blinded token for a party that is to answer pooled: from then on it does',
    example: {
      kind: 'union',
      partyKind: 'union',
      partyId: '01936d5e-0000-7000-8000-000000000001',
      blindedToken: base64Of(256),
    },
  }),
  /** Nothing of this call may be written down anywhere: no sign-in, no key, no audit, no log line, no trace. */
  submitPooled: traceless(
    command('evaluation.efficacy-survey.submitPooled', SubmitPooledAnswerRequest, ResponseReceived, {
      http: 'POST efficacy-surveys/:efficacySurveyId/responses',
      tag: 'surveys',
      summary: 'Takes a pooled answer from whoever holds a signed token; send it without signing in',
      public: true,
      idempotent: false,
      example: {
        poolId: '01936d5e-0000-7000-8000-000000000001',
        token: base64Of(32),
        signature: base64Of(256),
        receipt: base64Of(32),
        answers: { belonging: 4, place: 5 },
      },
    }),
  ),
  results: query('evaluation.efficacy-survey.results', EfficacySurveyIdRequest, EfficacySurveyResultsView, {
    http: 'GET efficacy-surveys/:efficacySurveyId/results',
    tag: 'surveys',
    summary: 'Kind by kind: opinions beside the facts, and the season before; nothing before the close',
  }),
  listAnswers: query(
    'evaluation.efficacy-survey.listAnswers',
    ListEfficacyAnswersRequest,
    pageOf(EfficacyAnswerView),
    {
      http: 'GET efficacy-surveys/:efficacySurveyId/answers',
      tag: 'surveys',
      summary: 'After the close: answers by name, and pools of at least five unions',
    },
  ),
  render: query('evaluation.efficacy-survey.render', RenderEfficacyResultsRequest, PrintedFileView, {
    http: 'GET efficacy-surveys/:efficacySurveyId/results/file',
    tag: 'surveys',
    summary: 'The results as .xlsx',
    files: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    isFileOnly: true,
  }),
};
