import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';

export type Comparison = components['schemas']['WeightComparisonView'];
export type Sensitivity = components['schemas']['SensitivityView'];
export type WhatIf = components['schemas']['WhatIfView'];
export type ChangedWeight = components['schemas']['ChangedWeight'];

/** Every rank by these weights; the last answer stays until the next arrives. */
export function useWhatIf(weightVersionId: string, weights: readonly ChangedWeight[]) {
  const path = '/weight-versions/{weightVersionId}/what-if';
  return useQuery({
    queryKey: ['weightVersion', path, { weightVersionId }, weights],
    queryFn: ({ signal }) =>
      request('post', path, { weightVersionId, body: { weights: [...weights] } }, { signal }),
    placeholderData: keepPreviousData,
  });
}
