import { expect, it } from '@jest/globals';
import { surveyLeaf } from './indicator-leaf.model.js';
import type { IndicatorNode } from './indicator-tree.model.js';
import { templateWeighings } from './template-weights.model.js';

const node = (key: string, parentKey: string | null, isGroup = false): IndicatorNode => ({
  key,
  name: key,
  parentKey,
  leaf: isGroup ? null : surveyLeaf,
});

it('gives a tree the weights of its template, and what was added the mean of its siblings', () => {
  const tree = [
    node('a', null, true),
    node('a1', 'a'),
    node('a2', 'a'),
    node('new', 'a'),
    node('b', null, true),
    node('b1', 'b'),
    node('b2', 'b'),
  ];
  const weighings = [
    { parentKey: null, method: 'direct' as const, items: ['a', 'b'], weights: [4, 6] },
    { parentKey: 'a', method: 'direct' as const, items: ['a1', 'gone', 'a2'], weights: [1, 9, 2] },
  ];
  expect(templateWeighings(tree, weighings)).toEqual([
    { parentKey: null, method: 'direct', items: ['a', 'b'], weights: [4, 6] },
    // (1 + 2) / 2
    { parentKey: 'a', method: 'direct', items: ['a1', 'a2', 'new'], weights: [1, 2, 1.5] },
    { parentKey: 'b', method: 'direct', items: ['b1', 'b2'], weights: [1, 1] },
  ]);
});
