import { base64Of } from '../../words/examples.js';
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
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { PrintedFileView } from '../../words/printed-file.js';
import {
  answerKeyPattern,
  type SurveyItemKind,
  surveyItemKinds,
} from '../systems/indicator-system.contract.js';

export const questionKinds = surveyItemKinds;
export type QuestionKind = SurveyItemKind;
/** `closing`: ended, and being counted. `void`: nobody can open its answers any more. */
export const surveyStates = ['scheduled', 'open', 'closing', 'closed', 'void'] as const;
export type SurveyState = (typeof surveyStates)[number];

export class SurveyChoice {
  @Text({ max: 40, pattern: answerKeyPattern, example: 'bus' }) key: string;
  @Text({ max: 100, example: '乘班车' }) text: string;
  @Fraction({ optional: true, description: 'What it is worth, where choices are summed: of all, or of none' })
  value?: number | null;
}

export class SurveyQuestion {
  @Text({ max: 40, pattern: answerKeyPattern }) key: string;
  @Text({ max: 300, example: '您对这次活动满意吗？' }) text: string;
  @OneOf(questionKinds, {
    description:
      '`likert`: 1 to 5; `nps`: 0 to 10; `choice`: the key of a choice; `text`: words. All but words are to be answered.',
  })
  kind: QuestionKind;
  @ListOf(() => SurveyChoice, { optional: true, max: 20, description: 'For `choice`: two or more' })
  choices?: SurveyChoice[] | null;
}

export class CreateSurveyRequest {
  @Uuid({ description: 'A closed activity whose facts are complete' }) activityId: string;
  @Uuid({ description: 'A published one: each of its survey indicators is a question' })
  indicatorSystemId: string;
  @ListOf(() => SurveyQuestion, { optional: true, max: 20, description: 'Questions beyond the indicators' })
  questions?: SurveyQuestion[];
  @Instant() opensAt: string;
  @Instant() closesAt: string;
}

export class SurveyIdRequest {
  @Uuid() surveyId: string;
}

export class ListSurveysRequest extends PageRequest {
  @Uuid({ optional: true }) activityId?: string;
  @OneOf(surveyStates, { optional: true }) state?: SurveyState;
  @Text({
    optional: true,
    max: 60,
    description: 'Part of the title of its activity, or its pinyin',
    example: '登山',
  })
  q?: string;
}

/** How many of those who came took part. */
export class SurveyParticipation {
  @Whole({ description: 'Whoever came may answer' }) came: number;
  @Whole({ description: 'Fetched a token; whether it was used nobody knows' }) tokensIssued: number;
  @Whole({ min: 5 }) answered: number;
}

export class SurveyView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Text() activityTitle: string;
  @Uuid() indicatorSystemId: string;
  @Uuid({ nullable: true, description: 'The standing order that opened it; null where somebody did' })
  planId: string | null;
  @OneOf(surveyStates) state: SurveyState;
  @ListOf(() => SurveyQuestion, { max: 220 }) questions: SurveyQuestion[];
  @Instant() opensAt: string;
  @Instant() closesAt: string;
  @Instant({ nullable: true }) closedAt: string | null;
  @Text({ description: 'RFC 9474 variant by which tokens are blinded' }) tokenVariant: string;
  @Json({ description: 'JWK, RSA-PSS with SHA-384: tokens are blinded for it and verified by it' })
  publicKey: Record<string, unknown>;
  @Text({
    nullable: true,
    description: 'X25519, 32 bytes, base64url: answers are kept sealed to it. Null for surveys from before',
  })
  sealingKey: string | null;
  @Flag({
    nullable: true,
    description:
      'All but fewer than five of those who are asked, or once it is closed of those who fetched a token, came for one union, or were admitted by one person, who could have invented them: then the threshold of five does not protect. Null in surveys from before',
  })
  singleSource: boolean | null;
  @Nested(() => SurveyParticipation, {
    nullable: true,
    description: 'Null until it is closed, and where too few answered for anything to be published',
  })
  participation: SurveyParticipation | null;
}

