import type {
  IndicatorLeaf,
  IndicatorNode,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { DomainError } from '@gongxiang/domain';
import type { Indicator } from './indicator.model.js';
import { depthMax } from '../matrix/hierarchy.model.js';
import { checkLeaf, isPresent, isWeighedLeaf } from './indicator-leaf.model.js';

/** The children of one node, or those at the top (null). */
export interface Siblings {
  readonly parentKey: string | null;
  readonly keys: readonly string[];
}

/**
 * Refuses nodes that are no tree of indicators, of at most eight levels, at least one of which can be weighed.
 * @throws DomainError `DUPLICATE_ID`, `TREE_BROKEN`, `TREE_TOO_DEEP`, `NOTHING_WEIGHED`, and what {@link checkLeaf}
 *   throws
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
  if (weighedLeaves(nodes).length === 0) throw new DomainError('NOTHING_WEIGHED', { pointer: '/nodes' });
}

/** An indicator: a node with a leaf. */
export type LeafNode = IndicatorNode & { readonly leaf: IndicatorLeaf };

/** The indicators that weigh something, in the order of the nodes: all but questions that are answered in words. */
export function weighedLeaves(nodes: readonly IndicatorNode[]): readonly LeafNode[] {
  return nodes.filter((node): node is LeafNode => node.leaf !== null && isWeighedLeaf(node.leaf));
}

/**
 * The children of a node (null: those at the top) that are weighed against each other: some indicator in them weighs.
 */
export function weighedChildren(
  nodes: readonly IndicatorNode[],
  parentKey: string | null,
): readonly IndicatorNode[] {
  const weighed = weighedKeys(nodes);
  return nodes.filter((node) => node.parentKey === parentKey && weighed.has(node.key));
}

/** Siblings that are weighed against each other, from the top down, in the order of the nodes. */
export function siblingsOf(nodes: readonly IndicatorNode[]): readonly Siblings[] {
  const weighed = weighedKeys(nodes);
  const groups = new Map<string | null, string[]>([[null, []]]);
  for (const node of nodes) {
    if (!weighed.has(node.key)) continue;
    const keys = groups.get(node.parentKey) ?? [];
    keys.push(node.key);
    groups.set(node.parentKey, keys);
  }
  return [...groups].map(([parentKey, keys]) => ({ parentKey, keys }));
}

/** The indicators as the score reads them: those that weigh something. */
export function indicatorsOf(nodes: readonly IndicatorNode[]): readonly Indicator[] {
  return weighedLeaves(nodes).map(({ key, leaf }) => {
    const { kind, scaleMin, scaleMax, direction, function: resourceFunction, business } = leaf;
    const { fact, figure, missing, target } = leaf;
    return {
      id: key,
      kind,
      scaleMin,
      scaleMax,
      direction,
      function: resourceFunction,
      business,
      ...(isPresent(fact) ? { fact } : {}),
      ...(isPresent(figure) ? { figure } : {}),
      ...(isPresent(missing) ? { missing } : {}),
      ...(isPresent(target) ? { target } : {}),
    };
  });
}

/** The keys of all weighed leaves and of whatever stands above one. */
function weighedKeys(nodes: readonly IndicatorNode[]): ReadonlySet<string> {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const keys = new Set<string>();
  for (const leaf of weighedLeaves(nodes)) {
    let node: IndicatorNode | undefined = leaf;
    while (node !== undefined && !keys.has(node.key)) {
      keys.add(node.key);
      node = node.parentKey === null ? undefined : byKey.get(node.parentKey);
    }
  }
  return keys;
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
