import { withoutBlanks } from '../../../kit/filters.model.js';

export const subjectKinds = ['activity', 'club', 'resource', 'union', 'brand'] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export const rankingStates = ['draft', 'notice', 'revising', 'final', 'superseded', 'withdrawn'] as const;
export type RankingState = (typeof rankingStates)[number];

/** What of the list is to be seen. It stands in the address, so that it can be sent to a colleague. */
export interface RankingFilters {
  readonly subjectKind?: SubjectKind;
  readonly state?: RankingState;
  readonly q?: string;
}

/** Reads the filters out of the address; what it does not know is left out. */
export function filtersOf(search: URLSearchParams): RankingFilters {
  return withoutBlanks<RankingFilters>({
    subjectKind: subjectKinds.find((one) => one === search.get('subjectKind')),
    state: rankingStates.find((one) => one === search.get('state')),
    q: search.get('q') ?? undefined,
  });
}
