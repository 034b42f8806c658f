import { command, pageOf, PageRequest, query } from '../contract.js';
import { Fraction, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../fields.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../sharing/sharing.events.js';
import { type IndicatorDirection, indicatorDirections } from './preview.contract.js';

/** A key of an answer: it may not be a name that every object has, as such names are refused in requests. */
export const answerKeyPattern = /^(?!constructor$|toString$|valueOf$|hasOwnProperty$)[A-Za-z][A-Za-z0-9_-]*$/;

export const indicatorKinds = ['survey', 'fact'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** What the platform itself knows of an activity: shares 0 to 1, yuan a head, numbers of unions. */
export const activityFactNames = [
  'attendanceRate',
  'fillRate',
  'costPerHead',
  'smallFirmShare',
  'unionsReached',
  'loanPunctuality',
] as const;
export type ActivityFact = (typeof activityFactNames)[number];

export const indicatorSystemStates = ['draft', 'published'] as const;
export type IndicatorSystemState = (typeof indicatorSystemStates)[number];

export class IndicatorLeaf {
  @OneOf(indicatorKinds, { description: 'Asked of those who came, or known from what happened' })
  kind: IndicatorKind;

  @OneOf(activityFactNames, { optional: true, description: 'Which fact, for `fact`' })
  fact?: ActivityFact | null;

  @Fraction({ description: 'The value worth 0 where more is better' }) scaleMin: number;
  @Fraction() scaleMax: number;
  @OneOf(indicatorDirections, { description: 'Is more of it better, or less?' })
  direction: IndicatorDirection;
  @OneOf(resourceFunctions) function: ResourceFunction;
  @OneOf(unionBusinesses) business: UnionBusiness;
}

export class IndicatorNode {
  @Text({ max: 40, pattern: answerKeyPattern, example: 'satisfaction' }) key: string;
  @Text({ max: 100, example: '满意度', description: 'A survey asks by this name' }) name: string;
  @Text({ nullable: true, max: 40, description: 'Null at the top' }) parentKey: string | null;
  @Nested(() => IndicatorLeaf, { nullable: true, description: 'Null for a node with others below it' })
  leaf: IndicatorLeaf | null;
}

export class CreateIndicatorSystemRequest {
  @Uuid({ description: 'The union whose evaluators tend it' }) unionId: string;
  @Text({ max: 100, example: '共建共享效能评价' }) name: string;
  @ListOf(() => IndicatorNode, { min: 1, max: 200 }) nodes: IndicatorNode[];
}

export class ChangeIndicatorSystemRequest {
  @Uuid() systemId: string;
  @Text({ max: 100 }) name: string;
  @ListOf(() => IndicatorNode, { min: 1, max: 200 }) nodes: IndicatorNode[];
}

export class IndicatorSystemRequest {
  @Uuid() systemId: string;
}

export class ListIndicatorSystemsRequest extends PageRequest {
  @OneOf(indicatorSystemStates, { optional: true }) state?: IndicatorSystemState;
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
  @Instant({ nullable: true, description: 'Nothing changes after it' }) publishedAt: string | null;
}

export const indicatorSystemContract = {
  create: command('evaluation.indicator-system.create', CreateIndicatorSystemRequest, IndicatorSystemView),
  change: command('evaluation.indicator-system.change', ChangeIndicatorSystemRequest, IndicatorSystemView),
  publish: command('evaluation.indicator-system.publish', IndicatorSystemRequest, IndicatorSystemView),
  copy: command('evaluation.indicator-system.copy', IndicatorSystemRequest, IndicatorSystemView),
  get: query('evaluation.indicator-system.get', IndicatorSystemRequest, IndicatorSystemView),
  list: query('evaluation.indicator-system.list', ListIndicatorSystemsRequest, pageOf(IndicatorSystemView)),
};
