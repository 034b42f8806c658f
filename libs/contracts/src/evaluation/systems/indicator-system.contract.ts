import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  Flag,
  Fraction,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../sharing/sharing-events.js';
import { type IndicatorDirection, indicatorDirections } from './preview.contract.js';

/** A key of an answer: it may not be a name that every object has, as such names are refused in requests. */
export const answerKeyPattern = /^(?!constructor$|toString$|valueOf$|hasOwnProperty$)[A-Za-z][A-Za-z0-9_-]*$/;

/** Asked of people, known to the platform from what happened, or imported from a file. */
export const indicatorKinds = ['survey', 'fact', 'figure'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** How a question is answered: 1 to 5, 0 to 10, by one of its choices, or in words. */
export const surveyItemKinds = ['likert', 'nps', 'choice', 'text'] as const;
export type SurveyItemKind = (typeof surveyItemKinds)[number];

/** What a missing value does: its weight goes to the others, or it counts as the worst. */
export const missingRules = ['omit', 'zero'] as const;
export type MissingRuleName = (typeof missingRules)[number];

/** What the platform knows of a union alone, in a period: its matters, whom it had read something, and what was asked of it. */
export const unionFactNames = [
  'mattersDecided',
  'mattersInTime',
  'mattersEscalated',
  'mattersReopened',
  'matterSatisfaction',
  'mustReadReach',
  'assignmentsInTime',
] as const;
export type UnionFact = (typeof unionFactNames)[number];

/** What the platform itself knows of what is scored: shares 0 to 1, yuan a head, numbers, hours, stars. */
export const activityFactNames = [
  'attendanceRate',
  'fillRate',
  'costPerHead',
  'smallFirmShare',
  'unionsReached',
  'loanPunctuality',
  'repeatParticipation',
  'replyTime',
  'reach',
  // Of a club, a resource, a union or a brand in a period; unknown for a single activity.
  'activitiesHeld',
  'loansMade',
  'utilisation',
  ...unionFactNames,
] as const;
export type ActivityFact = (typeof activityFactNames)[number];

/** Drafted, reviewed by somebody else, in use, and kept for what rests on it. */
export const indicatorSystemStates = ['draft', 'reviewed', 'published', 'retired'] as const;
export type IndicatorSystemState = (typeof indicatorSystemStates)[number];

export class IndicatorChoice {
  @Text({ max: 40, pattern: answerKeyPattern, example: 'often' }) key: string;
  @Text({ max: 100, example: '经常参加' }) text: string;
  @Fraction({ description: 'What it is worth, within the scale' }) value: number;
}

/** Where an indicator stands on an axis of the system's own, beside resource function and business. */
export class IndicatorAxis {
  @Text({ max: 40, example: '阶段' }) axis: string;
  @Text({ max: 40, example: '筹备' }) value: string;
}

export class IndicatorLeaf {
  @OneOf(indicatorKinds, {
    description: 'Asked of people, known from what happened, or imported from a file',
  })
  kind: IndicatorKind;

  @OneOf(surveyItemKinds, {
    optional: true,
    description:
      'How it is answered, for `survey`; `likert` where absent. A `text` is asked, but neither weighed nor scored.',
  })
  item?: SurveyItemKind | null;

  @ListOf(() => IndicatorChoice, { optional: true, min: 2, max: 20, description: 'For the item `choice`' })
  choices?: IndicatorChoice[] | null;

  @OneOf(activityFactNames, { optional: true, description: 'Which fact, for `fact`' })
  fact?: ActivityFact | null;

  @Text({ optional: true, max: 60, description: 'The name of the figure, for `figure`' })
  figure?: string | null;

  @Fraction({ description: 'The value worth 0 where more is better' }) scaleMin: number;
  @Fraction() scaleMax: number;
  @OneOf(indicatorDirections, { description: 'Is more of it better, or less?' })
  direction: IndicatorDirection;

  @Text({ optional: true, max: 20, example: '元/人' }) unit?: string | null;
  @Fraction({ optional: true, description: 'The value to be reached, within the scale' })
  target?: number | null;

  @OneOf(missingRules, {
    optional: true,
    description: 'What a missing value of it does; where absent the rule of the computation holds',
  })
  missing?: MissingRuleName | null;

  @OneOf(resourceFunctions) function: ResourceFunction;
  @OneOf(unionBusinesses) business: UnionBusiness;
  @ListOf(() => IndicatorAxis, { optional: true, max: 10, description: 'Further axes, each once' })
  axes?: IndicatorAxis[] | null;
}

export class IndicatorNode {
  @Text({ max: 40, pattern: answerKeyPattern, example: 'satisfaction' }) key: string;
  @Text({ max: 100, example: '满意度', description: 'A survey asks by this name' }) name: string;
  @Text({ nullable: true, max: 40, description: 'Null at the top' }) parentKey: string | null;
  @Nested(() => IndicatorLeaf, { nullable: true, description: 'Null for a node with others below it' })
  leaf: IndicatorLeaf | null;
}

/** The systems that come with the platform, to begin with. */
export const indicatorTemplateKeys = [
  'activitySatisfaction',
  'clubGrading',
  'resourceEfficacy',
  'sharingMechanism',
] as const;
export type IndicatorTemplateKey = (typeof indicatorTemplateKeys)[number];

export class CreateIndicatorSystemRequest {
  @Uuid({ description: 'The union whose evaluators tend it' }) unionId: string;
  @Text({ max: 100, example: '共建共享效能评价' }) name: string;
  @ListOf(() => IndicatorNode, {
    optional: true,
    min: 1,
    max: 200,
    description: 'The tree; absent where a template gives it',
  })
  nodes?: IndicatorNode[];
  @OneOf(indicatorTemplateKeys, {
    optional: true,
    name: 'IndicatorTemplateKey',
    description: 'The template that it was begun with; it gives the tree where no nodes are sent',
  })
  template?: IndicatorTemplateKey;
}

export class ChangeIndicatorSystemRequest {
  @Uuid() systemId: string;
  @Text({ max: 100 }) name: string;
  @ListOf(() => IndicatorNode, { min: 1, max: 200 }) nodes: IndicatorNode[];
}

export class IndicatorSystemIdRequest {
  @Uuid() systemId: string;
}

export class ReturnIndicatorSystemRequest {
  @Uuid() systemId: string;
  @Text({ max: 500, example: '“人均成本”缺少目标值' }) reason: string;
}

export class CompareIndicatorSystemsRequest {
  @Uuid() systemId: string;
  @Uuid({ description: 'The version that it is compared with' }) against: string;
}

export class ListIndicatorSystemsRequest extends PageRequest {
  @OneOf(indicatorSystemStates, { optional: true }) state?: IndicatorSystemState;
  @Uuid({ optional: true, description: 'The versions of one system' }) seriesId?: string;
  @Text({ optional: true, max: 100, description: 'A part of the name' }) q?: string;
}

export class IndicatorSystemView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid({ description: 'Shared by all versions of one system' }) seriesId: string;
  @Whole({ min: 1 }) versionNumber: number;
  @Uuid() unionId: string;
  @Text() name: string;
  @OneOf(indicatorSystemStates) state: IndicatorSystemState;
  @ListOf(() => IndicatorNode, { max: 200 }) nodes: IndicatorNode[];
  @OneOf(indicatorTemplateKeys, { nullable: true, name: 'IndicatorTemplateKey' })
  template: IndicatorTemplateKey | null;
  @Flag({ description: 'The caller changed it last, so somebody else has to review it' }) editedByMe: boolean;
  @Instant({ nullable: true }) reviewedAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it came back from review, until it is reviewed again' })
  returnReason: string | null;
  @Instant({ nullable: true, description: 'Nothing changes after it' }) publishedAt: string | null;
  @Instant({ nullable: true, description: 'No survey, weight or score is made by it any more' })
  retiredAt: string | null;
}

