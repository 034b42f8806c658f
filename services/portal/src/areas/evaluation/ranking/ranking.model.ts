import type { components } from '../../../api/schema.js';
import { withoutBlanks } from '../../../kit/filters.model.js';
import { type ScoreSubjectKind, subjectKinds } from '../score/score.model.js';

export type Ranking = components['schemas']['RankingView'];
export type RankingEntry = components['schemas']['RankingEntry'];
export type Appeal = components['schemas']['RankingAppealView'];

export const rankingStates = ['draft', 'notice', 'revising', 'final', 'superseded', 'withdrawn'] as const;
type RankingState = (typeof rankingStates)[number];

/** The filters of the list. They stand in the address, so that a link shows the same list. */
export interface RankingFilters {
  readonly subjectKind?: ScoreSubjectKind;
  readonly state?: RankingState;
  readonly q?: string;
}

/** Reads the filters out of the address; unknown values are left out. */
export function filtersOf(search: URLSearchParams): RankingFilters {
  return withoutBlanks<RankingFilters>({
    subjectKind: subjectKinds.find((one) => one === search.get('subjectKind')),
    state: rankingStates.find((one) => one === search.get('state')),
    q: search.get('q') ?? undefined,
  });
}
