import { complaintServiceId } from '@gongxiang/domain/complaints';
import type { components } from '../../../api/schema.js';
import type { AskedQuestion } from '../../activities/sign-up-form/question.model.js';

export type Service = components['schemas']['ServiceItemView'];
export type ServiceSummary = components['schemas']['ServiceItemSummary'];
export type ServiceDefinition = components['schemas']['ChangeServiceItemBody'];
export type ServiceHandler = components['schemas']['ServiceHandlerView'];
export type ServiceCategory = ServiceSummary['category'];
export type ServiceState = ServiceSummary['state'];
export type Term = components['schemas']['TermDto'];
export type Paper = components['schemas']['ServicePaperDto'];
export type Topic = components['schemas']['ServiceTopicDto'];
export type Step = components['schemas']['ServiceStepDto'];
export type Outcome = components['schemas']['ServiceOutcomeDto'];

export const serviceCategories = [
  'suggestion',
  'appeal',
  'consultation',
  'rights',
  'hardship',
  'benefit',
  'honour',
  'certificate',
  'other',
] as const satisfies readonly ServiceCategory[];
export const serviceStates = ['open', 'draft', 'closed'] as const satisfies readonly ServiceState[];

export const coverageKinds = [
  'everybody',
  'women',
  'posted',
  'hardship',
  'season',
  'retired',
] as const satisfies readonly NonNullable<ServiceDefinition['coverage']>['kind'][];
export type CoverageKind = (typeof coverageKinds)[number];

export const occasionKinds = [
  'birthday',
  'retirement',
  'wedding',
  'birth',
  'hospital',
] as const satisfies readonly NonNullable<ServiceDefinition['occasion']>['answers'][number]['kind'][];
export const stepKinds = [
  'record',
  'statements',
  'publicNotice',
  'signatures',
  'ballot',
  'opinions',
  'remedies',
  'reward',
  'outsideDecision',
  'hardshipKind',
  'householdPlan',
] as const satisfies readonly Step['kind'][];
/** Which steps can be over without having passed, so that an outcome may need just that. */
const failingKinds: readonly Step['kind'][] = [
  'statements',
  'ballot',
  'opinions',
  'remedies',
  'outsideDecision',
  'hardshipKind',
  'householdPlan',
];
export const stepsMax = 15;
export const sharesMax = 10;
export const outcomesMax = 12;
export const papersMax = 10;
export const topicsMax = 20;
const topicWordsMax = 30;
const topicWordMax = 20;

/** What a new service begins with: what most of them have. */
export const newDefinition: ServiceDefinition = {
  name: '',
  category: 'other',
  summary: '',
  guidance: null,
  applicants: 'members',
  anonymous: false,
  questions: [],
  papers: [],
  handledAt: 'own',
  handledBy: 'officers',
  acceptWithin: { count: 1, days: 'working' },
  decideWithin: { count: 7, days: 'working' },
  secondPerson: false,
  outcomes: [],
  topics: [],
  steps: [],
  limitation: null,
  allowance: null,
  pays: null,
  occasion: null,
  coverage: null,
  templateId: null,
};

/** What an officer may change of a service as it is. */
export function definitionOf(service: Service): ServiceDefinition {
  const { name, category, summary, guidance, applicants, anonymous, questions, papers } = service;
  const { handledAt, handledBy, acceptWithin, decideWithin, secondPerson, outcomes, topics, pays } = service;
  const { steps, limitation, allowance, occasion, coverage, templateId } = service;
  return {
    name,
    category,
    summary,
    guidance,
    applicants,
    anonymous,
    questions,
    papers,
    handledAt,
    handledBy,
    acceptWithin,
    decideWithin,
    secondPerson,
    outcomes,
    topics,
    steps,
    limitation,
    allowance,
    pays,
    occasion,
    coverage,
    templateId,
  };
}

/** The steps that an outcome may need not to have passed: none that it needs to have passed. */
export function failingSteps(steps: readonly Step[], { needs }: Outcome): Step[] {
  return steps.filter(({ id, kind }) => failingKinds.includes(kind) && !needs?.includes(id));
}

/** Words as they are typed, one after another. */
export function topicWordsOf(text: string): string[] {
  const words = text.split(/[\s,，、;；]+/u).map((word) => word.slice(0, topicWordMax));
  return [...new Set(words.filter((word) => word !== ''))].slice(0, topicWordsMax);
}

/** Those of one category beside each other. */
export function inOrderOfCategory(services: readonly ServiceSummary[]): readonly ServiceSummary[] {
  return serviceCategories.flatMap((category) => services.filter((one) => one.category === category));
}

/** A question without what only sign-up forms have. */
export function plainQuestionOf(question: AskedQuestion): ServiceDefinition['questions'][number] {
  const plain = { ...question };
  delete plain.perHead;
  delete plain.visibleTo;
  return plain;
}

/** The filters of the officer's list; they stand in the address. */
export interface ServiceFilters {
  readonly state?: ServiceState;
  readonly q?: string;
}

export function serviceFiltersOf(search: URLSearchParams): ServiceFilters {
  const state = serviceStates.find((one) => one === search.get('state'));
  const q = search.get('q') ?? '';
  return { ...(state === undefined ? {} : { state }), ...(q === '' ? {} : { q }) };
}

/** The answers that a link knows already, by the questions to which they belong: nobody types again where they were. */
export function answersIn(
  search: URLSearchParams,
  { questions }: Pick<Service, 'questions'>,
): Record<string, string> {
  const known = questions.flatMap(({ id, kind }): [string, string][] => {
    const text = kind === 'shortText' ? search.get(id) : null;
    return text === null || text.length > shortTextMax ? [] : [[id, text]];
  });
  return Object.fromEntries(known);
}

/** A complaint about the platform asks on which page one was: only of whoever came from one, as nobody has to tell it by hand. */
export function questionsFor(
  { id, questions }: Pick<Service, 'id' | 'questions'>,
  known: Readonly<Record<string, string>>,
): Service['questions'] {
  return id === complaintServiceId && !('page' in known)
    ? questions.filter((one) => one.id !== 'page')
    : questions;
}

/** As long as the platform lets an answer of one line be. */
const shortTextMax = 100;