export const nodeMarks = ['added', 'removed', 'moved', 'renamed', 'changed'] as const;
export type NodeMark = (typeof nodeMarks)[number];

/** What became of one node between two versions; nodes are distinguished by their keys. */
export class NodeDifference {
  @Text({ max: 40 }) key: string;
  @SomeOf(nodeMarks) marks: NodeMark[];
  @Nested(() => IndicatorNode, { nullable: true, description: 'Null where it was added' })
  before: IndicatorNode | null;
  @Nested(() => IndicatorNode, { nullable: true, description: 'Null where it was removed' })
  after: IndicatorNode | null;
  @TextList({
    max: 20,
    length: 20,
    description: 'Which fields of the leaf differ; `leaf` where a group became an indicator, or the reverse',
  })
  fields: string[];
}

export class ComparedSystem {
  @Uuid() id: string;
  @Text() name: string;
  @Whole({ min: 1 }) versionNumber: number;
  @OneOf(indicatorSystemStates) state: IndicatorSystemState;
}

export class IndicatorSystemComparison {
  @Nested(() => ComparedSystem) before: ComparedSystem;
  @Nested(() => ComparedSystem) after: ComparedSystem;
  @ListOf(() => NodeDifference, {
    max: 400,
    description: 'In the order of the later tree; then those that it lacks, in the order of the earlier one',
  })
  differences: NodeDifference[];
  @Whole({ description: 'Nodes that are in both alike' }) unchanged: number;
}

