import {
  groupJudgements,
  isConnected,
  type Mending,
  mendingOf,
  parseJudgements,
} from '@gongxiang/domain/weighing';
import type { components } from '../../../api/schema.js';

type NodeWeighing = components['schemas']['NodeWeighing'];
export type PreviewWeights = components['schemas']['PreviewWeightsRequest'];
type Method = NodeWeighing['method'];
export type Direction = 'max' | 'min';

export const methods = ['ahp', 'direct', 'entropy', 'critic', 'mixture'] as const;
export const solvers = ['eigenvector', 'geometricMean'] as const;
export const randomIndexes = ['saaty-1980', 'saaty-2005'] as const;
export const objectives = ['entropy', 'critic'] as const;
export const mixtures = ['multiplicative', 'additive'] as const;

/** Saaty's random indices go so far. */
export const comparedMax = 9;

/** −8 to 8: 0 is equal, 2 that the first matters 3 times as much, −2 that the second does; null is not judged. */
export type Position = number | null;
export const positionMax = 8;

/** How the children of one node are weighed, as it is chosen and typed. */
export interface GroupForm {
  readonly method: Method;
  /** `mixture`: by what people's part of it is given. */
  readonly judgedBy: 'ahp' | 'direct';
  /** The upper triangle: row 0 compares item 0 with items 1, 2, … */
  readonly positions: readonly (readonly Position[])[];
  readonly weights: readonly string[];
  /** As pasted: a line for each alternative, a column for each item. */
  readonly rows: string;
  readonly directions: readonly Direction[];
  readonly objective: (typeof objectives)[number];
  readonly mixture: (typeof mixtures)[number];
  readonly coefficient: string;
}

/** How judgements are solved, for all groups alike. */
export interface Solving {
  readonly solver: (typeof solvers)[number];
  readonly randomIndex: (typeof randomIndexes)[number];
}

export const solvingDefault: Solving = { solver: 'eigenvector', randomIndex: 'saaty-1980' };

/** All alike: every judgement is “equal” until somebody says otherwise. */
export function emptyGroup(directions: readonly Direction[]): GroupForm {
  const count = directions.length;
  const isComparable = count <= comparedMax;
  return {
    method: isComparable ? 'ahp' : 'direct',
    judgedBy: isComparable ? 'ahp' : 'direct',
    positions: Array.from({ length: count - 1 }, (_unused, row) =>
      Array.from({ length: count - 1 - row }, (): Position => 0),
    ),
    weights: directions.map(() => '1'),
    rows: '',
    directions,
    objective: 'entropy',
    mixture: 'multiplicative',
    coefficient: '0.5',
  };
}

/** `3` → how often the row matters more: `"4"`; `-3` → `"1/4"`. */
export function judgementOf(position: Position): string | null {
  if (position === null) return null;
  return position >= 0 ? String(position + 1) : `1/${1 - position}`;
}

/**
 * The positions of judgements as they were sent, each put to the nearest whole step: an integrator may have judged 5/2.
 */
export function positionsOf(upper: readonly (readonly (string | null)[])[]): GroupForm['positions'] {
  return upper.map((cells) => cells.map((text) => (text === null ? null : stepOf(text))));
}

/** The positions of several judges together: their geometric mean of each pair, put to the nearest step. */
export function positionsOfJudges(
  judges: readonly { readonly upper: readonly (readonly (string | null)[])[] }[],
): GroupForm['positions'] {
  const [first] = judges;
  if (first === undefined) return [];
  const all = judges.map(({ upper }) => parseJudgements(upper.length + 1, upper));
  return groupJudgements(all).map((cells) => cells.map((value) => (value === null ? null : stepAt(value))));
}

function stepAt(ratio: number): number {
  return ratio >= 1 ? Math.round(ratio) - 1 : 1 - Math.round(1 / ratio);
}

function stepOf(text: string): number {
  const [numerator = 1, denominator = 1] = text.split('/').map(Number);
  return stepAt(numerator / denominator);
}

/** 1 to 9: how strong a judgement is, whichever way it goes. */
export function strengthOf(position: number): number {
  return Math.abs(position) + 1;
}

export interface Pair {
  readonly row: number;
  readonly column: number;
}

export function pairsOf(count: number): Pair[] {
  return Array.from({ length: count }, (_unused, row) =>
    Array.from({ length: count - 1 - row }, (_none, offset) => ({ row, column: row + 1 + offset })),
  ).flat();
}

/** The position of a pair, whichever way round it is named; the worst judgement may come with its row below the diagonal. */
export function positionOf(positions: GroupForm['positions'], { row, column }: Pair): Position {
  if (row > column) {
    const turned = positionOf(positions, { row: column, column: row });
    return turned === null ? null : -turned + 0;
  }
  return positions[row]?.[column - row - 1] ?? null;
}

