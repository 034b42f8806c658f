import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import type { components } from '../../api/schema.js';
import { usePages } from '../../api/use-pages.js';

export type Score = components['schemas']['ScoreView'];

export function useScores(filters: { readonly activityId?: string }) {
  return usePages<Score>(['score', 'list', filters], (page, signal) =>
    answerOf(api.GET('/api/v1/scores', { params: { query: { ...filters, ...page } }, signal })),
  );
}

export function useScore(scoreId: string) {
  return useQuery({
    queryKey: ['score', scoreId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/scores/{scoreId}', { params: { path: { scoreId } }, signal })),
  });
}
