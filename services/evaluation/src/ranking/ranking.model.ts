import type { RankingEntry, RankingMethod, RankingScaling } from '@gongxiang/contracts';
import { computeScore, rankScores, type ScoreInput } from '../score/score.model.js';
import { topsisRanking } from './topsis.model.js';

/** The greatest leads say why; a thousand activities with all of theirs would not fit into an answer. */
export const reasonsMax = 10;

/** A score as it was computed; all of one ranking rest on one weight version. */
export interface RankedSubject {
  readonly activityId: string;
  readonly activityTitle: string;
  readonly scoreId: string;
  readonly input: ScoreInput;
}

export interface ComputedRanking {
  /** Best first; ties in the order of the activities' ids. */
  readonly entries: RankingEntry[];
  /** Activities without a score or, with TOPSIS, with a value missing: a distance from nothing is none. */
  readonly leftOut: string[];
}

/**
 * Ranks by score, or by closeness to the ideal. Either way the reasons are the leads in points: they are what people
 * can act on.
 * @throws DomainError whatever {@link topsisRanking} throws
 */
export function rankSubjects(
  subjects: readonly RankedSubject[],
  method: RankingMethod,
  scaling: RankingScaling,
): ComputedRanking {
  const scored = subjects.map((subject) => ({ subject, score: computeScore(subject.input) }));
  const kept = scored.filter(
    ({ score }) => score.score !== null && (method === 'score' || score.missing.length === 0),
  );
  const byId = new Map(kept.map(({ subject }) => [subject.activityId, subject]));
  const leads = rankScores(kept.map(({ subject, score }) => ({ subjectId: subject.activityId, score })));
  const closeness = method === 'topsis' ? topsisOf([...byId.values()], scaling) : null;
  const entries = leads.flatMap(({ subjectId, rank, score, why }) => {
    const subject = byId.get(subjectId);
    if (subject === undefined) return [];
    const { activityId, activityTitle, scoreId } = subject;
    const place = closeness?.get(activityId) ?? { rank, score };
    return [
      {
        activityId,
        activityTitle,
        scoreId,
        ...place,
        why: why.slice(0, reasonsMax).map((lead) => ({ ...lead })),
      },
    ];
  });
  // Sorting is stable, and the leads come by rank and id.
  entries.sort((a, b) => a.rank - b.rank || (a.activityId < b.activityId ? -1 : 1));
  const leftOut = subjects.map(({ activityId }) => activityId).filter((id) => !byId.has(id));
  return { entries, leftOut };
}

function topsisOf(
  subjects: readonly RankedSubject[],
  scaling: RankingScaling,
): ReadonlyMap<string, { readonly rank: number; readonly score: number }> {
  const first = subjects[0];
  if (first === undefined) return new Map();
  const { weights, indicators } = first.input;
  const directions = new Map(indicators.map(({ id, direction }) => [id, direction]));
  const { scores, ranks } = topsisRanking({
    rows: subjects.map(({ input }) => weights.map(({ id }) => input.values[id] ?? 0)),
    weights: weights.map(({ weight }) => weight),
    directions: weights.map(({ id }) => directions.get(id) ?? 'max'),
    scaling,
  });
  return new Map(
    subjects.map(({ activityId }, index) => [
      activityId,
      { rank: ranks[index] ?? 0, score: scores[index] ?? 0 },
    ]),
  );
}
