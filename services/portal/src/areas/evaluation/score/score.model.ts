import type { components } from '../../../api/schema.js';

export type Score = components['schemas']['ScoreView'];
export type ScoreRevision = components['schemas']['ScoreRevisionView'];
export type ScoreSubjectKind = Score['subject']['kind'];

export const subjectKinds = [
  'activity',
  'club',
  'resource',
  'union',
  'brand',
] as const satisfies readonly ScoreSubjectKind[];

export interface ScoreFilters {
  readonly activityId?: string;
  readonly subjectKind?: ScoreSubjectKind;
  readonly subjectId?: string;
  readonly latest?: true;
}
