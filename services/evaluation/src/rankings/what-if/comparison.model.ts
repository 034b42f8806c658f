import type {
  ComparedGroup,
  ComparedMethod,
  MethodWeights,
  WeightComparisonView,
} from '@gongxiang/contracts/evaluation/rankings/what-if.contract';
import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type {
  NodeWeighing,
  NodeWeights,
} from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import { criticWeights } from '../../systems/weight/critic.model.js';
import { entropyWeights } from '../../systems/weight/entropy.model.js';
import { isJudged, judgedWeights } from '../../systems/weight/judged-weights.model.js';
import { equalWeights, readWeights } from '../../systems/matrix/matrix.model.js';
import { mixWeights } from '../../systems/weight/mixture.model.js';
import { wholeOf } from '../../systems/weight/weight-version.model.js';

/** What a comparison looks at. */
interface Compared {
  readonly tree: readonly IndicatorNode[];
  readonly nodes: readonly NodeWeights[];
  readonly input: readonly NodeWeighing[];
  /** By indicator: 0 to 100 for each thing that was scored, null where nothing was measured. */
  readonly values: ReadonlyMap<string, readonly (number | null)[]>;
}

/** Of a sum of judged and measured weights, the part of the judged ones. */
const coefficient = 0.5;
/** A single row does not show how values differ. */
const rowsMin = 2;

/**
 * The weights of each group by every method that there is something to compute from: judgements as they were judged,
 * weights by hand, and measured values, those of the version or else those of the newest scores.
 */
export function compareMethods(compared: Compared): WeightComparisonView {
  const groups = compared.nodes
    .filter(({ items }) => items.length > 1)
    .map((node) => compareGroup(node, compared));
  const used = new Set(groups.flatMap(({ methods }) => methods.map(({ method }) => method)));
  return {
    groups,
    wholes: [...used].map((method) => ({ method, indicators: wholeBy(method, groups, compared) })),
  };
}

function compareGroup(node: NodeWeights, compared: Compared): ComparedGroup {
  const { parentKey, items } = node;
  const weighing = compared.input.find((one) => one.parentKey === parentKey);
  const rows = rowsOf(items, weighing, compared);
  const subjective = subjectiveWeights(items.length, weighing);
  const objective = rows.length < rowsMin ? [] : objectiveWeights(items, rows, { weighing, compared });
  return {
    parentKey,
    items,
    rows: rows.length,
    methods: [
      { method: 'version', weights: node.weights, consistencyRatio: node.consistencyRatio },
      { method: 'equal', weights: [...equalWeights(items.length)], consistencyRatio: null },
      ...subjective,
      ...objective,
      ...mixtures(subjective[0], objective[0]),
    ],
  };
}

function subjectiveWeights(count: number, weighing: NodeWeighing | undefined): MethodWeights[] {
  if (weighing === undefined) return [];
  if (isJudged(weighing)) {
    return (['eigenvector', 'geometricMean'] as const).map((solver) => {
      const { weights, consistencyRatio } = judgedWeights(count, { ...weighing, solver });
      return { method: solver, weights, consistencyRatio };
    });
  }
  const { weights } = weighing;
  if (weights === undefined || weights === null) return [];
  return [{ method: 'direct', weights: [...readWeights(weights, count)], consistencyRatio: null }];
}

interface Source {
  readonly weighing: NodeWeighing | undefined;
  readonly compared: Compared;
}

function objectiveWeights(
  items: readonly string[],
  rows: readonly (readonly number[])[],
  { weighing, compared }: Source,
): MethodWeights[] {
  const leaves = new Map(compared.tree.map(({ key, leaf }) => [key, leaf]));
  // What was measured here is 0 to 100 already, with 100 as the best.
  const isRaw = hasRows(weighing);
  const directions =
    weighing?.directions ?? items.map((key) => (isRaw ? (leaves.get(key)?.direction ?? 'max') : 'max'));
  const critic = {
    method: 'critic' as const,
    weights: [...criticWeights(rows, directions).weights],
    consistencyRatio: null,
  };
  // Shares of a sum with negatives in it are none.
  if (rows.some((row) => row.some((value) => value < 0))) return [critic];
  return [{ method: 'entropy', weights: [...entropyWeights(rows).weights], consistencyRatio: null }, critic];
}

function mixtures(judged: MethodWeights | undefined, measured: MethodWeights | undefined): MethodWeights[] {
  if (judged === undefined || measured === undefined) return [];
  const { consistencyRatio } = judged;
  const additive = mixWeights(judged.weights, measured.weights, { kind: 'additive', coefficient });
  const sum = { method: 'additive' as const, weights: [...additive], consistencyRatio };
  // A product is nothing where each item has weight in one of the two only.
  if (!judged.weights.some((weight, index) => weight * (measured.weights[index] ?? 0) > 0)) return [sum];
  const product = mixWeights(judged.weights, measured.weights, { kind: 'multiplicative' });
  return [{ method: 'multiplicative', weights: [...product], consistencyRatio }, sum];
}

/** Those of the version; else the things that were measured for every item. */
function rowsOf(
  items: readonly string[],
  weighing: NodeWeighing | undefined,
  compared: Compared,
): readonly (readonly number[])[] {
  if (hasRows(weighing)) return weighing?.rows ?? [];
  const columns = items.map((key) => valuesOf(key, compared));
  const count = columns[0]?.length ?? 0;
  return Array.from({ length: count }, (_unused, row) => columns.map((column) => column[row] ?? null)).filter(
    (row): row is number[] => row.every((value) => value !== null),
  );
}

function hasRows(weighing: NodeWeighing | undefined): boolean {
  return weighing?.rows !== undefined && weighing.rows !== null;
}

/** Of an indicator what was measured; of a node the mean of what is below it, by the weights of the version. */
function valuesOf(key: string, { nodes, values, input, tree }: Compared): readonly (number | null)[] {
  const own = values.get(key);
  if (own !== undefined) return own;
  const node = nodes.find(({ parentKey }) => parentKey === key);
  const columns = (node?.items ?? []).map((item) => valuesOf(item, { nodes, values, input, tree }));
  return (columns[0] ?? []).map((_value, row) => {
    let [points, whole] = [0, 0];
    columns.forEach((column, index) => {
      const value = column[row] ?? null;
      if (value === null) return;
      points += value * (node?.weights[index] ?? 0);
      whole += node?.weights[index] ?? 0;
    });
    return whole === 0 ? null : points / whole;
  });
}

function wholeBy(
  method: ComparedMethod,
  groups: readonly ComparedGroup[],
  { nodes }: Compared,
): { key: string; weight: number }[] {
  const local = nodes.map(({ parentKey, items, weights }) => {
    const methods = groups.find((group) => group.parentKey === parentKey)?.methods ?? [];
    return { parentKey, items, weights: methods.find((one) => one.method === method)?.weights ?? weights };
  });
  return wholeOf(local).map(({ key, weight }) => ({ key, weight }));
}
