import type { WorksCall } from '../call/call.model.js';
import type { Work, WorkLine } from '../work/work.model.js';

/** What a juror gives for a criterion at most. */
export const pointsMax = 100;

type Judged = Pick<WorkLine, 'id' | 'isScored'>;

/** The work that is shown: the one in the address, else the first that has no points yet. */
export function shownOf<Line extends Judged>(
  works: readonly Line[],
  chosen: string | null,
): Line | undefined {
  return works.find(({ id }) => id === chosen) ?? works.find(({ isScored }) => !isScored) ?? works[0];
}

/** The next that has no points, after one and then from the beginning; undefined once all have. */
export function nextOf<Line extends Judged>(works: readonly Line[], after: string): Line | undefined {
  const place = works.findIndex(({ id }) => id === after) + 1;
  return [...works.slice(place), ...works.slice(0, place)].find(
    ({ id, isScored }) => !isScored && id !== after,
  );
}

/** Points as typed, in the order of the criteria. */
export interface ScoreValues {
  readonly points: readonly string[];
}

export function scoreValuesOf(
  { points }: Pick<Work, 'points'>,
  criteria: WorksCall['criteria'],
): ScoreValues {
  return {
    points: criteria.map((_criterion, index) => {
      const given = points.find(({ criterion }) => criterion === index);
      return given === undefined ? '' : String(given.points);
    }),
  };
}

export function scoreOf({ points }: ScoreValues): { points: Work['points'] } {
  return { points: points.map((text, criterion) => ({ criterion, points: Number(text) })) };
}

const whole = 10_000;

/** What the points of one juror come to, weighed; null as long as one of them is missing. */
export function weighedOf(
  points: readonly (string | undefined)[],
  criteria: WorksCall['criteria'],
): number | null {
  const isComplete = criteria.every((_criterion, index) => /^\d{1,3}$/.test((points[index] ?? '').trim()));
  if (!isComplete) return null;
  return criteria.reduce((sum, { weight }, index) => sum + weight * Number(points[index]), 0) / whole;
}
