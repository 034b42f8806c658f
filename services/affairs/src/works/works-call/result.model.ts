import type { WorksAward, WorksCriterion } from '@gongxiang/contracts/affairs/works/works-call.contract';
import { basisPoints } from '@gongxiang/domain';

/** A hundred points, in hundredths. */
const scoreMax = 10_000;

/** From how many jurors on the highest and the lowest points of each criterion are left out. */
const trimmedFrom = 5;

/** A work with what decides on its place. */
export interface JudgedWork {
  readonly workId: string;
  /** Of each juror, in the order of the criteria. */
  readonly scores: readonly (readonly number[])[];
  readonly votes: number;
}

export interface WorkResult {
  readonly workId: string;
  /** In hundredths; null without scores. */
  readonly juryScore: number | null;
  readonly votes: number;
  /** In hundredths. */
  readonly score: number;
  readonly place: number;
  readonly award: string | null;
}

interface Counting {
  readonly criteria: readonly WorksCriterion[];
  /** In basis points. */
  readonly voteShare: number;
  readonly awards: readonly WorksAward[];
}

/**
 * The mean of each criterion, without its highest and its lowest points where there are at least five jurors, weighed.
 * @returns hundredths of a point, half rounded up once; null without scores
 */
export function juryScoreOf(
  criteria: readonly WorksCriterion[],
  scores: readonly (readonly number[])[],
): number | null {
  if (scores.length === 0) return null;
  const isTrimmed = scores.length >= trimmedFrom;
  const counted = isTrimmed ? scores.length - 2 : scores.length;
  const weighed = criteria.map(({ weight }, index) => {
    const points = scores.map((given) => given[index] ?? 0);
    const all = points.reduce((sum, one) => sum + one, 0);
    return weight * (isTrimmed ? all - Math.max(...points) - Math.min(...points) : all);
  });
  const sum = weighed.reduce((total, one) => total + one, 0);
  return roundedDivision(sum * 100, basisPoints * counted);
}

/** Places of a list of scores: equal ones share a place, and the next comes after all of them. */
export function placesOf(scores: readonly number[]): number[] {
  return scores.map((score) => 1 + scores.filter((other) => other > score).length);
}

/** Awards go by place: what stands within the first n places has that of the first n, also where several share it. */
export function awardOf(place: number, awards: readonly WorksAward[]): string | null {
  let reached = 0;
  for (const { name, count } of awards) {
    reached += count;
    if (place <= reached) return name;
  }
  return null;
}

/**
 * What becomes of each work: the jury's score, and votes against the most that any has, by the share of each. Votes
 * break no tie, as they are counted already.
 * @returns from the first place on
 */
export function resultOf(
  works: readonly JudgedWork[],
  { criteria, voteShare, awards }: Counting,
): WorkResult[] {
  const most = Math.max(0, ...works.map(({ votes }) => votes));
  const judged = works.map(({ workId, scores, votes }) => {
    const juryScore = criteria.length === 0 ? null : juryScoreOf(criteria, scores);
    const voteScore = most === 0 ? 0 : roundedDivision(votes * scoreMax, most);
    const weighed = (juryScore ?? 0) * (basisPoints - voteShare) + voteScore * voteShare;
    return { workId, juryScore, votes, score: roundedDivision(weighed, basisPoints) };
  });
  const places = placesOf(judged.map(({ score }) => score));
  return judged
    .map((one, index) => {
      const place = places[index] ?? 1;
      return { ...one, place, award: awardOf(place, awards) };
    })
    .sort((left, right) => left.place - right.place);
}

/** Of whole numbers, half rounded up. */
function roundedDivision(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}
