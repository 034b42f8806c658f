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

const touches = ['coHost', 'activity', 'agreement'];

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

export function useWithdrawInvitation() {
  return useSubmit({
    touches,
    send: (invitationId: string, key) =>
      answerOf(
        api.POST('/api/v1/co-host-invitations/{invitationId}/withdraw', {
          params: { path: { invitationId }, header: { 'Idempotency-Key': key } },
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
