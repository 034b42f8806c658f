import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import type { components } from '../../api/schema.js';
import { usePages } from '../../api/use-pages.js';

export type Ranking = components['schemas']['RankingView'];
export type RankingEntry = Ranking['entries'][number];

export function useRankings() {
  return usePages<Ranking>(['ranking', 'list'], (page, signal) =>
    answerOf(api.GET('/api/v1/rankings', { params: { query: page }, signal })),
  );
}

export function useRanking(rankingId: string) {
  return useQuery({
    queryKey: ['ranking', rankingId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/rankings/{rankingId}', { params: { path: { rankingId } }, signal })),
  });
}
