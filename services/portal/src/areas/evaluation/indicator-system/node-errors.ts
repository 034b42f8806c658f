import { pathOf, ProblemError } from '../../../api/problem.js';
import type { Tree } from './indicator-tree.model.js';

/** What the platform says of single nodes, by their keys; pointers such as `/nodes/3/name` count the nodes as sent. */
export function nodeErrorsOf(error: Error | null, nodes: Tree): ReadonlyMap<string, string> {
  if (!(error instanceof ProblemError)) return new Map();
  return new Map(
    error.problem.errors.flatMap(({ pointer, detail }): [string, string][] => {
      const [list, index] = pathOf(pointer);
      const node = list === 'nodes' && typeof index === 'number' ? nodes[index] : undefined;
      return node === undefined ? [] : [[node.key, detail]];
    }),
  );
}
