import { dayMs } from '@gongxiang/domain';
import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';

/** Several subjects of one kind and the days to consider; null for activities, which have their own time. */
export interface SubjectScope {
  readonly kind: ScoreSubjectKind;
  readonly ids: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/** A half-open interval of time. */
interface Moments {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** From the beginning of the first day to the end of the last, in Shanghai. */
export function momentsOf({ from, to }: Pick<SubjectScope, 'from' | 'to'>): Moments {
  const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
  return {
    from: from === null ? null : new Date(startOf(from)),
    to: to === null ? null : new Date(startOf(to) + dayMs),
  };
}

/** The column of `activity_ref` that holds a subject of each kind. */
export const subjectColumns: Readonly<Record<ScoreSubjectKind, string>> = {
  activity: 'id',
  club: 'organiser_id',
  resource: 'resource_id',
  union: 'union_id',
  brand: 'brand_id',
};
