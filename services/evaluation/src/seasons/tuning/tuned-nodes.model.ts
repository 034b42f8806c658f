import type { IndicatorMerge } from '@gongxiang/contracts/evaluation/seasons/tuning.contract';
import type {
  IndicatorLeaf,
  IndicatorNode,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { DomainError } from '@gongxiang/domain';

interface Ticked {
  readonly drops: readonly string[];
  readonly merges: readonly IndicatorMerge[];
}

/**
 * The tree of the next version: without the indicators that go, with those that were merged under their new name, and
 * without nodes that nothing is left below.
 * @throws DomainError `NOTHING_TO_TUNE`, `INDICATOR_NOT_LEAF`, `MERGE_ACROSS_KINDS`, `NO_INDICATOR_LEFT`
 */
export function tunedNodes(nodes: readonly IndicatorNode[], { drops, merges }: Ticked): IndicatorNode[] {
  if (drops.length + merges.length === 0) throw new DomainError('NOTHING_TO_TUNE', { pointer: '/drops' });
  const leaves = new Map(nodes.flatMap(({ key, leaf }) => (leaf === null ? [] : [[key, leaf] as const])));
  drops.forEach((key, place) => requireLeaf(leaves, key, `/drops/${place}`));
  merges.forEach((merge, place) => requireMergeable(leaves, merge, `/merges/${place}`));
  const gone = new Set([...drops, ...merges.map(({ drop }) => drop)]);
  merges.forEach(({ keep }, place) => {
    if (gone.has(keep))
      throw new DomainError('INDICATOR_NOT_LEAF', { pointer: `/merges/${place}/keep`, params: { id: keep } });
  });
  const names = new Map(merges.map(({ keep, name }) => [keep, name]));
  const left = nodes
    .filter(({ key }) => !gone.has(key))
    .map((node) => ({ ...node, name: names.get(node.key) ?? node.name }));
  return withoutBarren(left);
}

function requireLeaf(
  leaves: ReadonlyMap<string, IndicatorLeaf>,
  key: string,
  pointer: string,
): IndicatorLeaf {
  const leaf = leaves.get(key);
  if (leaf === undefined) throw new DomainError('INDICATOR_NOT_LEAF', { pointer, params: { id: key } });
  return leaf;
}

/** One value cannot stand for two that are measured in different ways. */
function requireMergeable(
  leaves: ReadonlyMap<string, IndicatorLeaf>,
  { keep, drop }: IndicatorMerge,
  pointer: string,
): void {
  const first = requireLeaf(leaves, keep, `${pointer}/keep`);
  const second = requireLeaf(leaves, drop, `${pointer}/drop`);
  const isAlike =
    first.kind === second.kind &&
    first.scaleMin === second.scaleMin &&
    first.scaleMax === second.scaleMax &&
    first.direction === second.direction;
  if (!isAlike) {
    throw new DomainError('MERGE_ACROSS_KINDS', { pointer, params: { first: keep, second: drop } });
  }
}

/** Takes away nodes without children until each has one: as often as the tree is deep. */
function withoutBarren(nodes: IndicatorNode[]): IndicatorNode[] {
  const parents = new Set(nodes.map(({ parentKey }) => parentKey));
  const left = nodes.filter(({ key, leaf }) => leaf !== null || parents.has(key));
  if (left.length === 0) throw new DomainError('NO_INDICATOR_LEFT', { pointer: '/drops' });
  return left.length === nodes.length ? left : withoutBarren(left);
}