/** The same for everybody, without a sign-in: whoever is given other keys than these is being marked. */
export class SurveyKeysView {
  @Uuid() surveyId: string;
  @Text({
    nullable: true,
    example: 'a'.repeat(64),
    description:
      'SHA-256, in hex, of `n.e.sealingKey`: modulus and exponent of `publicKey` as in its JWK, and the sealing key. Null for surveys from before',
  })
  keysHash: string | null;
}

export class MySurveyView {
  @Uuid() id: string;
  @Uuid() activityId: string;
  @Text() activityTitle: string;
  @Instant() opensAt: string;
  @Instant() closesAt: string;
  @Flag({ description: 'A token was issued. Whether it was used, nobody knows.' }) tokenIssued: boolean;
}

export class ListMySurveysRequest extends PageRequest {}

export const base64Pattern = /^[A-Za-z0-9+/]+={0,2}$/;

export class IssueTokenRequest {
  @Uuid() surveyId: string;
  @Text({ max: 400, pattern: base64Pattern, description: '256 bytes, base64' })
  blindedToken: string;
}

export class TokenSignature {
  @Text({ max: 400, description: '256 bytes, base64: still blind, to be finalised by the client' })
  blindSignature: string;
}

/** So much may be written to one question, in characters. */
export const answerLengthMax = 2_000;

const isAnswer = (value: unknown): boolean =>
  Number.isInteger(value) ||
  (typeof value === 'string' && value.length <= answerLengthMax && !value.includes('\u0000'));

export class SubmitResponseRequest {
  @Uuid() surveyId: string;
  @Text({ max: 60, pattern: base64Pattern, description: 'The 32 random bytes, base64' })
  token: string;
  @Text({
    max: 400,
    pattern: base64Pattern,
    description: 'The finalised signature, 256 bytes, base64',
  })
  signature: string;
  @Text({
    max: 60,
    pattern: base64Pattern,
    description:
      '32 random bytes, base64, of this answer alone: with the same it is the same answer, sent again',
  })
  receipt: string;
  @MapOf({ oneOf: [{ type: 'integer' }, { type: 'string' }] }, isAnswer, {
    max: 220,
    description: 'By question key: 1 to 5, 0 to 10, the key of a choice, or text',
    example: { satisfaction: 5 },
  })
  answers: Record<string, number | string>;
}

export class ResponseReceived {
  @Flag({ example: true }) received: boolean;
}

/** How many chose one option, or one of several that are published together. */
export class AnswerCount {
  @Text({
    max: 900,
    example: '1+2',
    description: 'The option (1 to 5, 0 to 10, or the key of a choice); several, joined by `+`',
  })
  key: string;
  @Whole({ min: 5 }) count: number;
}

/** The answers to one question; null for nobody and for too few alike. */
export class QuestionResult {
  @Text() key: string;
  @Whole({ nullable: true }) count: number | null;
  @Fraction({ nullable: true, description: '1 to 5, 0 to 10, or the worth of the choices' })
  mean: number | null;
  @ListOf(() => AnswerCount, {
    nullable: true,
    max: 20,
    description:
      'All answers, by option. Options that fewer than five chose are published together with others; null where nothing is left to publish.',
  })
  distribution: AnswerCount[] | null;
}

export class SurveyCutResult {
  @Text({ description: '`all`, or what the answers are divided by' }) dimension: string;
  @Text({ min: 0 }) key: string;
  @ListOf(() => QuestionResult, { max: 220 }) questions: QuestionResult[];
}

/** So many texts stand with the results; the others are in further batches. */
export const textsPerBatch = 50;

export class SurveyTexts {
  @Text() key: string;
  @Whole({ max: 20_000, description: 'How many are published; 0 for nobody and for too few alike' })
  total: number;
  @TextList({
    max: textsPerBatch,
    length: 4_000,
    description: 'The first batch. In an order of chance; names and numbers are hidden',
  })
  texts: string[];
}

export class ListSurveyTextsRequest extends PageRequest {
  @Uuid() surveyId: string;
  @Text({ max: 40, description: 'The key of the question' }) question: string;
}

export class SurveyTextView {
  @Text({ max: 4_000 }) text: string;
}

