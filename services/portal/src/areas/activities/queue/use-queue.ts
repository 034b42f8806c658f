import { useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Queue = components['schemas']['QueueView'];
export type Place = components['schemas']['QueuePlaceView'];
export type QueueTerms = components['schemas']['SetQueueBody'];

/** While people join or are let in, the organiser sees how many. */
const countsMs = 10_000;

const placeOf = (activityId: string) =>
  readOf('queue', '/activities/{activityId}/queue-places/mine', { activityId }, { staleTime: 1_000 });

/** My own place. It is read again when the platform says so: the nearer the turn, the more often; and when the phone wakes. */
export function usePlace(activityId: string) {
  return useQuery({
    ...placeOf(activityId),
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'turn' ? false : state.data.pollAfter * 1_000,
  });
}

export function useQueue(activityId: string, isWanted = true) {
  return useQuery({
    ...readOf('queue', '/activities/{activityId}/queue', isWanted ? { activityId } : undefined),
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'ahead' ? false : countsMs,
  });
}

/** Takes a place; somebody who has one already gets that one back. */
export function useJoinQueue(activityId: string) {
  const queryClient = useQueryClient();
  return useSubmit({
    touches: [],
    send: async (_nothing: null, key) => {
      const path = '/activities/{activityId}/queue-places';
      const place = await request('post', path, { activityId, body: {} }, { key });
      queryClient.setQueryData(placeOf(activityId).queryKey, place);
    },
  });
}
