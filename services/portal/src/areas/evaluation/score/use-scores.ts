import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';

export type Score = components['schemas']['ScoreView'];

export type ScoreWaterfall = components['schemas']['ScoreWaterfallView'];
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

export function fetchScores(filters: ScoreFilters): FetchPage<Score> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/scores', { params: { query: { ...filters, ...page } }, signal }));
}

export function useScores(filters: ScoreFilters) {
  return usePages<Score>(['score', 'list', filters], fetchScores(filters));
}

export function useScore(scoreId: string) {
  return useQuery({
    queryKey: ['score', scoreId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/scores/{scoreId}', { params: { path: { scoreId } }, signal })),
  });
}

export function useWaterfall(scoreId: string) {
  return useQuery({
    queryKey: ['score', scoreId, 'waterfall'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/scores/{scoreId}/waterfall', { params: { path: { scoreId } }, signal })),
  });
}

export function useRevisions(scoreId: string) {
  return useQuery({
    queryKey: ['score', scoreId, 'revisions'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/scores/{scoreId}/revisions', { params: { path: { scoreId } }, signal })),
  });
}

/** Only when somebody asks for it. */
export function useVerification(scoreId: string) {
  return useQuery({
    queryKey: ['score', scoreId, 'verification'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/scores/{scoreId}/verification', { params: { path: { scoreId } }, signal })),
    enabled: false,
  });
}