export function withPosition(
  positions: GroupForm['positions'],
  { row, column }: Pair,
  position: Position,
): GroupForm['positions'] {
  return positions.map((cells, r) =>
    r === row ? cells.map((cell, c) => (c === column - row - 1 ? position : cell)) : cells,
  );
}

export function usesJudgements({ method, judgedBy }: GroupForm): boolean {
  return method === 'ahp' || (method === 'mixture' && judgedBy === 'ahp');
}

export function usesWeights({ method, judgedBy }: GroupForm): boolean {
  return method === 'direct' || (method === 'mixture' && judgedBy === 'direct');
}

/** By which of the two measured values are weighed; null where the method takes none. */
export function objectiveOf({ method, objective }: GroupForm): GroupForm['objective'] | null {
  if (method === 'entropy' || method === 'critic') return method;
  return method === 'mixture' ? objective : null;
}

/** Pasted from a spreadsheet or typed: numbers parted by tabs, spaces, commas or semicolons. @returns null for anything else */
export function rowsOf(text: string): number[][] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.map((line) =>
    line
      .trim()
      .split(/[\s,，;；]+/)
      .map(Number),
  );
  return rows.length > 0 && rows.flat().every(Number.isFinite) ? rows : null;
}

/** The shares that typed weights come to. @returns null where they are no weights */
export function sharesOf(weights: readonly string[]): number[] | null {
  const numbers = weights.map((text) => (text.trim() === '' ? Number.NaN : Number(text)));
  const sum = numbers.reduce((total, one) => total + one, 0);
  const areWeights = numbers.every((one) => Number.isFinite(one) && one >= 0) && sum > 0;
  return areWeights ? numbers.map((one) => one / sum) : null;
}

/** What is asked of the platform while judgements are being chosen. */
export function judgedPreview(
  group: GroupForm,
  items: readonly string[],
  solving: Solving,
): PreviewWeights | null {
  if (!usesJudgements(group)) return null;
  return { method: 'ahp', items: [...items], upper: upperOf(group), ...solving };
}

/** The judgement of a group to think over first, and what would mend it; null where they agree, or nothing helps. */
export function mendingOfGroup(group: GroupForm, solving: Solving): Mending | null {
  const upper = upperOf(group);
  const judgements = parseJudgements(upper.length + 1, upper);
  return isConnected(judgements) ? mendingOf(judgements, solving) : null;
}

/** The same of measured values; null as long as they are not a table of numbers. */
export function measuredPreview(group: GroupForm): PreviewWeights | null {
  const objective = objectiveOf(group);
  const rows = objective === null ? null : rowsOf(group.rows);
  if (objective === null || rows === null) return null;
  return objective === 'entropy'
    ? { method: 'entropy', rows }
    : { method: 'critic', rows, directions: [...group.directions] };
}

/** The group as it is saved. */
export function weighingOf(
  { parentKey, keys }: { readonly parentKey: string | null; readonly keys: readonly string[] },
  group: GroupForm,
  solving: Solving,
): NodeWeighing {
  const objective = objectiveOf(group);
  return {
    parentKey,
    method: group.method,
    items: [...keys],
    ...(usesJudgements(group) && { upper: upperOf(group), ...solving }),
    ...(usesWeights(group) && { weights: group.weights.map(Number) }),
    ...(objective !== null && { rows: rowsOf(group.rows) ?? [] }),
    ...(objective === 'critic' && { directions: [...group.directions] }),
    ...(group.method === 'mixture' && mixtureOf(group)),
  };
}

function mixtureOf({ objective, mixture, coefficient }: GroupForm): Partial<NodeWeighing> {
  return {
    objective,
    mixture,
    ...(mixture === 'additive' && { coefficient: Number(coefficient) }),
  };
}

function upperOf({ positions }: GroupForm): (string | null)[][] {
  return positions.map((cells) => cells.map(judgementOf));
}

/** Weights of the children of one node, in the order of its keys. */
interface GroupWeights {
  readonly parentKey: string | null;
  readonly keys: readonly string[];
  /** Sum 1; null as long as they are not known. */
  readonly weights: readonly number[] | null;
}

/** What each indicator weighs in the whole: the product along its path. @returns null as long as a group has no weights */
export function wholeWeights(
  groups: readonly GroupWeights[],
  nodes: readonly { readonly key: string; readonly parentKey: string | null; readonly leaf: object | null }[],
): { readonly key: string; readonly weight: number }[] | null {
  if (groups.some(({ weights }) => weights === null)) return null;
  const local = new Map(
    groups.flatMap(({ keys, weights }) =>
      keys.map((key, index): [string, number] => [key, weights?.[index] ?? 0]),
    ),
  );
  const parents = new Map(nodes.map(({ key, parentKey }) => [key, parentKey]));
  const shareOf = (key: string | null): number =>
    key === null ? 1 : (local.get(key) ?? 1) * shareOf(parents.get(key) ?? null);
  return nodes.flatMap(({ key, leaf }) => (leaf === null ? [] : [{ key, weight: shareOf(key) }]));
}
