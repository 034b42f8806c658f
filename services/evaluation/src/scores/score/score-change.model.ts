import type { ScoreRevisionView } from '@gongxiang/contracts/evaluation/scores/score-explanation.contract';
import type { ScoreRow } from './score.entity.js';
import type { Contribution } from './score.model.js';

/** What became of one indicator from one score to the next of the same subject. */
interface ContributionChange {
  readonly indicatorId: string;
  readonly name: string;
  readonly valueBefore: number | null;
  readonly valueAfter: number | null;
  readonly pointsBefore: number;
  readonly pointsAfter: number;
}

type Named = Contribution & { readonly name: string };

/**
 * What changed between two scores under the same weights, the greatest change of points first, ties in the order of the
 * tree. Where a value went missing or came back the points of others change with their weights: they are named, too.
 */
function contributionChanges(
  before: readonly Named[],
  after: readonly Named[],
): readonly ContributionChange[] {
  const earlier = new Map(before.map((one) => [one.indicatorId, one]));
  return after
    .map(({ indicatorId, name, value, points }) => {
      const was = earlier.get(indicatorId);
      return {
        indicatorId,
        name,
        valueBefore: was?.value ?? null,
        valueAfter: value,
        pointsBefore: was?.points ?? 0,
        pointsAfter: points,
      };
    })
    .filter((one) => one.valueBefore !== one.valueAfter || one.pointsBefore !== one.pointsAfter)
    .sort((a, b) => Math.abs(b.pointsAfter - b.pointsBefore) - Math.abs(a.pointsAfter - a.pointsBefore));
}

/**
 * The trail of a score: each revision with what it changed against the one before.
 * @param rows the newest first
 */
export function revisionsOf(rows: readonly ScoreRow[]): ScoreRevisionView[] {
  return rows.map(({ id: scoreId, revision, cause, score, detail, createdAt }, index) => {
    const before = rows[index + 1];
    const changes =
      before === undefined ? [] : contributionChanges(before.detail.contributions, detail.contributions);
    const from = before?.score ?? null;
    return {
      scoreId,
      revision,
      cause,
      score,
      difference: score === null || from === null ? null : score - from,
      changes: changes.map((one) => ({ ...one })),
      createdAt: createdAt.toISOString(),
    };
  });
}
