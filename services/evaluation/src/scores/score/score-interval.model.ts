import type { QuestionAnswers } from './answers.model.js';
import type { Indicator } from '../../systems/indicator-system/indicator.model.js';
import { computeScore, normaliseValue, type ScoreInput } from './score.model.js';
import { nearlyNormal, seededRandom } from './seeded-random.model.js';

/** Between which scores a score would lie if others like those who answered had answered. */
export interface ScoreInterval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly resamples: number;
  /** How many answers it rests on: those to the question that most answered. */
  readonly answers: number;
}

const intervalLevel = 0.95;
const resamplesCount = 1_000;
/** Of more answers than these a mean is as good as normally distributed, and drawn as such. */
const drawnMax = 1_000;

interface AnsweredIndicator {
  readonly indicator: Indicator;
  readonly weight: number;
  readonly answers: QuestionAnswers;
  /** Every single answer, the worst first, as long as they are drawn one by one. */
  readonly worstFirst: Float64Array;
}

/**
 * The bootstrap percentile interval of a score (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, § 13.3):
 * 1,000 times as many answers less one as there are (Rao and Wu 1988: so many that the variance is not understated) are
 * drawn from them with replacement; of the 1,000 scores the 25th and the 975th bound the interval.
 *
 * It covers answers only: facts and figures are what happened, and stay as they are. Nothing ties the answers of one
 * person to each other, so whoever is drawn is taken to stand equally high in every question: no other dependence makes
 * a score vary more, so the interval is at least as sure as it says.
 * @param seed 32 hexadecimal digits; the same seed gives the same interval to the last digit
 * @returns null without a score, or where no published answer goes into it
 */
export function scoreInterval(input: ScoreInput, seed: string): ScoreInterval | null {
  const { score, contributions } = computeScore(input);
  const answered = answeredIndicators(
    input,
    new Map(contributions.map((one) => [one.indicatorId, one.weight])),
  );
  if (score === null || answered.length === 0) return null;
  const asked = new Set(answered.map(({ indicator }) => indicator.id));
  const fixed = contributions.reduce(
    (sum, { indicatorId, points }) => sum + (asked.has(indicatorId) ? 0 : points),
    0,
  );
  const random = seededRandom(seed);
  const scores = Array.from({ length: resamplesCount }, () => {
    const means = drawnMeans(answered, random);
    return answered.reduce(
      (sum, { indicator, weight }, index) =>
        sum + weight * (normaliseValue(indicator, means[index] ?? 0) ?? 0),
      fixed,
    );
  }).sort((a, b) => a - b);
  const tail = Math.round(((1 - intervalLevel) / 2) * resamplesCount);
  return {
    low: scores[tail - 1] ?? score,
    high: scores[resamplesCount - tail - 1] ?? score,
    level: intervalLevel,
    resamples: resamplesCount,
    answers: Math.max(...answered.map(({ answers }) => answers.count)),
  };
}

function answeredIndicators(
  input: ScoreInput,
  weights: ReadonlyMap<string, number>,
): readonly AnsweredIndicator[] {
  return input.indicators.flatMap((indicator): AnsweredIndicator[] => {
    const answers = input.answers?.[indicator.id];
    const weight = weights.get(indicator.id) ?? 0;
    if (answers === undefined || answers.count < 2 || weight === 0) return [];
    const ordered = answers.count > drawnMax ? [] : answers.parts.flatMap(each);
    const worstFirst = Float64Array.from(indicator.direction === 'max' ? ordered : ordered.reverse());
    return [{ indicator, weight, answers, worstFirst }];
  });
}

function each({ value, count }: { readonly value: number; readonly count: number }): number[] {
  return Array.from({ length: count }, () => value);
}

/** One draw: the mean of each question, in the order given. Whoever is drawn stands at one place in all of them. */
function drawnMeans(answered: readonly AnsweredIndicator[], random: () => number): number[] {
  const draws = Math.max(0, ...answered.map(({ worstFirst }) => worstFirst.length - 1));
  const places = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) places[draw] = random();
  const shift = answered.some(({ worstFirst }) => worstFirst.length === 0) ? nearlyNormal(random) : 0;
  return answered.map((one) =>
    one.worstFirst.length > 0 ? drawnMean(one.worstFirst, places) : shiftedMean(one, shift),
  );
}

function drawnMean(worstFirst: Float64Array, places: Float64Array): number {
  const { length } = worstFirst;
  let sum = 0;
  for (let draw = 0; draw < length - 1; draw += 1)
    sum += worstFirst[Math.floor((places[draw] ?? 0) * length)] ?? 0;
  return sum / (length - 1);
}

/** @param shift in standard errors towards the better */
function shiftedMean({ indicator, answers }: AnsweredIndicator, shift: number): number {
  const { parts, count, sum } = answers;
  const mean = sum / count;
  const squares = parts.reduce((total, part) => total + part.count * (part.value - mean) ** 2, 0);
  const error = Math.sqrt(squares / (count - 1) / count);
  return mean + (indicator.direction === 'max' ? shift : -shift) * error;
}
