import type { IndicatorNode } from '@gongxiang/contracts';
import { DomainError } from '@gongxiang/domain';
import type { Indicator } from '../score/score.model.js';
import { depthMax } from '../weight/hierarchy.model.js';

/** The children of one node, or those at the top (null). */
export interface Siblings {
  readonly parentKey: string | null;
  readonly keys: readonly string[];
}

/**
 * Refuses nodes that are no tree of indicators, of at most eight levels.
 * @throws DomainError `DUPLICATE_ID`, `TREE_BROKEN`, `TREE_TOO_DEEP`, `FACT_REQUIRED`, `INDICATOR_SCALE`
 */
export function checkTree(nodes: readonly IndicatorNode[]): void {
  const byKey = new Map<string, IndicatorNode>();
  nodes.forEach((node, index) => {
    const at = { pointer: `/nodes/${index}`, params: { id: node.key } };
    if (byKey.has(node.key)) throw new DomainError('DUPLICATE_ID', at);
    byKey.set(node.key, node);
  });
  const parents = new Set(nodes.map((node) => node.parentKey));
  nodes.forEach((node, index) => {
    const at = { pointer: `/nodes/${index}`, params: { id: node.key } };
    // A leaf has nothing below it, and a node without a leaf has.
    if (parents.has(node.key) === (node.leaf !== null)) throw new DomainError('TREE_BROKEN', at);
    checkPlace(node, byKey, at);
    if (node.leaf !== null) checkLeaf(node.leaf, at);
  });
}

/** Siblings from the top down, in the order of the nodes. */
export function siblingsOf(nodes: readonly IndicatorNode[]): readonly Siblings[] {
  const groups = new Map<string | null, string[]>([[null, []]]);
  for (const node of nodes) {
    const keys = groups.get(node.parentKey) ?? [];
    keys.push(node.key);
    groups.set(node.parentKey, keys);
  }
  return [...groups].map(([parentKey, keys]) => ({ parentKey, keys }));
}

/** The leaves as the score reads them. */
export function indicatorsOf(nodes: readonly IndicatorNode[]): readonly Indicator[] {
  return nodes.flatMap(({ key, leaf }) => {
    if (leaf === null) return [];
    const { kind, scaleMin, scaleMax, direction, function: resourceFunction, business } = leaf;
    return [{ id: key, kind, scaleMin, scaleMax, direction, function: resourceFunction, business }];
  });
}

function checkPlace(
  node: IndicatorNode,
  byKey: ReadonlyMap<string, IndicatorNode>,
  at: { readonly pointer: string; readonly params: { readonly id: string } },
): void {
  let depth = 1;
  for (let above = node.parentKey; above !== null; depth += 1) {
    const parent = byKey.get(above);
    // A circle never ends: the bound on the depth finds it.
    if (parent === undefined || parent.key === node.key) throw new DomainError('TREE_BROKEN', at);
    if (depth >= depthMax) throw new DomainError('TREE_TOO_DEEP', { ...at, params: { max: depthMax } });
    above = parent.parentKey;
  }
}

function checkLeaf(
  leaf: NonNullable<IndicatorNode['leaf']>,
  at: { readonly pointer: string; readonly params: { readonly id: string } },
): void {
  const hasFact = leaf.fact !== undefined && leaf.fact !== null;
  if (hasFact !== (leaf.kind === 'fact')) throw new DomainError('FACT_REQUIRED', at);
  if (!(leaf.scaleMin < leaf.scaleMax)) throw new DomainError('INDICATOR_SCALE', at);
}
