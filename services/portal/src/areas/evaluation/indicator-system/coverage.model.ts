import type { IndicatorNode } from './indicator-tree.model.js';

interface CoverageCell<Resource extends string, Business extends string> {
  readonly function: Resource;
  readonly business: Business;
  /** The names of the indicators in it. */
  readonly names: readonly string[];
}

type Nodes = readonly Pick<IndicatorNode, 'name' | 'leaf'>[];

/** Each resource function by each business, row by row, with what a system asks about it. */
export function coverageOf<Resource extends string, Business extends string>(
  nodes: Nodes,
  functions: readonly Resource[],
  businesses: readonly Business[],
): CoverageCell<Resource, Business>[] {
  return functions.flatMap((resource) =>
    businesses.map((business) => ({
      function: resource,
      business,
      names: nodes.flatMap(({ name, leaf }) =>
        leaf?.function === resource && leaf.business === business ? [name] : [],
      ),
    })),
  );
}

/** What a further axis holds: each of its values with the number of its indicators, in the order of the tree. */
interface AxisCoverage {
  readonly axis: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

export function axesOf(nodes: Nodes): AxisCoverage[] {
  const axes = new Map<string, Map<string, number>>();
  for (const { leaf } of nodes) {
    for (const { axis, value } of leaf?.axes ?? []) {
      const values = axes.get(axis) ?? new Map<string, number>();
      axes.set(axis, values.set(value, (values.get(value) ?? 0) + 1));
    }
  }
  return [...axes].map(([axis, values]) => ({
    axis,
    values: [...values].map(([value, count]) => ({ value, count })),
  }));
}
