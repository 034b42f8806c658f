import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type {
  GlobalWeight,
  LocalWeightMethod,
  NodeWeighing,
  NodeWeights,
} from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import { DomainError } from '@gongxiang/domain';
import { siblingsOf, type Siblings } from '../indicator-system/indicator-tree.model.js';
import { criticWeights } from './critic.model.js';
import { entropyWeights } from './entropy.model.js';
import { synthesiseWeights, type WeightNode } from '../matrix/hierarchy.model.js';
import { isJudged, judgedWeights } from './judged-weights.model.js';
import { readWeights } from '../matrix/matrix.model.js';
import { mixWeights } from './mixture.model.js';

interface ComputedWeights {
  readonly nodes: NodeWeights[];
  /** Of each indicator in the whole; they sum to 1. */
  readonly indicators: GlobalWeight[];
  readonly acceptable: boolean;
}

/** The weights of the children of one node among each other. */
type LocalWeights = Pick<NodeWeights, 'parentKey' | 'items' | 'weights'>;

/**
 * Weighs every group of siblings by the method stated for it, and multiplies down the tree. An only child needs no
 * entry. What is inconsistent is computed and marked: {@link requireConsistent} refuses it later.
 * @throws DomainError `NODE_WEIGHTS_MISSING`, `NODE_ITEMS`, `DUPLICATE_ID`, and what the methods throw, with the
 * pointer into `/nodes`
 */
export function computeWeights(
  tree: readonly IndicatorNode[],
  weighings: readonly NodeWeighing[],
): ComputedWeights {
  const groups = siblingsOf(tree);
  const known = new Set(groups.map(({ parentKey }) => parentKey));
  const byParent = new Map<string | null, number>();
  weighings.forEach(({ parentKey }, index) => {
    const at = { pointer: `/nodes/${index}/parentKey`, params: { id: parentKey ?? '' } };
    if (!known.has(parentKey)) throw new DomainError('INDICATOR_UNKNOWN', at);
    if (byParent.has(parentKey)) throw new DomainError('DUPLICATE_ID', at);
    byParent.set(parentKey, index);
  });
  const nodes = groups.map((group) => {
    const index = byParent.get(group.parentKey);
    const weighing = index === undefined ? undefined : weighings[index];
    if (index !== undefined && weighing !== undefined) return weighAt(group, weighing, `/nodes/${index}`);
    if (group.keys.length === 1) return onlyChild(group);
    throw new DomainError('NODE_WEIGHTS_MISSING', {
      pointer: '/nodes',
      params: { parent: group.parentKey ?? '' },
    });
  });
  return { nodes, indicators: wholeOf(nodes), acceptable: nodes.every((node) => node.acceptable) };
}

/** The weights of each group, multiplied down the tree. */
export function wholeOf(nodes: readonly LocalWeights[]): GlobalWeight[] {
  const groups = new Map(nodes.map((node) => [node.parentKey, node]));
  return synthesiseWeights(below(null, groups)).map(({ id, weight, path }) => ({
    key: id,
    weight,
    path: [...path],
  }));
}

/** @throws DomainError `CONSISTENCY_TOO_LOW`, naming the node and its worst judgement (E134) */
export function requireConsistent(nodes: readonly NodeWeights[]): void {
  const broken = nodes.find((node) => !node.acceptable);
  if (broken === undefined) return;
  const { parentKey, items, worst, consistencyRatio } = broken;
  const { row, column } = worst ?? { row: 0, column: 1 };
  const [first = '', second = ''] = [items[row], items[column]];
  const ratio = consistencyRatio?.toFixed(3) ?? '';
  throw new DomainError('CONSISTENCY_TOO_LOW', {
    params: { parent: parentKey ?? '', ratio, first, second, row, column },
  });
}

/** Weighs one group; an error of the method points into the entry that it comes from. */
function weighAt(group: Siblings, weighing: NodeWeighing, pointer: string): NodeWeights {
  try {
    return weigh(group, weighing);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const errors = error.errors.map((problem) => ({ ...problem, pointer: `${pointer}${problem.pointer}` }));
    throw new DomainError(error.code, { params: error.params, errors });
  }
}

