import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { useSubmit } from '../../../api/use-submit.js';

/** Without a start it is about a year later, on the same weekday. */
export interface CopyWish {
  readonly startsAt?: string;
  readonly keepDay?: boolean;
}

/** What a copy would be like. What was shown stays until the next answer is there. */
export function useCopyPlan(activityId: string, wish: CopyWish) {
  return useQuery({
    queryKey: ['activity', activityId, 'copy', wish],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/copy', {
          params: { path: { activityId }, query: wish },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function useCopyActivity(activityId: string) {
  return useSubmit({
    touches: ['activity'],
    send: (body: CopyWish & { readonly title: string }, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/copy', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}
