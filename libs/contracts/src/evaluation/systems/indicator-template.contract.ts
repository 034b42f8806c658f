import { query } from '../../core/contract.js';
import { ListOf, OneOf, Text } from '../../core/fields.js';
import {
  IndicatorNode,
  type IndicatorTemplateKey,
  indicatorTemplateKeys,
} from './indicator-system.contract.js';
import { NodeWeighing } from './weight-version.contract.js';

export class ListIndicatorTemplatesRequest {}

/** A system that comes with the platform, in the language of the request. */
export class IndicatorTemplateView {
  @OneOf(indicatorTemplateKeys, { name: 'IndicatorTemplateKey' }) key: IndicatorTemplateKey;
  @Text({ max: 100, example: '活动满意度' }) name: string;
  @Text({ max: 500, description: 'What it is for' }) purpose: string;
  @ListOf(() => IndicatorNode, { max: 200 }) nodes: IndicatorNode[];
  @ListOf(() => NodeWeighing, {
    max: 200,
    description: 'Weights to begin with, given directly: a weight version is made from them as they are',
  })
  weighings: NodeWeighing[];
}

export class IndicatorTemplatesView {
  @ListOf(() => IndicatorTemplateView, { max: indicatorTemplateKeys.length }) items: IndicatorTemplateView[];
}

export const indicatorTemplateContract = {
  list: query('evaluation.indicator-template.list', ListIndicatorTemplatesRequest, IndicatorTemplatesView, {
    http: 'GET indicator-templates',
    tag: 'indicators',
    summary: 'The systems that come with the platform, each with weights to begin with',
  }),
};
