import { describe, expect, it } from '@jest/globals';
import { dropped, placeAt } from './drop-place.model.js';
import { surveyLeaf } from './indicator-leaf.model.js';
import type { IndicatorNode, Tree } from './indicator-tree.model.js';

const node = (key: string, parentKey: string | null, isGroup = false): IndicatorNode => ({
  key,
  name: key,
  parentKey,
  leaf: isGroup ? null : surveyLeaf,
});
/** a(a1) b() c */
const tree: Tree = [node('a', null, true), node('a1', 'a'), node('b', null, true), node('c', null)];

describe('where something dragged falls', () => {
  it.each([
    ['a', 0.1, 'before'],
    ['a', 0.5, 'into'],
    ['a', 0.9, 'after'],
    ['c', 0.4, 'before'],
    ['c', 0.6, 'after'],
  ] as const)('over %s at %d of its height: %s', (onto, share, where) => {
    expect(placeAt(tree, onto, share)).toEqual({ onto, where });
  });

  it.each([
    ['into a group', 'c', { onto: 'b', where: 'into' }, ['a', 'a1', 'b', 'c']],
    ['before another', 'c', { onto: 'a', where: 'before' }, ['c', 'a', 'a1', 'b']],
    ['after a group, with what is in it', 'a', { onto: 'b', where: 'after' }, ['b', 'a', 'a1', 'c']],
  ] as const)('%s', (_how, key, place, expected) => {
    expect(dropped(tree, key, place).map((one) => one.key)).toEqual(expected);
  });

  it.each([
    ['onto itself', 'a', { onto: 'a', where: 'into' }],
    ['into what is in it', 'a', { onto: 'a1', where: 'before' }],
  ] as const)('nowhere %s', (_how, key, place) => {
    expect(dropped(tree, key, place)).toBe(tree);
  });
});
