import { describe, expect, it } from '@jest/globals';
import type {
  IndicatorLeaf,
  IndicatorNode,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { tunedNodes } from './tuned-nodes.model.js';

const leaf: IndicatorLeaf = {
  kind: 'survey',
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: 'service',
  business: 'culture',
};
const node = (key: string, parentKey: string | null, own: IndicatorLeaf | null): IndicatorNode => ({
  key,
  name: key,
  parentKey,
  leaf: own,
});
const nodes = [
  node('whole', null, null),
  node('liked', 'whole', null),
  node('place', 'liked', leaf),
  node('guides', 'liked', leaf),
  node('cost', 'whole', { ...leaf, direction: 'min' }),
];

describe('the tree of the next version', () => {
  it('is without what goes, and without nodes that nothing is left below', () => {
    const left = tunedNodes(nodes, { drops: ['place', 'guides'], merges: [] });
    expect(left.map(({ key }) => key)).toEqual(['whole', 'cost']);
  });

  it('keeps one of two that become one, under the new name', () => {
    const merges = [{ keep: 'guides', drop: 'place', name: '现场' }];
    const left = tunedNodes(nodes, { drops: [], merges });
    expect(left.map(({ key, name }) => [key, name])).toEqual([
      ['whole', 'whole'],
      ['liked', 'liked'],
      ['guides', '现场'],
      ['cost', 'cost'],
    ]);
  });

  it.each([
    ['nothing ticked', { drops: [], merges: [] }, 'NOTHING_TO_TUNE'],
    ['a node that is no indicator', { drops: ['liked'], merges: [] }, 'INDICATOR_NOT_LEAF'],
    ['what is not there', { drops: ['gone'], merges: [] }, 'INDICATOR_NOT_LEAF'],
    ['all of them', { drops: ['place', 'guides', 'cost'], merges: [] }, 'NO_INDICATOR_LEFT'],
    [
      'a direction that differs',
      { drops: [], merges: [{ keep: 'place', drop: 'cost', name: 'x' }] },
      'MERGE_ACROSS_KINDS',
    ],
    [
      'one both kept and dropped',
      { drops: ['place'], merges: [{ keep: 'place', drop: 'guides', name: 'x' }] },
      'INDICATOR_NOT_LEAF',
    ],
    [
      'one merged with itself',
      { drops: [], merges: [{ keep: 'place', drop: 'place', name: 'x' }] },
      'INDICATOR_NOT_LEAF',
    ],
  ])('refuses %s', (_case, ticked, code) => {
    expect(() => tunedNodes(nodes, ticked)).toThrow(code);
  });
});
