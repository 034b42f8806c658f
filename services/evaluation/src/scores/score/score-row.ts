import { createHash } from 'node:crypto';
import { canonicalJson } from '@gongxiang/persistence';
import type { ScoreDetail } from './score.entity.js';
import { scoreInterval } from './score-interval.model.js';
import { computeScore, type ScoreInput } from './score.model.js';

/** SHA-256 over the canonical JSON of everything that a score is computed from, in hex. */
export function hashOf(inputs: ScoreInput): string {
  return createHash('sha256').update(canonicalJson(inputs)).digest('hex');
}

/**
 * A score with all details stored to explain it: a pure function of its inputs.
 * @param inputsHash as {@link hashOf} gives it: the seed of the interval
 * @param names of the indicators, by id
 */
export function detailOf(
  inputs: ScoreInput,
  inputsHash: string,
  names: ReadonlyMap<string, string>,
): { readonly score: number | null; readonly detail: ScoreDetail } {
  const { score, coverage, contributions, table, missing } = computeScore(inputs);
  const detail = {
    coverage,
    contributions: contributions.map((one) => ({
      ...one,
      name: names.get(one.indicatorId) ?? one.indicatorId,
    })),
    table: table.map((cell) => ({ ...cell })),
    missingIndicators: [...missing],
    interval: scoreInterval(inputs, inputsHash),
  };
  return { score, detail };
}