const shown = query('evaluation.indicator-system.get', IndicatorSystemIdRequest, IndicatorSystemView, {
  http: 'GET indicator-systems/:systemId',
  tag: 'indicators',
  summary: 'One indicator system',
});

const exampleNodes = [
  { key: 'people', name: '参与方评价', parentKey: null, leaf: null },
  {
    key: 'liked',
    name: '满意度',
    parentKey: 'people',
    leaf: {
      kind: 'survey',
      scaleMin: 1,
      scaleMax: 5,
      direction: 'max',
      function: 'service',
      business: 'culture',
    },
  },
  {
    key: 'came',
    name: '到场率',
    parentKey: null,
    leaf: {
      kind: 'fact',
      fact: 'attendanceRate',
      scaleMin: 0,
      scaleMax: 1,
      direction: 'max',
      function: 'people',
      business: 'participation',
    },
  },
];

export const indicatorSystemContract = {
  create: command('evaluation.indicator-system.create', CreateIndicatorSystemRequest, IndicatorSystemView, {
    http: 'POST indicator-systems',
    tag: 'indicators',
    summary: 'Drafts a tree of indicators',
    example: {
      unionId: '01936d5e-0000-7000-8000-000000000001',
      name: '共建共享效能评价',
      nodes: exampleNodes,
    },
  }),
  change: command('evaluation.indicator-system.change', ChangeIndicatorSystemRequest, IndicatorSystemView, {
    http: 'PATCH indicator-systems/:systemId',
    tag: 'indicators',
    summary: 'Changes a draft',
    ifMatch: true,
    example: {
      name: '共建共享效能评价',
      nodes: exampleNodes,
    },
  }),
  review: versioned(
    command('evaluation.indicator-system.review', IndicatorSystemIdRequest, IndicatorSystemView, {
      http: 'POST indicator-systems/:systemId/review',
      tag: 'indicators',
      summary: 'Passes a draft that somebody else wrote last',
      status: 200,
    }),
    shown,
  ),
  sendBack: versioned(
    command('evaluation.indicator-system.sendBack', ReturnIndicatorSystemRequest, IndicatorSystemView, {
      http: 'POST indicator-systems/:systemId/return',
      tag: 'indicators',
      summary: 'Sends what was reviewed back to be written on, with the reason',
      status: 200,
      example: { reason: '“人均成本”缺少目标值' },
    }),
    shown,
  ),
  publish: versioned(
    command('evaluation.indicator-system.publish', IndicatorSystemIdRequest, IndicatorSystemView, {
      http: 'POST indicator-systems/:systemId/publish',
      tag: 'indicators',
      summary: 'Publishes what was reviewed, which then never changes',
      status: 200,
    }),
    shown,
  ),
  retire: versioned(
    command('evaluation.indicator-system.retire', IndicatorSystemIdRequest, IndicatorSystemView, {
      http: 'POST indicator-systems/:systemId/retire',
      tag: 'indicators',
      summary: 'Retires a published system: nothing new is made by it, and what rests on it stays',
      status: 200,
    }),
    shown,
  ),
  copy: command('evaluation.indicator-system.copy', IndicatorSystemIdRequest, IndicatorSystemView, {
    http: 'POST indicator-systems/:systemId/copy',
    tag: 'indicators',
    summary: 'Starts the next version as a draft',
  }),
  get: shown,
  list: query('evaluation.indicator-system.list', ListIndicatorSystemsRequest, pageOf(IndicatorSystemView), {
    http: 'GET indicator-systems',
    tag: 'indicators',
    summary: 'Published indicator systems, newest first; drafts to those who tend them',
  }),
  compare: query(
    'evaluation.indicator-system.compare',
    CompareIndicatorSystemsRequest,
    IndicatorSystemComparison,
    {
      http: 'GET indicator-systems/:systemId/diff',
      tag: 'indicators',
      summary: 'What became of each node since another version: added, removed, moved, renamed, changed',
    },
  ),
};
