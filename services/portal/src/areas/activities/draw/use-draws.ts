import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Draw = components['schemas']['DrawView'];
export type DrawEntry = components['schemas']['DrawEntryView'];
export type DrawProof = components['schemas']['DrawProofView'];
export type NewDraw = components['schemas']['CreateDrawBody'];
export type DrawSignUp = components['schemas']['EnterDrawBody'];

const touches = ['draw'];
/** While results are being given one sees how far it is. */
const givingMs = 1_500;

export function useDraw(drawId: string) {
  return useQuery({
    queryKey: ['draw', drawId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/draws/{drawId}', { params: { path: { drawId } }, signal })),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isAboutToChange(state.data) ? givingMs : false,
  });
}

/** Closed and not yet drawn: the answer of a moment ago is old. */
function isAboutToChange({ state, closesAt }: Draw): boolean {
  return state === 'frozen' || (state === 'open' && new Date(closesAt) <= new Date());
}

export function useDraws(activityId: string) {
  return useQuery({
    queryKey: ['draw', 'of', activityId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/draws', { params: { path: { activityId } }, signal }),
      ),
  });
}

/** Never another one: what is published of a draw stands. */
export function useDrawProof(drawId: string) {
  return useQuery({
    queryKey: ['drawProof', drawId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/draws/{drawId}/proof', { params: { path: { drawId } }, signal })),
    staleTime: Infinity,
    retry: false,
  });
}

export function useCreateDraw(activityId: string) {
  return useSubmit({
    touches,
    send: (body: NewDraw, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/draws', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

interface DrawChange {
  readonly version: number;
  readonly change: NewDraw;
}

export function useChangeDraw(drawId: string) {
  return useSubmit({
    touches,
    send: ({ version, change }: DrawChange, key) =>
      answerOf(
        api.PATCH('/api/v1/draws/{drawId}', {
          params: { path: { drawId }, header: submitHeaders(key, version) },
          body: change,
        }),
      ),
  });
}

export function useCancelDraw({ id: drawId, version }: Draw) {
  return useDecision({
    touches,
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/draws/{drawId}/cancel', {
          params: { path: { drawId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
  });
}

export function useEnterDraw(drawId: string) {
  return useSubmit({
    touches,
    send: (body: DrawSignUp, key) =>
      answerOf(
        api.POST('/api/v1/draws/{drawId}/entries', {
          params: { path: { drawId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

/** @param enteredAt of the entry that is withdrawn: one that is made later is another one to withdraw */
export function useWithdrawEntry(drawId: string) {
  return useSubmit({
    touches,
    send: (_enteredAt: string, key) =>
      answerOf(
        api.POST('/api/v1/draws/{drawId}/withdraw-entry', {
          params: { path: { drawId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}
