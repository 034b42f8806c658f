import type { RoleName } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { RankingAppealRow, RankingRow } from '../ranking/ranking.entity.js';

/** A ranking with all about it that somebody may have to do. */
export interface RankingToTend {
  readonly ranking: Pick<RankingRow, 'id' | 'unionId' | 'title' | 'state' | 'createdBy' | 'publishedBy'>;
  /** The last of the revisions that follow it, if all before were withdrawn; itself where there is none. */
  readonly last: Pick<RankingRow, 'id' | 'state'>;
  /** Those that wait for a decision. */
  readonly appeals: readonly Pick<RankingAppealRow, 'id' | 'personId'>[];
  readonly evaluators: readonly RoleName[];
  /** Who decides on appeals. */
  readonly deciders: readonly RoleName[];
}

/** Everything that a ranking waits for at the moment. */
export function awaitsOfRanking(facts: RankingToTend): Await[] {
  return [...toTend(facts), ...facts.appeals.map((appeal) => toDecide(facts, appeal))];
}

function toTend({
  ranking: { id: rankingId, unionId, title, state },
  last,
  evaluators,
}: RankingToTend): Await[] {
  const offices = { roles: evaluators, unionIds: [unionId], isNearest: true };
  const what = { why: 'tendsIndicators', title, offices } as const;
  if (state === 'draft') return [{ ...what, kind: 'rankingDrafted', about: { rankingId } }];
  // With a revision that was not withdrawn, it is the revision that waits.
  if (state !== 'revising' || (last.id !== rankingId && last.state !== 'withdrawn')) return [];
  return [{ ...what, kind: 'rankingToRevise', about: { rankingId: last.id }, slot: last.id }];
}

/** Neither who made or published the ranking decides, nor who appealed. */
function toDecide(
  { ranking, deciders }: RankingToTend,
  { id, personId }: Pick<RankingAppealRow, 'id' | 'personId'>,
): Await {
  const involved = [ranking.createdBy, ranking.publishedBy, personId];
  const exceptIds = [...new Set(involved.filter((one) => one !== null))];
  return {
    kind: 'appealMade',
    why: 'decidesAppeals',
    about: { rankingId: ranking.id },
    title: ranking.title,
    slot: id,
    offices: { roles: deciders, unionIds: [ranking.unionId], isNearest: true, exceptIds },
  };
}
