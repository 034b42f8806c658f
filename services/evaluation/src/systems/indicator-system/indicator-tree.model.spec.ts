import { describe, expect, it } from '@jest/globals';
import type {
  IndicatorLeaf,
  IndicatorNode,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import {
  checkTree,
  indicatorsOf,
  siblingsOf,
  weighedChildren,
  weighedLeaves,
} from './indicator-tree.model.js';

const leaf: IndicatorLeaf = {
  kind: 'survey',
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: 'service',
  business: 'culture',
};

function node(
  key: string,
  parentKey: string | null,
  isLeaf = true,
  change: Partial<IndicatorLeaf> = {},
): IndicatorNode {
  return { key, name: key, parentKey, leaf: isLeaf ? { ...leaf, ...change } : null };
}

function codeOf(nodes: readonly IndicatorNode[]): string | null {
  try {
    checkTree(nodes);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

const chain = Array.from({ length: 9 }, (_, level) =>
  node(`n${level}`, level === 0 ? null : `n${level - 1}`, level === 8),
);

describe('the tree of indicators', () => {
  it.each([
    ['a tree of two levels', [node('top', null, false), node('a', 'top'), node('b', 'top')], null],
    ['a key twice', [node('a', null), node('a', null)], 'DUPLICATE_ID'],
    ['a parent that is not there', [node('a', 'gone')], 'TREE_BROKEN'],
    ['a circle', [node('a', 'b', false), node('b', 'a', false)], 'TREE_BROKEN'],
    ['a node with neither leaf nor children', [node('a', null, false)], 'TREE_BROKEN'],
    ['a leaf with children', [node('a', null), node('b', 'a')], 'TREE_BROKEN'],
    ['nine levels', chain, 'TREE_TOO_DEEP'],
    ['a fact without a name', [node('a', null, true, { kind: 'fact' })], 'FACT_REQUIRED'],
    ['a question with a fact', [node('a', null, true, { fact: 'fillRate' })], 'FACT_REQUIRED'],
    ['an empty scale', [node('a', null, true, { scaleMin: 5 })], 'INDICATOR_SCALE'],
  ])('%s', (_name, nodes, expected) => {
    expect(codeOf(nodes)).toBe(expected);
  });

  it('needs something to weigh', () => {
    const words = { kind: 'survey', item: 'text' } as const;
    expect(codeOf([node('a', null, true, words)])).toBe('NOTHING_WEIGHED');
    expect(codeOf([node('a', null, true, words), node('b', null)])).toBeNull();
  });

  it('weighs neither answers in words nor a group that holds nothing else', () => {
    const words = { item: 'text' } as const;
    const nodes = [
      node('top', null, false),
      node('a', 'top'),
      node('said', 'top', true, words),
      node('b', 'top'),
      node('talk', null, false),
      node('more', 'talk', true, words),
    ];
    expect(weighedLeaves(nodes).map(({ key }) => key)).toEqual(['a', 'b']);
    expect(weighedChildren(nodes, null).map(({ key }) => key)).toEqual(['top']);
    expect(weighedChildren(nodes, 'talk')).toEqual([]);
    expect(siblingsOf(nodes)).toEqual([
      { parentKey: null, keys: ['top'] },
      { parentKey: 'top', keys: ['a', 'b'] },
    ]);
    expect(indicatorsOf(nodes).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('lists siblings from the top down', () => {
    expect(siblingsOf([node('top', null, false), node('a', 'top'), node('b', 'top')])).toEqual([
      { parentKey: null, keys: ['top'] },
      { parentKey: 'top', keys: ['a', 'b'] },
    ]);
  });
});
