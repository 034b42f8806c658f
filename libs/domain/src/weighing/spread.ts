import type { Judgements } from './judgement.js';

/**
 * How far the judges of a group are apart, pair by pair: the geometric standard deviation exp(s) of their judgements,
 * with s the sample standard deviation of ln a_ij (Saaty and Vargas, "Dispersion of group judgments", 2007). 1 is one
 * voice; 2 means that judges typically differ from their geometric mean by a factor of 2.
 * @returns in the shape of the judgements; null where fewer than two judged the pair
 */
export function spreadOfJudges(judges: readonly Judgements[]): Judgements {
  const [first = []] = judges;
  return first.map((cells, r) =>
    cells.map((_cell, c) => spreadOf(judges.map((judge) => judge[r]?.[c] ?? null))),
  );
}

function spreadOf(values: readonly (number | null)[]): number | null {
  const logs = values.filter((value) => value !== null).map(Math.log);
  if (logs.length < 2) return null;
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
  return Math.exp(Math.sqrt(squares / (logs.length - 1)));
}
