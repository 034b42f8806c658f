import type { components } from '../../../api/schema.js';
import { type LeafProblem, leafProblemOf } from './indicator-leaf.model.js';

export type IndicatorNode = components['schemas']['IndicatorNode'];
export type IndicatorLeaf = NonNullable<IndicatorNode['leaf']>;

/** Nodes from the top down, each before what is below it, siblings in their order. */
export type Tree = readonly IndicatorNode[];

export const levelsMax = 8;
export const nodesMax = 200;

export function childrenOf(tree: Tree, parentKey: string | null): IndicatorNode[] {
  return tree.filter((node) => node.parentKey === parentKey);
}

/** 1 at the top. */
export function levelOf(tree: Tree, key: string): number {
  const node = nodeOf(tree, key);
  return node === undefined || node.parentKey === null ? 1 : levelOf(tree, node.parentKey) + 1;
}

/** Orders nodes as a {@link Tree}. */
export function ordered(nodes: readonly IndicatorNode[], parentKey: string | null = null): IndicatorNode[] {
  return childrenOf(nodes, parentKey).flatMap((node) => [node, ...ordered(nodes, node.key)]);
}

/** A key that no node has: keys are for the platform, people see names. */
export function newKey(tree: Tree): string {
  const taken = new Set(tree.map(({ key }) => key));
  for (let number = tree.length + 1; ; number += 1) {
    if (!taken.has(`n${number}`)) return `n${number}`;
  }
}

/** Adds a node as the last below the parent; below an indicator nothing can be. */
export function add(tree: Tree, parentKey: string | null, leaf: IndicatorLeaf | null): Tree {
  if (parentKey !== null && nodeOf(tree, parentKey)?.leaf !== null) return tree;
  return ordered([...tree, { key: newKey(tree), name: '', parentKey, leaf }]);
}

/** Takes a node away with all that is below it. */
export function remove(tree: Tree, key: string): Tree {
  const gone = new Set([key, ...below(tree, key)]);
  return tree.filter((node) => !gone.has(node.key));
}

export function change(tree: Tree, key: string, changed: Partial<IndicatorNode>): Tree {
  return tree.map((node) => (node.key === key ? { ...node, ...changed, key } : node));
}

/** Where a node can go by one step: among its siblings, into the group before it, or out of its group. */
export type Step = 'up' | 'down' | 'in' | 'out';

/** @returns the same tree where there is no such place */
export function move(tree: Tree, key: string, step: Step): Tree {
  const node = nodeOf(tree, key);
  if (node === undefined) return tree;
  const siblings = childrenOf(tree, node.parentKey);
  const place = siblings.indexOf(node);
  const before = siblings[place - 1];
  const after = siblings[place + 1];
  if (step === 'up') return before === undefined ? tree : placeBefore(tree, key, before.key);
  if (step === 'down') return after === undefined ? tree : placeBefore(tree, after.key, key);
  if (step === 'in') return before === undefined ? tree : placeInto(tree, key, before.key);
  return node.parentKey === null ? tree : placeAfter(tree, key, node.parentKey);
}

/** Puts a node, with all below it, as the last into a group. */
export function placeInto(tree: Tree, key: string, groupKey: string): Tree {
  const isGroup = nodeOf(tree, groupKey)?.leaf === null;
  if (!isGroup || isWithin(tree, groupKey, key)) return tree;
  const node = nodeOf(tree, key);
  if (node === undefined) return tree;
  const others = tree.filter((one) => one !== node);
  return bounded(tree, ordered([...others, { ...node, parentKey: groupKey }]));
}

/** Puts a node, with all below it, before another one, as its sibling. */
export function placeBefore(tree: Tree, key: string, otherKey: string): Tree {
  return beside(tree, key, otherKey, 0);
}

/** The same after another one. */
export function placeAfter(tree: Tree, key: string, otherKey: string): Tree {
  return beside(tree, key, otherKey, 1);
}

function beside(tree: Tree, key: string, otherKey: string, offset: 0 | 1): Tree {
  const [node, other] = [nodeOf(tree, key), nodeOf(tree, otherKey)];
  if (node === undefined || other === undefined || isWithin(tree, otherKey, key)) return tree;
  const others = tree.filter((one) => one !== node);
  others.splice(others.indexOf(other) + offset, 0, { ...node, parentKey: other.parentKey });
  return bounded(tree, ordered(others));
}

type Problem = LeafProblem | 'nameMissing' | 'groupEmpty';

/** What stands in the way of saving, by the key of the node. */
export function problemsOf(tree: Tree): ReadonlyMap<string, Problem> {
  return new Map(
    tree.flatMap((node): [string, Problem][] => {
      const problem = problemOf(tree, node);
      return problem === null ? [] : [[node.key, problem]];
    }),
  );
}

function problemOf(tree: Tree, { key, name, leaf }: IndicatorNode): Problem | null {
  if (name.trim() === '') return 'nameMissing';
  if (leaf === null) return childrenOf(tree, key).length === 0 ? 'groupEmpty' : null;
  return leafProblemOf(leaf);
}

/** The children of one node, or those at the top (null). */
export interface Siblings {
  readonly parentKey: string | null;
  readonly keys: readonly string[];
}

/**
 * The groups within which weights are given, from the top down; an only child needs none. What is answered in words is
 * weighed by nobody, nor is a group that holds nothing else.
 */
export function siblingsOf(tree: Tree): readonly Siblings[] {
  const weighed = weighedKeys(tree);
  const parents = [null, ...tree.filter(({ leaf }) => leaf === null).map(({ key }) => key)];
  return parents
    .map((parentKey) => ({
      parentKey,
      keys: childrenOf(tree, parentKey).flatMap(({ key }) => (weighed.has(key) ? [key] : [])),
    }))
    .filter(({ keys }) => keys.length > 1);
}

/** What is weighed, and what stands above it. */
export function weighedNodes(tree: Tree): Tree {
  const weighed = weighedKeys(tree);
  return tree.filter(({ key }) => weighed.has(key));
}

function weighedKeys(tree: Tree): ReadonlySet<string> {
  const parents = new Map(tree.map(({ key, parentKey }) => [key, parentKey]));
  const keys = new Set<string>();
  for (const { key, leaf } of tree) {
    if (leaf === null || leaf.item === 'text') continue;
    for (let at: string | null = key; at !== null && !keys.has(at); at = parents.get(at) ?? null)
      keys.add(at);
  }
  return keys;
}

export function nodeOf(tree: Tree, key: string): IndicatorNode | undefined {
  return tree.find((node) => node.key === key);
}

function below(tree: Tree, key: string): string[] {
  return childrenOf(tree, key).flatMap((child) => [child.key, ...below(tree, child.key)]);
}

function isWithin(tree: Tree, key: string, ancestorKey: string): boolean {
  return key === ancestorKey || below(tree, ancestorKey).includes(key);
}

/** Deeper than the platform takes is not moved at all. */
function bounded(before: Tree, after: Tree): Tree {
  return after.every(({ key }) => levelOf(after, key) <= levelsMax) ? after : before;
}