function weigh({ parentKey, keys }: Siblings, weighing: NodeWeighing): NodeWeights {
  const items = weighing.items ?? [...keys];
  const isSame = items.length === keys.length && new Set(items).size === keys.length;
  if (!isSame || !items.every((item) => keys.includes(item))) {
    throw new DomainError('NODE_ITEMS', { pointer: '/items', params: { parent: parentKey ?? '' } });
  }
  if (weighing.method === 'mixture') return weighByMixture(parentKey, items, weighing);
  return weighBy(weighing.method, { parentKey, items }, weighing);
}

type PureMethod = Exclude<LocalWeightMethod, 'mixture'>;
type Group = Pick<NodeWeights, 'parentKey' | 'items'>;

function weighBy(method: PureMethod, group: Group, weighing: NodeWeighing): NodeWeights {
  const { parentKey, items } = group;
  if (method === 'ahp')
    return { ...plain(parentKey, items), method, ...judgedWeights(items.length, weighing) };
  return {
    ...plain(parentKey, items),
    method,
    scaling: scalingOf(method),
    weights: [...measuredWeights(method, weighing, items.length)],
  };
}

/** Judged weights joined with measured ones; the consistency is that of the judgements. */
function weighByMixture(parentKey: string | null, items: string[], weighing: NodeWeighing): NodeWeights {
  const group = { parentKey, items };
  const judged = weighBy(isJudged(weighing) ? 'ahp' : 'direct', group, weighing);
  const measured = weighBy(required(weighing.objective, '/objective'), group, weighing);
  const kind = required(weighing.mixture, '/mixture');
  const mixture =
    kind === 'additive' ? { kind, coefficient: required(weighing.coefficient, '/coefficient') } : { kind };
  return {
    ...judged,
    method: 'mixture',
    scaling: measured.scaling,
    weights: [...mixWeights(judged.weights, measured.weights, mixture)],
  };
}

function measuredWeights(method: PureMethod, weighing: NodeWeighing, count: number): readonly number[] {
  if (method === 'direct') return readWeights(required(weighing.weights, '/weights'), count);
  const rows = required(weighing.rows, '/rows');
  if (rows[0]?.length !== count)
    throw new DomainError('ROWS_SHAPE', { pointer: '/rows', params: { expected: count } });
  if (method === 'entropy') return entropyWeights(rows).weights;
  return criticWeights(rows, required(weighing.directions, '/directions')).weights;
}

function onlyChild({ parentKey, keys }: Siblings): NodeWeights {
  return { ...plain(parentKey, [...keys]), method: 'direct', weights: [1] };
}

function plain(parentKey: string | null, items: string[]): Omit<NodeWeights, 'method' | 'weights'> {
  return {
    parentKey,
    items,
    solver: null,
    randomIndex: null,
    lambdaMax: null,
    consistencyRatio: null,
    acceptable: true,
    worst: null,
    mend: null,
    judges: [],
    scaling: null,
    rowsHash: null,
  };
}

/** Entropy looks at shares of the sum, CRITIC at places between the least and the greatest. */
function scalingOf(method: PureMethod): NodeWeights['scaling'] {
  if (method === 'direct') return null;
  return method === 'entropy' ? 'sum' : 'minMax';
}

function below(parentKey: string | null, nodes: ReadonlyMap<string | null, LocalWeights>): WeightNode[] {
  const node = nodes.get(parentKey);
  return (node?.items ?? []).map((id, index) => ({
    id,
    weight: node?.weights[index] ?? 0,
    children: below(id, nodes),
  }));
}

function required<T>(value: T | null | undefined, pointer: string): T {
  if (isPresent(value)) return value;
  throw new DomainError('VALIDATION_FAILED', { errors: [{ pointer, code: 'REQUIRED' }] });
}

function isPresent<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}
