import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useSubmit } from '../../../api/use-submit.js';

export type SeatCap = components['schemas']['SeatCapView'];
export type NewSeatCap = components['schemas']['CreateSeatCapBody'];

const touches = ['pool', 'registration'];

export function useCaps(activityId: string) {
  return useQuery({
    queryKey: ['pool', 'caps', activityId],
    queryFn: () =>
      answerOf(api.GET('/api/v1/activities/{activityId}/caps', { params: { path: { activityId } } })),
  });
}

export function useAddCap(activityId: string) {
  return useSubmit({
    touches,
    send: (body: NewSeatCap, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/caps', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

export function useRemoveCap(activityId: string) {
  return useSubmit({
    touches,
    send: (capId: string, key) =>
      answerOf(
        api.DELETE('/api/v1/activities/{activityId}/caps/{capId}', {
          params: { path: { activityId, capId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}
