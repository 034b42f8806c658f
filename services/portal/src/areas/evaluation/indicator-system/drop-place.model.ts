import { nodeOf, placeAfter, placeBefore, placeInto, type Tree } from './indicator-tree.model.js';

/** Where something that is dragged would fall: before or after a node, or into a group. */
export interface DropPlace {
  readonly onto: string;
  readonly where: 'before' | 'into' | 'after';
}

/**
 * By where the pointer stands over a row: its upper part is before it, its lower part after it, and the middle half of
 * a group is into it.
 * @param share of the height of the row, 0 at its top and 1 at its bottom
 */
export function placeAt(tree: Tree, onto: string, share: number): DropPlace {
  const isGroup = nodeOf(tree, onto)?.leaf === null;
  if (isGroup && share > 0.25 && share < 0.75) return { onto, where: 'into' };
  return { onto, where: share < 0.5 ? 'before' : 'after' };
}

/** @returns the same tree where it cannot stand there */
export function dropped(tree: Tree, key: string, { onto, where }: DropPlace): Tree {
  if (key === onto) return tree;
  if (where === 'into') return placeInto(tree, key, onto);
  return where === 'before' ? placeBefore(tree, key, onto) : placeAfter(tree, key, onto);
}
