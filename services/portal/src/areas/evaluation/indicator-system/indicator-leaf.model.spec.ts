import { describe, expect, it } from '@jest/globals';
import {
  addChoice,
  leafProblemOf,
  replaceAt,
  surveyLeaf,
  withFact,
  withItem,
  withKind,
} from './indicator-leaf.model.js';
import type { IndicatorLeaf } from './indicator-tree.model.js';

const choice = withItem(surveyLeaf, 'choice');
const named = replaceAt(replaceAt(choice.choices ?? [], 0, { text: '否' }), 1, { text: '是' });

describe('how an indicator is measured', () => {
  it('begins anew with another source, and keeps what it is about', () => {
    const cost = withFact(withKind({ ...surveyLeaf, function: 'people' }, 'fact'), 'costPerHead');
    expect(cost).toMatchObject({ kind: 'fact', fact: 'costPerHead', scaleMax: 200, direction: 'min' });
    expect(withKind(cost, 'survey')).toEqual({ ...surveyLeaf, function: 'people' });
    expect(withKind(surveyLeaf, 'figure')).not.toHaveProperty('fact');
  });

  it('has the scale of its way of answering', () => {
    expect(withItem(surveyLeaf, 'nps')).toMatchObject({ item: 'nps', scaleMin: 0, scaleMax: 10 });
    expect(withItem(choice, 'likert')).not.toHaveProperty('choices');
  });

  it('gives each further choice a key that none has', () => {
    const [, second] = named;
    const more = addChoice(second === undefined ? [] : [second], choice);
    // The one that is left is called c2 already.
    expect(more.map(({ key, value }) => [key, value])).toEqual([
      ['c2', 100],
      ['c3', 50],
    ]);
  });

  it.each<[string, IndicatorLeaf, string | null]>([
    ['a question', surveyLeaf, null],
    ['an empty scale', { ...surveyLeaf, scaleMin: 5 }, 'scaleEmpty'],
    ['a figure without a name', withKind(surveyLeaf, 'figure'), 'figureMissing'],
    ['a target beyond the scale', { ...surveyLeaf, target: 6 }, 'targetOffScale'],
    ['a choice without words', choice, 'choiceUnnamed'],
    ['choices with words', { ...choice, choices: named }, null],
    ['one choice', { ...choice, choices: named.slice(1) }, 'choicesFew'],
    ['a choice off the scale', { ...choice, choices: named, scaleMax: 50 }, 'choiceOffScale'],
    ['an axis without a value', { ...surveyLeaf, axes: [{ axis: '阶段', value: ' ' }] }, 'axisUnnamed'],
    [
      'twice on one axis',
      { ...surveyLeaf, axes: ['一', '二'].map((value) => ({ axis: '阶段', value })) },
      'axisTwice',
    ],
  ])('says what is wrong with %s', (_name, leaf, expected) => {
    expect(leafProblemOf(leaf)).toBe(expected);
  });
});
