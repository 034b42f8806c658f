import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { queryKeys } from '../../../api/query-keys.js';
import type { components } from '../../../api/schema.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Pool = components['schemas']['PoolView'];
export type NewPool = components['schemas']['CreatePoolBody'];
export type PoolChange = components['schemas']['ChangePoolBody'];

export function usePools(activityId: string) {
  return useQuery({
    queryKey: queryKeys.pools(activityId),
    queryFn: () =>
      answerOf(api.GET('/api/v1/activities/{activityId}/pools', { params: { path: { activityId } } })),
  });
}

export function useAddPool(activityId: string) {
  return useSubmit({
    touches: ['pool'],
    send: (body: NewPool, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/pools', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

interface Change {
  readonly version: number;
  readonly change: PoolChange;
}

export function useChangePool(activityId: string, poolId: string) {
  return useSubmit({
    touches: ['pool', 'registration'],
    send: ({ version, change }: Change, key) =>
      answerOf(
        api.PATCH('/api/v1/activities/{activityId}/pools/{poolId}', {
          params: { path: { activityId, poolId }, header: submitHeaders(key, version) },
          body: change,
        }),
      ),
  });
}
