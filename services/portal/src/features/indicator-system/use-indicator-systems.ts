import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import type { components } from '../../api/schema.js';
import { usePages } from '../../api/use-pages.js';

export type IndicatorSystem = components['schemas']['IndicatorSystemView'];

export function useIndicatorSystems() {
  return usePages<IndicatorSystem>(['indicatorSystem', 'list'], (page, signal) =>
    answerOf(api.GET('/api/v1/indicator-systems', { params: { query: page }, signal })),
  );
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
