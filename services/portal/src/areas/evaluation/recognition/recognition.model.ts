import type { components } from '../../../api/schema.js';
import { withoutBlanks } from '../../../kit/filters.model.js';
import { type ScoreSubjectKind, subjectKinds } from '../score/score.model.js';

type Schemas = components['schemas'];
export type Recognition = Schemas['RecognitionView'];
export type NewRecognitions = Schemas['GrantRecognitionsRequest'];

export const recognitionStates = ['granted', 'revoked'] as const;

/** The filters of the list. They stand in the address, so that a link shows the same list. */
export interface RecognitionFilters {
  readonly q?: string;
  readonly subjectKind?: ScoreSubjectKind;
  readonly subjectId?: string;
  readonly rankingId?: string;
  readonly state?: (typeof recognitionStates)[number];
}

/** Reads the filters out of the address; unknown values are left out. */
export function filtersOf(search: URLSearchParams): RecognitionFilters {
  return withoutBlanks<RecognitionFilters>({
    q: (search.get('q') ?? '').trim().slice(0, 200),
    subjectKind: subjectKinds.find((one) => one === search.get('subjectKind')),
    rankingId: search.get('rankingId') ?? '',
    state: recognitionStates.find((one) => one === search.get('state')),
  });
}
