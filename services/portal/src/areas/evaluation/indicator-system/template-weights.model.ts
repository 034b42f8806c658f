import type { components } from '../../../api/schema.js';
import { siblingsOf, type Tree } from './indicator-tree.model.js';

type Weighing = components['schemas']['NodeWeighing'];

/**
 * The weights of a template for a tree that was begun with it: what is still there keeps its weight, and what was added
 * weighs as much as the mean of its siblings.
 */
export function templateWeighings(tree: Tree, weighings: readonly Weighing[]): Weighing[] {
  const weights = new Map(
    weighings.flatMap(({ items, weights: given }) =>
      (items ?? []).map((key, place): [string, number] => [key, given?.[place] ?? 0]),
    ),
  );
  return siblingsOf(tree).map(({ parentKey, keys }) => {
    const known = keys.flatMap((key) => weights.get(key) ?? []);
    const mean = known.length === 0 ? 1 : known.reduce((sum, one) => sum + one, 0) / known.length;
    const items = [...keys];
    return { parentKey, method: 'direct', items, weights: keys.map((key) => weights.get(key) ?? mean) };
  });
}
