import { useMutation, useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { RankingFilters } from './ranking-filters.js';

type Schemas = components['schemas'];
export type Ranking = Schemas['RankingView'];
export type RankingEntry = Schemas['RankingEntry'];
export type LeftOut = Schemas['LeftOutView'];
export type Appeal = Schemas['RankingAppealView'];

const touches = ['ranking', 'rankingAppeal'];

export function rankingPages(filters: RankingFilters): FetchPage<Ranking> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/rankings', { params: { query: { ...filters, ...page } }, signal }));
}

export function useRankings(filters: RankingFilters = {}) {
  return usePages<Ranking>(['ranking', 'list', filters], rankingPages(filters));
}

export function useRanking(rankingId: string) {
  return useQuery({
    queryKey: ['ranking', rankingId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/rankings/{rankingId}', { params: { path: { rankingId } }, signal })),
  });
}

export interface EntryFilters {
  readonly group?: string;
  readonly q?: string;
}

export function useEntries(rankingId: string, filters: EntryFilters) {
  return usePages<RankingEntry>(['ranking', rankingId, 'entries', filters], (page, signal) =>
    answerOf(
      api.GET('/api/v1/rankings/{rankingId}/entries', {
        params: { path: { rankingId }, query: { ...filters, ...page } },
        signal,
      }),
    ),
  );
}

export function useLeftOut(rankingId: string) {
  return usePages<LeftOut>(['ranking', rankingId, 'left-out'], (page, signal) =>
    answerOf(
      api.GET('/api/v1/rankings/{rankingId}/left-out', {
        params: { path: { rankingId }, query: page },
        signal,
      }),
    ),
  );
}

export function useAppeals(rankingId: string) {
  return usePages<Appeal>(['rankingAppeal', rankingId], (page, signal) =>
    answerOf(
      api.GET('/api/v1/rankings/{rankingId}/appeals', {
        params: { path: { rankingId }, query: page },
        signal,
      }),
    ),
  );
}

/** Computes it again; asked for by hand, as it is work. */
export function useVerify(rankingId: string) {
  return useMutation({
    mutationFn: () =>
      answerOf(api.GET('/api/v1/rankings/{rankingId}/verification', { params: { path: { rankingId } } })),
  });
}

export function usePublish({ id: rankingId, version }: Ranking) {
  return useDecision({
    touches,
    send: (days: number, key) =>
      answerOf(
        api.POST('/api/v1/rankings/{rankingId}/publish', {
          params: { path: { rankingId }, header: submitHeaders(key, version) },
          body: { days },
        }),
      ),
  });
}

export function useWithdraw({ id: rankingId, version }: Ranking) {
  return useDecision({
    touches,
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/rankings/{rankingId}/withdraw', {
          params: { path: { rankingId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
  });
}

export function useRevise(rankingId: string) {
  return useDecision({
    touches,
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/rankings/{rankingId}/revise', {
          params: { path: { rankingId }, header: submitHeaders(key, version) },
        }),
      ),
  });
}

export function useAppeal(rankingId: string) {
  return useSubmit({
    touches,
    send: (body: Schemas['AppealRankingBody'], key) =>
      answerOf(
        api.POST('/api/v1/rankings/{rankingId}/appeals', {
          params: { path: { rankingId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

/** @param version of the ranking */
export function useDecide({ rankingId, id: appealId }: Appeal, version: number) {
  return useDecision({
    touches,
    send: (body: Schemas['DecideAppealBody'], key) =>
      answerOf(
        api.POST('/api/v1/rankings/{rankingId}/appeals/{appealId}/decide', {
          params: { path: { rankingId, appealId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}
