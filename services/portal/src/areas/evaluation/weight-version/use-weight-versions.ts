import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { readOf, useRead } from '../../../api/use-read.js';
import type { PreviewWeights } from './weighing.model.js';

export type WeightVersion = components['schemas']['WeightVersionView'];
type WeightsPreview = components['schemas']['WeightsPreview'];

export function useWeightVersion(weightVersionId: string) {
  return useRead('weightVersion', '/weight-versions/{weightVersionId}', { weightVersionId });
}

/** The version of a system that is in force; null where none is. */
export function useActiveWeights(systemId: string | undefined) {
  return useQuery({
    ...readOf(
      'weightVersion',
      '/indicator-systems/{systemId}/weight-versions',
      systemId === undefined ? undefined : { systemId, limit: 200 },
    ),
    select: ({ items }) => items.find(({ state }) => state === 'active') ?? null,
  });
}

/** The weights that follow from this, as the platform computes them; read while a person chooses. */
export function usePreviews(bodies: readonly (PreviewWeights | null)[]) {
  return useQueries({
    queries: bodies.map((body, index) => ({
      queryKey: ['weightPreview', index, body],
      queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<WeightsPreview> =>
        request('post', '/previews/weights', { body: body ?? { method: 'ahp' } }, { signal }),
      enabled: body !== null,
      placeholderData: keepPreviousData,
      staleTime: Infinity,
    })),
  });
}

export type Preview = ReturnType<typeof usePreviews>[number];
