import { canonicalJson } from '@gongxiang/persistence';
import { measuredValues } from './score-basis.model.js';
import type { ScoreRow } from './score.entity.js';
import { detailOf, hashOf } from './score-row.js';

/** A place where computing again gives something else than was kept. */
export interface VerificationDifference {
  /** Where, as a JSON pointer into the score as it was kept. */
  readonly at: string;
  readonly kept: string;
  readonly again: string;
}

const differencesMax = 50;

/**
 * Computes a score again from nothing but what was kept with it: the values from totals, answers and figures, then
 * score, contributions, table and interval, and the hash of it all. Everything is compared to the last digit.
 * @returns where they differ; nothing where they are equal
 */
export function verifyScore(row: ScoreRow): readonly VerificationDifference[] {
  const { inputs } = row;
  const { indicators, totals, answers = {}, figures = {} } = inputs;
  const values =
    totals === undefined ? inputs.values : measuredValues({ indicators, totals, answers, figures });
  const names = new Map(row.detail.contributions.map(({ indicatorId, name }) => [indicatorId, name]));
  const inputsHash = hashOf(inputs);
  const again = detailOf({ ...inputs, values }, inputsHash, names);
  const detail = Object.keys(row.detail).map((field) => field as keyof typeof row.detail);
  return [
    ...compare('/inputsHash', row.inputsHash, inputsHash),
    ...compare('/inputs/values', inputs.values, values),
    ...compare('/score', row.score, again.score),
    // What was not kept at the time of an old score is no difference.
    ...detail.flatMap((field) => compareKept(`/${field}`, row.detail[field], again.detail[field])),
  ].slice(0, differencesMax);
}

function compare(at: string, kept: unknown, again: unknown): readonly VerificationDifference[] {
  const [left, right] = [canonicalJson(kept), canonicalJson(again)];
  return left === right ? [] : [{ at, kept: left.slice(0, 200), again: right.slice(0, 200) }];
}

/** Compares field by field what was kept. */
function compareKept(at: string, kept: unknown, again: unknown): readonly VerificationDifference[] {
  if (!isObject(kept) || !isObject(again)) return compare(at, kept, again);
  if (Array.isArray(kept) && kept.length !== Object.keys(again).length)
    return compare(`${at}/length`, kept.length, Object.keys(again).length);
  return Object.keys(kept).flatMap((field) => compareKept(`${at}/${field}`, kept[field], again[field]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
