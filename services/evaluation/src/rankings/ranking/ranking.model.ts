import type { RankingScaling } from '@gongxiang/contracts/evaluation/systems/preview.contract';
import type {
  LeftOutReason,
  RankingGrouping,
  RankingLead,
  RankingMethod,
} from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import { DomainError } from '@gongxiang/domain';
import type { MissingRule } from '../../systems/indicator-system/indicator.model.js';
import { computeScore, rankScores, type Score, type ScoreInput } from '../../scores/score/score.model.js';
import { thresholdDefault as fewestPublished } from '../../surveys/survey/suppression.model.js';
import { sharedRanks } from '../../scores/score/shared-ranks.model.js';
import { topsisRanking } from './topsis.model.js';

/**
 * The greatest leads say why; those of all indicators would make ten thousand places a file of hundreds of megabytes.
 */
const reasonsMax = 10;

/** The newest score of something; all of one ranking rest on one weight version. */
export interface RankedSubject {
  readonly subjectId: string;
  readonly subjectName: string;
  readonly unionId: string;
  /** Which of the fair groups it is in; null where there are none. */
  readonly groupKey: string | null;
  readonly scoreId: string;
  readonly scoreHash: string;
  /** As published: null for nobody and for fewer than five alike. */
  readonly answers: number | null;
  readonly values: ScoreInput['values'];
  readonly missing: MissingRule;
}

/** What all scores under one weight version share. */
export type RankingBasis = Pick<ScoreInput, 'weights' | 'indicators'> & {
  /** Of the indicators, by their ids. */
  readonly names: ReadonlyMap<string, string>;
};

export interface RankingRule {
  readonly method: RankingMethod;
  readonly scaling: RankingScaling;
  readonly minimumAnswers: number;
}

export interface RankedPlace {
  readonly subject: RankedSubject;
  readonly rank: number;
  readonly groupRank: number;
  readonly score: number;
  readonly why: RankingLead[];
}

export interface ComputedRanking {
  /** Best first; ties in the order of the subjects' ids. */
  readonly places: readonly RankedPlace[];
  readonly leftOut: readonly { readonly subject: RankedSubject; readonly reason: LeftOutReason }[];
}

/**
 * Ranks by score, or by closeness to the ideal: over all, and within the groups, which are counted by the same figures.
 * Left out, with the reason, is what has fewer answers than asked for, no score or, with TOPSIS, a value missing: a
 * distance from nothing is none. Either way the reasons of a place are the leads in points: what people can act on.
 * @throws DomainError whatever {@link topsisRanking} throws
 */
export function rankSubjects(
  subjects: readonly RankedSubject[],
  basis: RankingBasis,
  rule: RankingRule,
): ComputedRanking {
  const { weights, indicators } = basis;
  const judged = subjects.map((subject) => {
    const score = computeScore({ weights, indicators, values: subject.values, missing: subject.missing });
    return { subject, score, reason: leftOutReason(subject, score, rule) };
  });
  const ranked = judged.filter(({ reason }) => reason === null);
  const byId = new Map(ranked.map((one) => [one.subject.subjectId, one]));
  const leads = rankScores(ranked.map(({ subject, score }) => ({ subjectId: subject.subjectId, score })));
  const closeness = rule.method === 'topsis' ? topsisOf(ranked, basis, rule.scaling) : null;
  const places = leads.flatMap(({ subjectId, rank, score, why }) => {
    const one = byId.get(subjectId);
    if (one === undefined) return [];
    const figure = closeness?.get(subjectId) ?? { rank, score };
    return [{ ...figure, subject: one.subject, why: reasonsOf(why, one.score, basis.names) }];
  });
  // Sorting is stable, and the leads come by rank and id.
  places.sort((a, b) => a.rank - b.rank || (a.subject.subjectId < b.subject.subjectId ? -1 : 1));
  const groupRanks = ranksInGroups(places);
  return {
    places: places.map((place, index) => ({ ...place, groupRank: groupRanks[index] ?? place.rank })),
    leftOut: judged.flatMap(({ subject, reason }) => (reason === null ? [] : [{ subject, reason }])),
  };
}

/** @throws DomainError 422 `MINIMUM_ANSWERS`, `RANKING_GROUPS_UNFIT` */
export function requireFitting(
  subjectKind: ScoreSubjectKind,
  groupBy: RankingGrouping,
  minimumAnswers: number,
): void {
  if (minimumAnswers > 0 && minimumAnswers < fewestPublished)
    throw new DomainError('MINIMUM_ANSWERS', {
      pointer: '/minimumAnswers',
      params: { least: fewestPublished },
    });
  // Only an activity has a function and a business of its own; behind everything stands a union with its size class.
  if (subjectKind !== 'activity' && (groupBy === 'business' || groupBy === 'function'))
    throw new DomainError('RANKING_GROUPS_UNFIT', { pointer: '/groupBy' });
}

function leftOutReason(
  { answers }: RankedSubject,
  score: Score,
  { method, minimumAnswers }: RankingRule,
): LeftOutReason | null {
  if (minimumAnswers > 0 && (answers ?? 0) < minimumAnswers) return 'tooFewAnswers';
  if (score.score === null) return 'noScore';
  return method === 'topsis' && score.missing.length > 0 ? 'valueMissing' : null;
}

function reasonsOf(
  why: readonly { readonly indicatorId: string; readonly lead: number }[],
  { contributions }: Score,
  names: ReadonlyMap<string, string>,
): RankingLead[] {
  const points = new Map(contributions.map((one) => [one.indicatorId, one.points]));
  return why.slice(0, reasonsMax).map(({ indicatorId, lead }) => ({
    indicatorId,
    name: names.get(indicatorId) ?? indicatorId,
    lead,
    points: points.get(indicatorId) ?? 0,
  }));
}

/** @returns the ranks within the groups, in the order of the places given */
function ranksInGroups(
  places: readonly { readonly subject: RankedSubject; readonly score: number }[],
): readonly number[] {
  const groups = new Map<string | null, number[]>();
  for (const [index, { subject }] of places.entries()) {
    const members = groups.get(subject.groupKey);
    if (members === undefined) groups.set(subject.groupKey, [index]);
    else members.push(index);
  }
  const ranks = new Array<number>(places.length).fill(0);
  for (const members of groups.values()) {
    const within = sharedRanks(members.map((index) => places[index]?.score ?? 0));
    for (const [order, index] of members.entries()) ranks[index] = within[order] ?? 0;
  }
  return ranks;
}

function topsisOf(
  ranked: readonly { readonly subject: RankedSubject }[],
  { weights, indicators }: RankingBasis,
  scaling: RankingScaling,
): ReadonlyMap<string, { readonly rank: number; readonly score: number }> {
  if (ranked.length === 0) return new Map();
  const directions = new Map(indicators.map(({ id, direction }) => [id, direction]));
  const { scores, ranks } = topsisRanking({
    rows: ranked.map(({ subject }) => weights.map(({ id }) => subject.values[id] ?? 0)),
    weights: weights.map(({ weight }) => weight),
    directions: weights.map(({ id }) => directions.get(id) ?? 'max'),
    scaling,
  });
  return new Map(
    ranked.map(({ subject }, index) => [
      subject.subjectId,
      { rank: ranks[index] ?? 0, score: scores[index] ?? 0 },
    ]),
  );
}
