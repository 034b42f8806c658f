import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type Seen, useDecision } from '../../../api/use-decision.js';

export type CancellationEffect = components['schemas']['CancellationEffectView'];

/** It stands below its activity: whatever touches that has it asked for anew. */
export function useCancellationEffect(activityId: string) {
  return useQuery({
    queryKey: ['activity', activityId, 'cancellation-effect'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/cancellation-effect', {
          params: { path: { activityId } },
          signal,
        }),
      ),
  });
}

/** The cost pool in which bills of the activity are kept, as far as the reader may see it; null where there is none. */
export function useLivePool(activityId: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['costPool', 'liveOf', activityId],
    queryFn: async ({ signal }) => {
      const query = { activityId, limit: 1 };
      const page = await answerOf(api.GET('/api/v1/cost-pools', { params: { query }, signal }));
      return page.items[0] ?? null;
    },
    enabled: isAsked,
  });
}

export function useCancelActivity({ id: activityId, version }: Seen) {
  return useDecision({
    touches: ['activity', 'registration', 'loan'],
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/cancel', {
          params: { path: { activityId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
  });
}

export function useArchive({ id: activityId, version }: Seen) {
  return useDecision({
    touches: ['activity'],
    send: (_nothing: null, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/archive', {
          params: { path: { activityId }, header: submitHeaders(key, version) },
        }),
      ),
  });
}

export function useUnarchive({ id: activityId, version }: Seen) {
  return useDecision({
    touches: ['activity'],
    send: (_nothing: null, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/unarchive', {
          params: { path: { activityId }, header: submitHeaders(key, version) },
        }),
      ),
  });
}
