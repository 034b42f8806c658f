import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';

export type PublicUnion = components['schemas']['PublicUnionView'];
export type PublicActivity = components['schemas']['PublicActivityView'];

/** What anybody may know of a union. */
export function usePublicUnion(unionId: string) {
  return useQuery({
    queryKey: ['publicUnion', unionId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/public/unions/{unionId}', { params: { path: { unionId } }, signal })),
  });
}

/** What is coming there, the soonest first, with the seats that are left. */
export function usePublicActivities(unionId: string) {
  return usePages(['publicUnion', unionId, 'activities'], (page, signal) =>
    answerOf(
      api.GET('/api/v1/public/unions/{unionId}/activities', {
        params: { path: { unionId }, query: page },
        signal,
      }),
    ),
  );
}

export function usePublicActivity(activityId: string) {
  return useQuery({
    queryKey: ['publicActivity', activityId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/public/activities/{activityId}', { params: { path: { activityId } }, signal }),
      ),
  });
}
