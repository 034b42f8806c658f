import { describe, expect, it } from '@jest/globals';
import type {
  IndicatorChoice,
  IndicatorLeaf,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { DomainError } from '@gongxiang/domain';
import { checkLeaf } from './indicator-leaf.model.js';

const leaf: IndicatorLeaf = {
  kind: 'survey',
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: 'service',
  business: 'culture',
};
const choices: IndicatorChoice[] = [
  { key: 'never', text: '从不', value: 1 },
  { key: 'often', text: '经常', value: 5 },
];

function refusalOf(change: Partial<IndicatorLeaf>): string | null {
  try {
    checkLeaf({ ...leaf, ...change }, { pointer: '/nodes/2', params: { id: 'a' } });
    return null;
  } catch (error) {
    const { code, errors } = error as DomainError;
    return `${code} ${errors[0]?.pointer}`;
  }
}

describe('a leaf', () => {
  it.each<[string, Partial<IndicatorLeaf>, string | null]>([
    ['that says no more than it must', {}, null],
    ['with null for what it leaves out', { item: null, choices: null, figure: null, axes: null }, null],
    ['of each way to answer', { item: 'nps', scaleMin: 0, scaleMax: 10, target: 8, missing: 'zero' }, null],
    ['in words', { item: 'text' }, null],
    ['answered by choice', { item: 'choice', choices }, null],
    ['of a fact', { kind: 'fact', fact: 'fillRate', unit: '%' }, null],
    ['of a figure', { kind: 'figure', figure: '场馆开放小时' }, null],
    ['on two further axes', { axes: ['阶段', '层级'].map((axis) => ({ axis, value: '一' })) }, null],
    ['a fact without its name', { kind: 'fact' }, 'FACT_REQUIRED /nodes/2/leaf/fact'],
    ['a question with a fact', { fact: 'fillRate' }, 'FACT_REQUIRED /nodes/2/leaf/fact'],
    ['a figure without its name', { kind: 'figure' }, 'INDICATOR_FIGURE_REQUIRED /nodes/2/leaf/figure'],
    ['a question with a figure', { figure: '开放小时' }, 'INDICATOR_FIGURE_REQUIRED /nodes/2/leaf/figure'],
    [
      'a fact that is answered',
      { kind: 'fact', fact: 'fillRate', item: 'nps' },
      'ITEM_UNFIT /nodes/2/leaf/item',
    ],
    ['an empty scale', { scaleMin: 5 }, 'INDICATOR_SCALE /nodes/2/leaf/scaleMax'],
    ['a target beyond the scale', { target: 6 }, 'TARGET_OFF_SCALE /nodes/2/leaf/target'],
    ['a choice without choices', { item: 'choice' }, 'CHOICES_REQUIRED /nodes/2/leaf/choices'],
    ['choices without a choice', { choices }, 'CHOICES_REQUIRED /nodes/2/leaf/choices'],
    [
      'a choice twice',
      { item: 'choice', choices: [...choices, { key: 'never', text: '很少', value: 2 }] },
      'CHOICE_TWICE /nodes/2/leaf/choices/2/key',
    ],
    [
      'a choice worth more than the scale holds',
      { item: 'choice', choices: [...choices, { key: 'always', text: '每次', value: 6 }] },
      'CHOICE_OFF_SCALE /nodes/2/leaf/choices/2/value',
    ],
    [
      'twice on one axis',
      { axes: ['一', '二'].map((value) => ({ axis: '阶段', value })) },
      'AXIS_TWICE /nodes/2/leaf/axes/1/axis',
    ],
  ])('%s', (_name, change, expected) => {
    expect(refusalOf(change)).toBe(expected);
  });
});
