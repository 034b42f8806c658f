import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';
import type { PreviewWeights } from './weighing.model.js';

export type WeightVersion = components['schemas']['WeightVersionView'];
export type WeightsPreview = components['schemas']['WeightsPreview'];

export function useWeightVersion(weightVersionId: string | undefined) {
  return useQuery({
    queryKey: ['weightVersion', weightVersionId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/weight-versions/{weightVersionId}', {
          params: { path: { weightVersionId: weightVersionId ?? '' } },
          signal,
        }),
      ),
    enabled: weightVersionId !== undefined,
  });
}

export function useWeightVersions(systemId: string) {
  return usePages<WeightVersion>(['weightVersion', 'of', systemId], (page, signal) =>
    answerOf(
      api.GET('/api/v1/indicator-systems/{systemId}/weight-versions', {
        params: { path: { systemId }, query: page },
        signal,
      }),
    ),
  );
}

/** The version of a system that is in force; null where none is. */
export function useActiveWeights(systemId: string | undefined) {
  return useQuery({
    queryKey: ['weightVersion', 'active', systemId],
    queryFn: async ({ signal }) => {
      const { items } = await answerOf(
        api.GET('/api/v1/indicator-systems/{systemId}/weight-versions', {
          params: { path: { systemId: systemId ?? '' }, query: { limit: 200 } },
          signal,
        }),
      );
      return items.find(({ state }) => state === 'active') ?? null;
    },
    enabled: systemId !== undefined,
  });
}

/** What weights come of this, as the platform computes them; asked for while somebody chooses. */
export function usePreviews(bodies: readonly (PreviewWeights | null)[]) {
  return useQueries({
    queries: bodies.map((body, index) => ({
      queryKey: ['weightPreview', index, body],
      queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<WeightsPreview> =>
        answerOf(api.POST('/api/v1/previews/weights', { body: body ?? { method: 'ahp' }, signal })),
      enabled: body !== null,
      placeholderData: keepPreviousData,
      staleTime: Infinity,
    })),
  });
}

export type Preview = ReturnType<typeof usePreviews>[number];
