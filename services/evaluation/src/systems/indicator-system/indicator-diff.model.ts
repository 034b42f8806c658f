import type {
  IndicatorLeaf,
  IndicatorNode,
  NodeDifference,
  NodeMark,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';

/** The differences between two trees, node by node; nodes are matched by key, not by name. */
interface TreeDifference {
  readonly differences: NodeDifference[];
  /** How many nodes are in both alike. */
  readonly unchanged: number;
}

/**
 * Compares two trees. A node has moved where it stands below another parent; among siblings that stayed, as few as
 * possible have moved: all but a longest row of them that is still in its order.
 */
export function compareTrees(
  before: readonly IndicatorNode[],
  after: readonly IndicatorNode[],
): TreeDifference {
  const earlier = new Map(before.map((node) => [node.key, node]));
  const later = new Set(after.map(({ key }) => key));
  const moved = movedKeys(before, after);
  const compared = after.map((node) => {
    const old = earlier.get(node.key);
    if (old === undefined) return differenceOf(node.key, ['added'], { before: null, after: node });
    return compareNodes(old, node, moved.has(node.key));
  });
  const removed = before
    .filter(({ key }) => !later.has(key))
    .map((node) => differenceOf(node.key, ['removed'], { before: node, after: null }));
  const differences = [...compared.filter(({ marks }) => marks.length > 0), ...removed];
  return { differences, unchanged: compared.length + removed.length - differences.length };
}

function compareNodes(before: IndicatorNode, after: IndicatorNode, hasMoved: boolean): NodeDifference {
  const fields = fieldsThatDiffer(before.leaf, after.leaf);
  const marks: NodeMark[] = [
    ...(hasMoved ? (['moved'] as const) : []),
    ...(before.name === after.name ? [] : (['renamed'] as const)),
    ...(fields.length === 0 ? [] : (['changed'] as const)),
  ];
  return differenceOf(after.key, marks, { before, after, fields });
}

function differenceOf(
  key: string,
  marks: NodeMark[],
  rest: Pick<NodeDifference, 'before' | 'after'> & { readonly fields?: string[] },
): NodeDifference {
  return { key, marks, fields: [], ...rest };
}

/** In the order of their names. What is null, and a question by scale that does not say so, is as if it were absent. */
function fieldsThatDiffer(before: IndicatorLeaf | null, after: IndicatorLeaf | null): string[] {
  if (before === null || after === null) return before === after ? [] : ['leaf'];
  const [old, now] = [plainLeaf(before), plainLeaf(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names].filter((name) => !isSame(old[name], now[name])).sort();
}

function plainLeaf(leaf: IndicatorLeaf): Record<string, unknown> {
  const { item, ...rest } = leaf;
  return { ...rest, item: leaf.kind === 'survey' ? (item ?? 'likert') : null };
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === right || (left ?? null) === (right ?? null)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  const [old, now] = [Object.entries(left), right as Record<string, unknown>];
  return old.length === Object.keys(now).length && old.every(([name, value]) => isSame(value, now[name]));
}

function movedKeys(before: readonly IndicatorNode[], after: readonly IndicatorNode[]): ReadonlySet<string> {
  const places = new Map(before.map((node, place) => [node.key, { place, parentKey: node.parentKey }]));
  const moved = new Set<string>();
  const stayed = new Map<string | null, { key: string; place: number }[]>();
  for (const { key, parentKey } of after) {
    const old = places.get(key);
    if (old === undefined) continue;
    if (old.parentKey !== parentKey) {
      moved.add(key);
      continue;
    }
    const siblings = stayed.get(parentKey) ?? [];
    siblings.push({ key, place: old.place });
    stayed.set(parentKey, siblings);
  }
  for (const siblings of stayed.values()) {
    const unmoved = longestRising(siblings.map(({ place }) => place));
    siblings.forEach(({ key }, index) => {
      if (!unmoved.has(index)) moved.add(key);
    });
  }
  return moved;
}

/** The places of a longest row of rising numbers; of several such rows one that begins early. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  // The length of the longest row that begins at each place, from the end: a tree has at most 200 nodes.
  const lengths = numbers.map(() => 1);
  for (let place = numbers.length - 2; place >= 0; place -= 1) {
    for (let next = place + 1; next < numbers.length; next += 1) {
      const rises = (numbers[next] ?? 0) > (numbers[place] ?? 0);
      if (rises) lengths[place] = Math.max(lengths[place] ?? 1, 1 + (lengths[next] ?? 1));
    }
  }
  const row = new Set<number>();
  let [wanted, last] = [Math.max(0, ...lengths), Number.NEGATIVE_INFINITY];
  numbers.forEach((number, place) => {
    if (lengths[place] !== wanted || number <= last) return;
    row.add(place);
    last = number;
    wanted -= 1;
  });
  return row;
}
