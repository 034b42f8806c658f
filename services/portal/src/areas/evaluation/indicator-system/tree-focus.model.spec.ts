import { describe, expect, it } from '@jest/globals';
import { surveyLeaf } from './indicator-leaf.model.js';
import type { IndicatorNode, Tree } from './indicator-tree.model.js';
import { focusWithout, movedBy, typedTo, visibleKeys } from './tree-focus.model.js';

const node = (key: string, parentKey: string | null, isGroup = false): IndicatorNode => ({
  key,
  name: `Name ${key}`,
  parentKey,
  leaf: isGroup ? null : surveyLeaf,
});
/** a(a1 a2) b(b1) c */
const tree: Tree = [
  node('a', null, true),
  node('a1', 'a'),
  node('a2', 'a'),
  node('b', null, true),
  node('b1', 'b'),
  node('c', null),
];
const open = new Set<string>();
const closed = new Set(['a']);

describe('a tree by keyboard', () => {
  it('shows what is not within a closed group', () => {
    expect(visibleKeys(tree, open)).toEqual(['a', 'a1', 'a2', 'b', 'b1', 'c']);
    expect(visibleKeys(tree, closed)).toEqual(['a', 'b', 'b1', 'c']);
  });

  it.each([
    ['a', 'ArrowDown', open, { focus: 'a1' }],
    ['a', 'ArrowDown', closed, { focus: 'b' }],
    ['c', 'ArrowDown', open, null],
    ['b', 'ArrowUp', closed, { focus: 'a' }],
    ['b1', 'Home', open, { focus: 'a' }],
    ['a', 'End', open, { focus: 'c' }],
    ['a', 'ArrowRight', closed, { open: 'a' }],
    ['a', 'ArrowRight', open, { focus: 'a1' }],
    ['a1', 'ArrowRight', open, null],
    ['a', 'ArrowLeft', open, { close: 'a' }],
    ['a', 'ArrowLeft', closed, null],
    ['a2', 'ArrowLeft', open, { focus: 'a' }],
    ['c', 'x', open, null],
  ] as const)('%s: %s', (at, pressed, shut, expected) => {
    expect(movedBy(tree, shut, at, pressed)).toEqual(expected);
  });

  it('goes to the next name that begins as typed, and round to the first', () => {
    expect(typedTo(tree, open, 'a', 'name b')).toBe('b');
    expect(typedTo(tree, open, 'c', 'name')).toBe('a');
    expect(typedTo(tree, closed, 'b', 'name a1')).toBeNull();
  });

  it('is never left without a focus by what is taken away', () => {
    expect(['a1', 'a2', 'b1', 'c'].map((key) => focusWithout(tree, key))).toEqual(['a2', 'a1', 'b', 'b']);
  });
});
