import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';

export type Line = components['schemas']['AttendanceLineView'];
export type DoorFlow = components['schemas']['DoorFlowView'];

/** In the order of coming. */
export function useWhoCame(activityId: string) {
  return usePages<Line>(['attendance', 'lines', activityId], async (query, signal) =>
    answerOf(
      api.GET('/api/v1/activities/{activityId}/attendance', {
        params: { path: { activityId }, query },
        signal,
      }),
    ),
  );
}

/** How many were inside, over time. A hint at who came asks for it anew. */
export function useDoorFlow(activityId: string) {
  return useQuery({
    queryKey: ['attendance', activityId, 'flow'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/door-flow', { params: { path: { activityId } }, signal }),
      ),
  });
}
