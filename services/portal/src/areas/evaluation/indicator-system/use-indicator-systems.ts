import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';

export type IndicatorSystem = components['schemas']['IndicatorSystemView'];

export type SystemState = IndicatorSystem['state'];

export interface SystemFilter {
  readonly state?: SystemState;
  /** A part of the name. */
  readonly q?: string;
}

/** One page of the list, newest first. */
export function fetchSystems(filter: SystemFilter): FetchPage<IndicatorSystem> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/indicator-systems', { params: { query: { ...page, ...filter } }, signal }));
}

export function useIndicatorSystems(filter: SystemFilter) {
  return usePages<IndicatorSystem>(['indicatorSystem', 'list', filter], fetchSystems(filter));
}

/** All versions of one system that the caller may see, newest first. */
export function useVersions(seriesId: string) {
  return useQuery({
    queryKey: ['indicatorSystem', 'versions', seriesId],
    queryFn: async ({ signal }) => {
      const query = { seriesId, limit: 100 };
      const { items } = await answerOf(api.GET('/api/v1/indicator-systems', { params: { query }, signal }));
      return items;
    },
  });
}

/** Those that may be asked by, weighed and ranked by, newest first. */
export function usePublishedSystems() {
  return useQuery({
    queryKey: ['indicatorSystem', 'published'],
    queryFn: async ({ signal }) => {
      const { items } = await answerOf(
        api.GET('/api/v1/indicator-systems', {
          params: { query: { state: 'published', limit: 200 } },
          signal,
        }),
      );
      return items;
    },
    staleTime: 60_000,
  });
}

export function useIndicatorSystem(systemId: string | undefined) {
  return useQuery({
    queryKey: ['indicatorSystem', systemId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/indicator-systems/{systemId}', {
          params: { path: { systemId: systemId ?? '' } },
          signal,
        }),
      ),
    enabled: systemId !== undefined,
  });
}
