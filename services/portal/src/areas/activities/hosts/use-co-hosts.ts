import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';

export type CoHost = components['schemas']['CoHostView'];
type Party = components['schemas']['PartyDto'];

/** All that one page may hold: an activity has fewer hosts. */
const pageMax = 200;

export function useCoHosts(activityId: string) {
  return useQuery({
    queryKey: ['coHost', activityId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/co-hosts', {
          params: { path: { activityId }, query: { limit: pageMax } },
          signal,
        }),
      ),
  });
}

/** Who leaves gives seats and tasks back. */
const touches = ['coHost', 'activity', 'agreement', 'activityTask', 'pool'];

interface Invitation {
  readonly party: Party;
  readonly message?: string;
}

export function useInvite(activityId: string) {
  return useSubmit({
    touches,
    send: (body: Invitation, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/co-hosts', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

export function useWithdrawInvitation({ id: invitationId, version }: CoHost) {
  return useDecision({
    touches,
    send: (reason: string | null, key) =>
      answerOf(
        api.POST('/api/v1/co-host-invitations/{invitationId}/withdraw', {
          params: { path: { invitationId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
  });
}

export function useAcceptInvitation({ id: invitationId, version }: CoHost) {
  return useDecision({
    touches,
    send: (_nothing: null, key) =>
      answerOf(
        api.POST('/api/v1/co-host-invitations/{invitationId}/accept', {
          params: { path: { invitationId }, header: submitHeaders(key, version) },
        }),
      ),
  });
}

export function useDeclineInvitation({ id: invitationId, version }: CoHost) {
  return useDecision({
    touches,
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/co-host-invitations/{invitationId}/decline', {
          params: { path: { invitationId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
  });
}

export function useCounterInvitation({ id: invitationId, version }: CoHost) {
  return useDecision({
    touches,
    send: (note: string, key) =>
      answerOf(
        api.POST('/api/v1/co-host-invitations/{invitationId}/counter-propose', {
          params: { path: { invitationId }, header: submitHeaders(key, version) },
          body: { note },
        }),
      ),
  });
}

export type Leaving = components['schemas']['LeavingView'];

/** What would follow if a co-host left: asked for anew each time that somebody looks. */
export function useLeaving({ activityId, id: coHostId }: Pick<CoHost, 'activityId' | 'id'>) {
  return useQuery({
    queryKey: ['coHost', activityId, 'leaving', coHostId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/co-hosts/{coHostId}/leaving', {
          params: { path: { activityId, coHostId } },
          signal,
        }),
      ),
  });
}

export function useLeave({ activityId, id: coHostId, version }: CoHost) {
  return useDecision({
    touches,
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/co-hosts/{coHostId}/leave', {
          params: { path: { activityId, coHostId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
  });
}
