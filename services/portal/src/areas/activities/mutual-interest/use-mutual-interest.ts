import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useSubmit } from '../../../api/use-submit.js';

export type MutualInterest = components['schemas']['MutualInterestView'];
export type Card = components['schemas']['InterestProfileDto'];
export type Other = components['schemas']['InterestParticipantView'];
export type Match = components['schemas']['InterestMatchView'];

/** The noun of the live hint by which two learn at once that they found each other. */
const noun = 'mutualInterest';
const touches = [noun];

export function useMutualInterest(activityId: string) {
  return useQuery({
    queryKey: [noun, activityId],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/mutual-interest', { params: { path: { activityId } } }),
      ),
  });
}

export function useTakePart(activityId: string) {
  return useSubmit({
    touches,
    send: (body: Card, key) =>
      answerOf(
        api.PUT('/api/v1/activities/{activityId}/mutual-interest/me', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

export function useLeave(activityId: string) {
  return useSubmit({
    touches,
    send: (_nothing: object, key) =>
      answerOf(
        api.DELETE('/api/v1/activities/{activityId}/mutual-interest/me', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}

export function useChoice(activityId: string) {
  return useSubmit({
    touches,
    send: ({ participantId, yes }: { readonly participantId: string; readonly yes: boolean }, key) => {
      const params = { path: { activityId, participantId }, header: { 'Idempotency-Key': key } };
      const path = '/api/v1/activities/{activityId}/mutual-interest/choices/{participantId}';
      return answerOf(yes ? api.PUT(path, { params }) : api.DELETE(path, { params }));
    },
  });
}
