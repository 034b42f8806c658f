import type {
  ChangedWeight,
  WhatIfSubject,
  WhatIfWeight,
} from '@gongxiang/contracts/evaluation/rankings/what-if.contract';
import { DomainError } from '@gongxiang/domain';
import { sharedRanks } from '../../scores/score/shared-ranks.model.js';
import { computeScore, type ScoreInput } from '../../scores/score/score.model.js';

/** Somebody's newest score, with what it was computed from. */
export interface Scored {
  readonly subjectId: string;
  readonly name: string;
  readonly input: ScoreInput;
}

interface KeyedWeight {
  readonly key: string;
  readonly weight: number;
}

/** What sums of shares may be beyond 1 by rounding. */
const rounding = 1e-9;

/**
 * Weights with some of them set; the others share what is left in the proportion that they have.
 * @throws DomainError `INDICATOR_UNKNOWN`, `DUPLICATE_ID`, `WEIGHT_CHANGE` where those given sum to more than 1, or
 *   leave something to others of which there are none
 */
export function changedWeights(
  weights: readonly KeyedWeight[],
  changes: readonly ChangedWeight[],
): readonly KeyedWeight[] {
  const wanted = new Map<string, number>();
  changes.forEach(({ key, weight }, index) => {
    const at = { pointer: `/weights/${index}/key`, params: { id: key } };
    if (!weights.some((one) => one.key === key)) throw new DomainError('INDICATOR_UNKNOWN', at);
    if (wanted.has(key)) throw new DomainError('DUPLICATE_ID', at);
    wanted.set(key, weight);
  });
  const given = [...wanted.values()].reduce((sum, weight) => sum + weight, 0);
  const others = weights.reduce((sum, { key, weight }) => sum + (wanted.has(key) ? 0 : weight), 0);
  const left = Math.max(0, 1 - given);
  if (given > 1 + rounding || (others === 0 && left > rounding))
    throw new DomainError('WEIGHT_CHANGE', { pointer: '/weights' });
  const scale = others === 0 ? 0 : left / others;
  return weights.map(({ key, weight }) => ({ key, weight: wanted.get(key) ?? weight * scale }));
}

/** Both weights of each indicator, in the order of the version in force; one that only the other has comes after. */
export function weightsBeside(before: readonly KeyedWeight[], after: readonly KeyedWeight[]): WhatIfWeight[] {
  const then = new Map(after.map(({ key, weight }) => [key, weight]));
  return before.map(({ key, weight }) => ({ key, before: weight, after: then.get(key) ?? 0 }));
}

/** Everybody's score and rank now and with other weights, best now first, ties in the order of their ids. */
export function ranksBeside(subjects: readonly Scored[], weights: readonly KeyedWeight[]): WhatIfSubject[] {
  const leaves = new Map(weights.map(({ key, weight }) => [key, weight]));
  const scored = subjects.flatMap(({ subjectId, name, input }) => {
    const score = computeScore(input).score;
    if (score === null) return [];
    const changed = input.weights.map((leaf) => ({ ...leaf, weight: leaves.get(leaf.id) ?? 0 }));
    return [{ subjectId, name, score, scoreAfter: computeScore({ ...input, weights: changed }).score }];
  });
  const ranks = sharedRanks(scored.map(({ score }) => score));
  const ranked = scored.filter(({ scoreAfter }) => scoreAfter !== null);
  const ranksAfter = sharedRanks(ranked.map(({ scoreAfter }) => scoreAfter ?? 0));
  const after = new Map(ranked.map(({ subjectId }, index) => [subjectId, ranksAfter[index] ?? 0]));
  return scored
    .map((one, index) => ({ ...one, rank: ranks[index] ?? 0, rankAfter: after.get(one.subjectId) ?? null }))
    .sort((a, b) => a.rank - b.rank || (a.subjectId < b.subjectId ? -1 : 1));
}
