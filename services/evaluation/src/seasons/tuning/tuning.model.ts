import type {
  IndicatorDrift,
  ItemQuality,
  NodeReliability,
  RedundantPair,
  WeightBeside,
} from '@gongxiang/contracts/evaluation/seasons/tuning.contract';
import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { type LeafNode, weighedLeaves } from '../../systems/indicator-system/indicator-tree.model.js';
import { normaliseValue } from '../../scores/score/score.model.js';
import { thresholdDefault } from '../../surveys/survey/suppression.model.js';
import { entropyWeights } from '../../systems/weight/entropy.model.js';
import { type Pair, pearson, shiftOf } from './comparison.model.js';
import { covariancesOf, type NodeMoments } from '../../surveys/survey/moments.model.js';
import { cronbachAlpha, itemFits } from './reliability.model.js';

/** Answers that are needed before anything is said of reliability: with fewer, alpha moves by a tenth from chance. */
export const answersNeeded = 30;
/** Subjects scored with both, before two indicators are called the same. */
export const subjectsNeeded = 10;
/** The minimum number of subjects of each season for reporting a shift. */
export const seasonNeeded = 5;
/** |r| from which one of two indicators says nothing new. */
const redundantFrom = 0.9;
const redundantMax = 200;

/** The values that a subject was scored by, by indicator. */
export type SubjectValues = Readonly<Record<string, number | null>>;

export interface TuningInput {
  readonly nodes: readonly IndicatorNode[];
  /** In force; null where none are. */
  readonly weights: readonly { readonly key: string; readonly weight: number }[] | null;
  readonly moments: readonly NodeMoments[];
  readonly surveys: number;
  readonly answers: number;
  readonly subjects: readonly SubjectValues[];
  readonly subjectsBefore: readonly SubjectValues[];
}

export interface Tuning {
  readonly nodes: readonly NodeReliability[];
  readonly items: readonly ItemQuality[];
  readonly redundant: readonly RedundantPair[];
  readonly weights: readonly WeightBeside[];
  readonly drifts: readonly IndicatorDrift[];
}

/** What a season says of the indicators. The same from the same, to the last digit. */
export function tune(input: TuningInput): Tuning {
  const names = new Map(input.nodes.map(({ key, name }) => [key, name]));
  const leaves = weighedLeaves(input.nodes);
  return {
    nodes: input.moments
      .filter(({ keys }) => keys.length >= 2)
      .map((moments) => reliabilityOf(moments, { leaves, names })),
    items: input.moments.flatMap((moments) => itemsOf(moments, { leaves, names })),
    redundant: redundantPairs(leaves, input.subjects),
    weights: weightsBeside(input, leaves),
    drifts: leaves.map((leaf) => driftOf(leaf, input)),
  };
}

interface Known {
  readonly leaves: readonly LeafNode[];
  readonly names: ReadonlyMap<string, string>;
}

function covariances(moments: NodeMoments, { leaves }: Known) {
  if (moments.count < answersNeeded) return null;
  const directions = new Map(leaves.map(({ key, leaf }) => [key, leaf.direction]));
  return covariancesOf(
    moments,
    moments.keys.map((key) => (directions.get(key) === 'min' ? -1 : 1)),
  );
}

function reliabilityOf(moments: NodeMoments, known: Known): NodeReliability {
  const { parentKey: key, keys, count } = moments;
  const matrix = covariances(moments, known);
  return {
    key,
    name: key === null ? null : (known.names.get(key) ?? key),
    items: keys.length,
    answers: count,
    alpha: matrix === null ? null : cronbachAlpha(matrix),
  };
}

function itemsOf(moments: NodeMoments, known: Known): ItemQuality[] {
  const matrix = covariances(moments, known);
  const fits = matrix === null || moments.keys.length < 2 ? [] : itemFits(matrix);
  const { count, parentKey } = moments;
  const directions = new Map(known.leaves.map(({ key, leaf }) => [key, leaf.direction]));
  const isEnough = count >= answersNeeded;
  // As in survey results, counts below five are not published, nor figures that would reveal them.
  const isPublishable = (of: number): boolean =>
    of >= thresholdDefault && (of === count || count - of >= thresholdDefault);
  const share = (of = 0): number | null => (isEnough && isPublishable(of) ? of / count : null);
  return moments.keys.map((key, place) => {
    const isTurned = directions.get(key) === 'min';
    return {
      key,
      name: known.names.get(key) ?? key,
      parentKey,
      answers: count,
      mean: isEnough ? (moments.sums[place] ?? 0) / count : null,
      itemRest: fits[place]?.itemRest ?? null,
      alphaWithout: fits[place]?.alphaWithout ?? null,
      floor: share((isTurned ? moments.highs : moments.lows)[place]),
      ceiling: share((isTurned ? moments.lows : moments.highs)[place]),
    };
  });
}

function redundantPairs(
  leaves: readonly LeafNode[],
  subjects: readonly SubjectValues[],
): readonly RedundantPair[] {
  const found: RedundantPair[] = [];
  leaves.forEach((first, place) => {
    for (const second of leaves.slice(place + 1)) {
      const pairs = subjects.flatMap((values): Pair[] => {
        const [x, y] = [values[first.key] ?? null, values[second.key] ?? null];
        return x === null || y === null ? [] : [[x, y]];
      });
      const correlation = pairs.length < subjectsNeeded ? null : pearson(pairs);
      if (correlation === null || Math.abs(correlation) < redundantFrom) continue;
      found.push({
        firstKey: first.key,
        firstName: first.name,
        secondKey: second.key,
        secondName: second.name,
        subjects: pairs.length,
        correlation,
      });
    }
  });
  return found.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation)).slice(0, redundantMax);
}

/** Entropy weighs what was scored in full: a subject with a gap says nothing of how far the indicators spread. */
function weightsBeside({ weights, subjects }: TuningInput, leaves: readonly LeafNode[]): WeightBeside[] {
  if (weights === null) return [];
  const weighed = weights.flatMap(({ key, weight }) => {
    const leaf = leaves.find((one) => one.key === key);
    return leaf === undefined ? [] : [{ ...leaf, weight }];
  });
  const rows = subjects.flatMap((values) => {
    const row = weighed.map(({ key, leaf }) => normaliseValue({ id: key, ...leaf }, values[key] ?? null));
    return row.every((value) => value !== null) ? [row] : [];
  });
  const entropy = rows.length < subjectsNeeded || weighed.length === 0 ? null : entropyWeights(rows).weights;
  return weighed.map(({ key, name, weight }, place) => ({
    key,
    name,
    active: weight,
    entropy: entropy?.[place] ?? null,
  }));
}

function driftOf({ key, name }: LeafNode, { subjects, subjectsBefore }: TuningInput): IndicatorDrift {
  const valuesOf = (season: readonly SubjectValues[]): number[] =>
    season.flatMap((values) => values[key] ?? []);
  const [earlier, later] = [valuesOf(subjectsBefore), valuesOf(subjects)];
  const enough = earlier.length >= seasonNeeded && later.length >= seasonNeeded;
  const shift = enough ? shiftOf(earlier, later) : null;
  return {
    key,
    name,
    subjectsBefore: earlier.length,
    subjects: later.length,
    before: shift?.before ?? null,
    after: shift?.after ?? null,
    effect: shift?.effect ?? null,
  };
}
