import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';

export type ShareExplanation = components['schemas']['ShareExplanationView'];

export function useShareExplanation(costPoolId: string, party: string) {
  return useQuery({
    queryKey: ['costPool', costPoolId, 'share', party],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/cost-pools/{costPoolId}/shares/{party}', {
          params: { path: { costPoolId, party } },
          signal,
        }),
      ),
  });
}
