import { DomainError } from '@gongxiang/domain';
import { readWeights } from './matrix.model.js';

/** A node of an indicator system with its weight among its siblings; a node without children is an indicator. */
export interface WeightNode {
  readonly id: string;
  /** Non-negative; siblings are made to sum 1. */
  readonly weight: number;
  readonly children: readonly WeightNode[];
}

export interface LeafWeight {
  readonly id: string;
  /** Share of the whole, 0 to 1. */
  readonly weight: number;
  /** Ids from the top down to the leaf itself. */
  readonly path: readonly string[];
}

export const depthMax = 8;

interface Place {
  readonly pointer: string;
  readonly share: number;
  readonly path: readonly string[];
}

/**
 * Synthesises local weights into the global weight of each leaf: the product along its path. They sum to 1.
 * @param roots the top level, siblings of each other
 * @returns leaves from left to right
 * @throws DomainError `NO_WEIGHT` where siblings all weigh 0, `NEGATIVE_VALUE`, `VALUE_NOT_A_NUMBER`, `DUPLICATE_ID`,
 * `TREE_TOO_DEEP`
 */
export function synthesiseWeights(roots: readonly WeightNode[]): readonly LeafWeight[] {
  const leaves = leavesOf(roots, { pointer: '', share: 1, path: [] });
  const seen = new Set<string>();
  for (const leaf of leaves) {
    if (seen.has(leaf.id)) throw new DomainError('DUPLICATE_ID', { params: { id: leaf.id } });
    seen.add(leaf.id);
  }
  return leaves;
}

function leavesOf(siblings: readonly WeightNode[], place: Place): readonly LeafWeight[] {
  if (place.path.length >= depthMax) {
    throw new DomainError('TREE_TOO_DEEP', { pointer: place.pointer, params: { max: depthMax } });
  }
  const local = readWeights(
    siblings.map((node) => node.weight),
    siblings.length,
    place.pointer,
  );
  return siblings.flatMap((node, index) => {
    const share = place.share * (local[index] ?? 0);
    const path = [...place.path, node.id];
    if (node.children.length === 0) return [{ id: node.id, weight: share, path }];
    return leavesOf(node.children, { pointer: `${place.pointer}/${index}/children`, share, path });
  });
}
