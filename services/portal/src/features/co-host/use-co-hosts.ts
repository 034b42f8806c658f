import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import type { components } from '../../api/schema.js';
import { useSubmit } from '../../api/use-submit.js';

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

interface Withdrawal {
  readonly invitationId: string;
  readonly reason?: string;
}

export function useWithdrawInvitation() {
  return useSubmit({
    touches,
    send: ({ invitationId, reason }: Withdrawal, key) =>
      answerOf(
        api.POST('/api/v1/co-host-invitations/{invitationId}/withdraw', {
          params: { path: { invitationId }, header: { 'Idempotency-Key': key } },
          body: { reason: reason ?? null },
        }),
      ),
  });
}

export function useAcceptInvitation() {
  return useSubmit({
    touches,
    send: (invitationId: string, key) =>
      answerOf(
        api.POST('/api/v1/co-host-invitations/{invitationId}/accept', {
          params: { path: { invitationId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}

interface Decline {
  readonly invitationId: string;
  readonly reason: string;
}

export function useDeclineInvitation() {
  return useSubmit({
    touches,
    send: ({ invitationId, reason }: Decline, key) =>
      answerOf(
        api.POST('/api/v1/co-host-invitations/{invitationId}/decline', {
          params: { path: { invitationId }, header: { 'Idempotency-Key': key } },
          body: { reason },
        }),
      ),
  });
}

interface Counter {
  readonly invitationId: string;
  readonly note: string;
}

export function useCounterInvitation() {
  return useSubmit({
    touches,
    send: ({ invitationId, note }: Counter, key) =>
      answerOf(
        api.POST('/api/v1/co-host-invitations/{invitationId}/counter-propose', {
          params: { path: { invitationId }, header: { 'Idempotency-Key': key } },
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

export function useLeave({ activityId, id: coHostId }: Pick<CoHost, 'activityId' | 'id'>) {
  return useSubmit({
    touches,
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/co-hosts/{coHostId}/leave', {
          params: { path: { activityId, coHostId }, header: { 'Idempotency-Key': key } },
          body: { reason },
        }),
      ),
  });
}
