import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';

export type Comparison = components['schemas']['WeightComparisonView'];
export type Sensitivity = components['schemas']['SensitivityView'];
export type WhatIf = components['schemas']['WhatIfView'];
export type ChangedWeight = components['schemas']['ChangedWeight'];

export function useComparison(weightVersionId: string) {
  return useQuery({
    queryKey: ['weightVersion', 'methods', weightVersionId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/weight-versions/{weightVersionId}/methods', {
          params: { path: { weightVersionId } },
          signal,
        }),
      ),
  });
}

export function useSensitivity(weightVersionId: string) {
  return useQuery({
    queryKey: ['weightVersion', 'sensitivity', weightVersionId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/weight-versions/{weightVersionId}/sensitivity', {
          params: { path: { weightVersionId } },
          signal,
        }),
      ),
  });
}

/** Every rank by these weights; the last answer stands until the next one is there. */
export function useWhatIf(weightVersionId: string, weights: readonly ChangedWeight[]) {
  return useQuery({
    queryKey: ['weightVersion', 'whatIf', weightVersionId, weights],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/weight-versions/{weightVersionId}/what-if', {
          params: { path: { weightVersionId } },
          body: { weights: [...weights] },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
