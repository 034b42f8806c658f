import { daysAfter, shanghaiMidnight } from '@gongxiang/domain';
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
  return {
    from: from === null ? null : shanghaiMidnight(from),
    to: to === null ? null : shanghaiMidnight(daysAfter(to, 1)),
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
