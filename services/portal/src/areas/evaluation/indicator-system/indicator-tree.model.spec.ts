import { describe, expect, it } from '@jest/globals';
import {
  add,
  change,
  type IndicatorNode,
  levelOf,
  levelsMax,
  move,
  ordered,
  placeBefore,
  placeInto,
  problemsOf,
  remove,
  siblingsOf,
  type Step,
  type Tree,
} from './indicator-tree.model.js';
import { surveyLeaf } from './indicator-leaf.model.js';

const group = (key: string, parentKey: string | null = null): IndicatorNode => ({
  key,
  name: key,
  parentKey,
  leaf: null,
});
const leaf = (key: string, parentKey: string | null): IndicatorNode => ({
  key,
  name: key,
  parentKey,
  leaf: surveyLeaf,
});

/** a(a1 a2) b(b1) c */
const tree: Tree = [
  group('a'),
  leaf('a1', 'a'),
  leaf('a2', 'a'),
  group('b'),
  leaf('b1', 'b'),
  leaf('c', null),
];

/** The tree in one line: `a(a1 a2) b(b1) c`. */
function line(nodes: Tree, parentKey: string | null = null): string {
  return nodes
    .filter((node) => node.parentKey === parentKey)
    .map(({ key, leaf: own }) => (own === null ? `${key}(${line(nodes, key)})` : key))
    .join(' ');
}

describe('a tree of indicators', () => {
  it.each<[string, Step, string]>([
    ['b', 'up', 'b(b1) a(a1 a2) c'],
    ['a', 'up', 'a(a1 a2) b(b1) c'],
    ['a', 'down', 'b(b1) a(a1 a2) c'],
    ['c', 'down', 'a(a1 a2) b(b1) c'],
    ['a2', 'up', 'a(a2 a1) b(b1) c'],
    ['c', 'in', 'a(a1 a2) b(b1 c)'],
    ['b', 'in', 'a(a1 a2 b(b1)) c'],
    ['a2', 'in', 'a(a1 a2) b(b1) c'], // before it stands an indicator, which holds nothing
    ['a', 'in', 'a(a1 a2) b(b1) c'],
    ['a2', 'out', 'a(a1) a2 b(b1) c'],
    ['c', 'out', 'a(a1 a2) b(b1) c'],
  ])('moves %s one step %s', (key, step, expected) => {
    expect(line(move(tree, key, step))).toBe(expected);
  });

  it.each<[string, Tree, string]>([
    ['into a group', placeInto(tree, 'a1', 'b'), 'a(a2) b(b1 a1) c'],
    ['not into an indicator', placeInto(tree, 'a1', 'c'), 'a(a1 a2) b(b1) c'],
    ['not into itself', placeInto(tree, 'a', 'a'), 'a(a1 a2) b(b1) c'],
    ['before another', placeBefore(tree, 'c', 'a2'), 'a(a1 c a2) b(b1)'],
    ['not before what is below it', placeBefore(tree, 'a', 'a2'), 'a(a1 a2) b(b1) c'],
  ])('drops a node %s', (_where, dropped, expected) => {
    expect(line(dropped)).toBe(expected);
  });

  it('keeps each node before what is below it, whatever the order of the nodes', () => {
    const shuffled = [leaf('b1', 'b'), group('a'), leaf('a1', 'a'), group('b')];
    expect(ordered(shuffled).map(({ key }) => key)).toEqual(['a', 'a1', 'b', 'b1']);
  });

  it('removes a node with all that is below it', () => {
    expect(line(remove(tree, 'a'))).toBe('b(b1) c');
  });

  it('adds below a group with a key of its own, and never below an indicator', () => {
    expect(line(add(tree, 'b', surveyLeaf))).toBe('a(a1 a2) b(b1 n7) c');
    expect(add(tree, 'c', surveyLeaf)).toBe(tree);
    const keys = add(add(tree, null, null), null, null).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('does not grow deeper than eight levels', () => {
    let deep: Tree = [group('g1')];
    for (let level = 2; level <= levelsMax; level += 1) deep = [...deep, group(`g${level}`, `g${level - 1}`)];
    deep = [...deep, group('other'), leaf('o1', 'other')];
    expect(levelOf(deep, `g${levelsMax}`)).toBe(levelsMax);
    expect(placeInto(deep, 'o1', `g${levelsMax}`)).toBe(deep);
    expect(levelOf(placeInto(deep, 'o1', `g${levelsMax - 1}`), 'o1')).toBe(levelsMax);
  });

  it('says what stands in the way of saving', () => {
    const broken = change(add(tree, null, null), 'a1', { name: ' ' });
    const scaled = change(broken, 'c', { leaf: { ...surveyLeaf, scaleMin: 5 } });
    expect([...problemsOf(scaled)]).toEqual([
      ['a1', 'nameMissing'],
      ['c', 'scaleEmpty'],
      ['n7', 'nameMissing'],
    ]);
    expect([...problemsOf(change(scaled, 'n7', { name: 'new' }))]).toContainEqual(['n7', 'groupEmpty']);
    expect(problemsOf(tree).size).toBe(0);
  });

  it('asks for weights where there are siblings', () => {
    expect(siblingsOf(tree)).toEqual([
      { parentKey: null, keys: ['a', 'b', 'c'] },
      { parentKey: 'a', keys: ['a1', 'a2'] },
    ]);
  });

  it('asks for no weights of what is answered in words, nor of a group that holds nothing else', () => {
    const words: IndicatorNode = { ...leaf('w', 'b'), leaf: { ...surveyLeaf, item: 'text' } };
    expect(siblingsOf([...tree.filter(({ key }) => key !== 'b1'), words])).toEqual([
      { parentKey: null, keys: ['a', 'c'] },
      { parentKey: 'a', keys: ['a1', 'a2'] },
    ]);
  });
});