export class SurveyResultsView {
  @Uuid() surveyId: string;
  @CalendarDate() frozenOn: string;
  @Nested(() => SurveyParticipation, {
    nullable: true,
    description: 'Null where too few answered for anything to be published',
  })
  participation: SurveyParticipation | null;
  @ListOf(() => SurveyCutResult, { max: 1_000 }) cuts: SurveyCutResult[];
  @ListOf(() => SurveyTexts, { max: 220 }) texts: SurveyTexts[];
}

export const surveyFileFormats = ['xlsx'] as const;
export type SurveyFileFormat = (typeof surveyFileFormats)[number];

export class RenderSurveyResultsRequest extends SurveyIdRequest {
  @OneOf(surveyFileFormats) format: SurveyFileFormat;
}

const shown = query('evaluation.survey.get', SurveyIdRequest, SurveyView, {
  http: 'GET surveys/:surveyId',
  tag: 'surveys',
  summary: 'One survey, with the public key that tokens are blinded for',
});

export const surveyContract = {
  create: command('evaluation.survey.create', CreateSurveyRequest, SurveyView, {
    http: 'POST surveys',
    tag: 'surveys',
    summary: 'Opens a survey of a closed activity to those who came',
    example: {
      activityId: '01936d5e-0000-7000-8000-000000000001',
      indicatorSystemId: '01936d5e-0000-7000-8000-000000000002',
      questions: [{ key: 'words', text: '您的建议', kind: 'text' }],
      opensAt: '2026-11-21T09:00:00+08:00',
      closesAt: '2026-11-28T18:00:00+08:00',
    },
  }),
  get: shown,
  keys: query('evaluation.survey.keys', SurveyIdRequest, SurveyKeysView, {
    http: 'GET public/surveys/:surveyId/keys',
    tag: 'public',
    summary: 'Says to anyone by which keys a survey signs tokens and seals answers: the same to all',
    public: true,
    remembered: true,
  }),
  list: query('evaluation.survey.list', ListSurveysRequest, pageOf(SurveyView), {
    http: 'GET surveys',
    tag: 'surveys',
    summary: 'Surveys that the caller may see, newest first',
  }),
  listMine: query('evaluation.survey.listMine', ListMySurveysRequest, pageOf(MySurveyView), {
    http: 'GET me/surveys',
    tag: 'surveys',
    summary: 'Open surveys of activities that the caller came to',
  }),
  issueToken: command('evaluation.survey.issueToken', IssueTokenRequest, TokenSignature, {
    http: 'POST surveys/:surveyId/tokens',
    tag: 'surveys',
    summary: 'Signs one blinded token of one who came',
    example: { blindedToken: base64Of(256) },
  }),
  close: versioned(
    command('evaluation.survey.close', SurveyIdRequest, SurveyView, {
      http: 'POST surveys/:surveyId/close',
      tag: 'surveys',
      summary:
        'Ends a survey before its time: its answers are counted, and its results frozen, a moment later',
      status: 200,
    }),
    shown,
  ),
  results: query('evaluation.survey.results', SurveyIdRequest, SurveyResultsView, {
    http: 'GET surveys/:surveyId/results',
    tag: 'surveys',
    summary: 'What a closed survey found; too few and none look alike',
  }),
  render: query('evaluation.survey.render', RenderSurveyResultsRequest, PrintedFileView, {
    http: 'GET surveys/:surveyId/results/file',
    tag: 'surveys',
    summary: 'The same as .xlsx',
    files: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    isFileOnly: true,
  }),
  listTexts: query('evaluation.survey.listTexts', ListSurveyTextsRequest, pageOf(SurveyTextView), {
    http: 'GET surveys/:surveyId/texts',
    tag: 'surveys',
    summary: 'What was written in answer to one question of a closed survey, in an order of chance',
  }),
};

/** Nothing of this call may be written down anywhere: no sign-in, no key, no audit, no log line, no trace. */
export const responseContract = {
  submit: traceless(
    command('evaluation.response.submit', SubmitResponseRequest, ResponseReceived, {
      http: 'POST surveys/:surveyId/responses',
      tag: 'surveys',
      summary: 'Takes an answer from whoever holds a signed token; send it without signing in',
      public: true,
      idempotent: false,
      example: {
        token: base64Of(32),
        signature: base64Of(256),
        receipt: base64Of(32),
        answers: { liked: 5, words: '希望多办' },
      },
    }),
  ),
};
