import { canonicalJson } from '@gongxiang/persistence';
import { measuredValues } from './score-basis.model.js';
import type { ScoreRow } from './score.entity.js';
import { detailOf, hashOf } from './score-row.js';

/** A place where the recomputed score differs from the stored one. */
interface VerificationDifference {
  /** A JSON pointer into the stored score. */
  readonly at: string;
  readonly kept: string;
  readonly again: string;
}

const differencesMax = 50;

/**
 * Recomputes a score from its stored inputs alone: the values from totals, answers and figures, then score,
 * contributions, table and interval, and the hash. Everything is compared to the last digit.
 * @returns the differences; empty if they are equal
 */
export function verifyScore(row: ScoreRow): readonly VerificationDifference[] {
  const { inputs } = row;
  const { indicators, totals, answers = {}, figures = {} } = inputs;
  const values =
    totals === undefined ? inputs.values : measuredValues({ indicators, totals, answers, figures });
  const names = new Map(row.detail.contributions.map(({ indicatorId, name }) => [indicatorId, name]));
  const inputsHash = hashOf(inputs);
  const recomputed = detailOf({ ...inputs, values }, inputsHash, names);
  const detail = Object.keys(row.detail).map((field) => field as keyof typeof row.detail);
  return [
    ...compare('/inputsHash', row.inputsHash, inputsHash),
    ...compare('/inputs/values', inputs.values, values),
    ...compare('/score', row.score, recomputed.score),
    // Fields that were not stored with an old score are not differences.
    ...detail.flatMap((field) => compareStored(`/${field}`, row.detail[field], recomputed.detail[field])),
  ].slice(0, differencesMax);
}

function compare(at: string, stored: unknown, recomputed: unknown): readonly VerificationDifference[] {
  const [left, right] = [canonicalJson(stored), canonicalJson(recomputed)];
  return left === right ? [] : [{ at, kept: left.slice(0, 200), again: right.slice(0, 200) }];
}

/** Compares the stored fields recursively. */
function compareStored(at: string, stored: unknown, recomputed: unknown): readonly VerificationDifference[] {
  if (!isObject(stored) || !isObject(recomputed)) return compare(at, stored, recomputed);
  if (Array.isArray(stored) && stored.length !== Object.keys(recomputed).length)
    return compare(`${at}/length`, stored.length, Object.keys(recomputed).length);
  return Object.keys(stored).flatMap((field) =>
    compareStored(`${at}/${field}`, stored[field], recomputed[field]),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
