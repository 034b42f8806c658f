import type {
  LeftOutView,
  RankingEntry,
  RankingView,
} from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import type { WeighedSystem } from '@gongxiang/contracts/evaluation/scores/score.contract';
import { systemOf } from '../../scores/score/score-view.js';
import type { ScoreNow } from './ranking.repository.js';
import type { RankingEntryRow, RankingLeftOutRow, RankingRow } from './ranking.entity.js';

/** What rankings name, by ids; of each ranking what a list shows of it. */
export interface RankingNames {
  readonly systems: ReadonlyMap<string, WeighedSystem>;
  readonly unions: ReadonlyMap<string, string>;
  readonly entries: readonly RankingEntryRow[];
  readonly leftOut: readonly RankingLeftOutRow[];
  readonly openAppeals: ReadonlyMap<string, number>;
  readonly revisions: ReadonlyMap<string, string>;
  /** Those whose scores have been revised since. */
  readonly outdated: ReadonlySet<string>;
  /** By score id. */
  readonly scoresNow: ReadonlyMap<string, ScoreNow>;
}

export function rankingView(row: RankingRow, names: RankingNames): RankingView {
  const { id, version, title, unionId, subjectKind, weightVersionId, method, scaling } = row;
  const { groupBy, minimumAnswers, state, revision, revisionOfId, reason, ranked, hash } = row;
  return {
    ...systemOf(weightVersionId, names.systems),
    id,
    version,
    title,
    unionId,
    unionName: names.unions.get(unionId) ?? null,
    subjectKind,
    weightVersionId,
    method,
    scaling,
    groupBy,
    minimumAnswers,
    from: row.periodFrom,
    to: row.periodTo,
    state,
    revision,
    revisionOfId,
    revisedById: names.revisions.get(id) ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    noticeEndsAt: row.noticeEndsAt?.toISOString() ?? null,
    finalisedAt: row.finalisedAt?.toISOString() ?? null,
    reason,
    openAppeals: names.openAppeals.get(id) ?? 0,
    scoresRevised: names.outdated.has(id),
    ranked,
    leftOutCount: row.leftOut,
    hash,
    entries: names.entries
      .filter(({ rankingId }) => rankingId === id)
      .map((one) => entryView(one, { ...names, method })),
    leftOut: names.leftOut.filter(({ rankingId }) => rankingId === id).map(leftOutView),
    createdAt: row.createdAt.toISOString(),
  };
}

export function entryView(
  row: RankingEntryRow,
  { unions, scoresNow, method }: Pick<RankingNames, 'unions' | 'scoresNow'> & Pick<RankingRow, 'method'>,
): RankingEntry {
  const now = scoresNow.get(row.scoreId);
  const interval = method === 'score' ? (now?.interval ?? null) : null;
  const { subjectId, subjectName, unionId, scoreId, scoreHash, rank, groupKey, groupRank } = row;
  const { score, answers, why } = row;
  return {
    subjectId,
    subjectName,
    unionId,
    unionName: unions.get(unionId) ?? null,
    scoreId,
    scoreHash,
    rank,
    group: groupKey,
    groupRank,
    score,
    interval: interval === null ? null : { low: interval.low, high: interval.high },
    revisedScoreId: now?.revisedScoreId ?? null,
    revisedScore: now?.revisedScore ?? null,
    answers,
    why,
  };
}

export function leftOutView({ subjectId, subjectName, reason }: RankingLeftOutRow): LeftOutView {
  return { subjectId, subjectName, reason };
}
