import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { SubmitKey } from '../../../api/submit-key.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Queue = components['schemas']['QueueView'];
export type Place = components['schemas']['QueuePlaceView'];
export type QueueTerms = components['schemas']['SetQueueBody'];

const touches = ['activity', 'queue'];
/** While people join or are let in, the organiser sees how many. */
const lookingMs = 10_000;

const placeKey = (activityId: string): string[] => ['queue', activityId, 'mine'];

/** My own place. It is asked for when the platform says so: the nearer the turn, the more often; and when the phone wakes. */
export function usePlace(activityId: string) {
  return useQuery({
    queryKey: placeKey(activityId),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/queue-places/mine', {
          params: { path: { activityId } },
          signal,
        }),
      ),
    staleTime: 1_000,
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'turn' ? false : state.data.pollAfter * 1_000,
  });
}

export function useQueue(activityId: string, isWanted = true) {
  return useQuery({
    queryKey: ['queue', activityId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/queue', { params: { path: { activityId } }, signal }),
      ),
    enabled: isWanted,
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'ahead' ? false : lookingMs,
  });
}

/** Takes a place; who has one is told of it. */
export function useJoinQueue(activityId: string) {
  const queryClient = useQueryClient();
  const submitKey = useRef(new SubmitKey());
  return useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/queue-places', {
          params: { path: { activityId }, header: { 'Idempotency-Key': submitKey.current.for(activityId) } },
          body: {},
        }),
      ),
    onSuccess: (place) => {
      submitKey.current.succeeded();
      queryClient.setQueryData(placeKey(activityId), place);
    },
    onError: (error) => submitKey.current.failed(error),
  });
}

/** Takes a place for a member; one who has a place keeps it. */
export function useJoinOther(activityId: string) {
  return useSubmit({
    touches: ['queue'],
    send: (personId: string, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/queue-places', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body: { personId },
        }),
      ),
  });
}

interface Setting {
  /** Of the activity. */
  readonly version: number;
  readonly terms: QueueTerms;
}

export function useSetQueue(activityId: string) {
  return useSubmit({
    touches,
    send: ({ version, terms }: Setting, key) =>
      answerOf(
        api.PUT('/api/v1/activities/{activityId}/queue', {
          params: { path: { activityId }, header: submitHeaders(key, version) },
          body: terms,
        }),
      ),
  });
}

export function useRemoveQueue(activityId: string) {
  return useSubmit({
    touches,
    send: (_version: number, key) =>
      answerOf(
        api.DELETE('/api/v1/activities/{activityId}/queue', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}
