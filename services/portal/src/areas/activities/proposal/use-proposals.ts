import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type Seen, useDecision } from '../../../api/use-decision.js';
import { usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type WaitingProposal = components['schemas']['WaitingProposalView'];
export type ProposalWish = components['schemas']['ProposeActivityRequest'];

export function useWaitingProposals() {
  return usePages<WaitingProposal>(['proposal', 'waiting'], (page, signal) =>
    answerOf(
      api.GET('/api/v1/activity-proposals', { params: { query: { ...page, waitingForMe: true } }, signal }),
    ),
  );
}

const touches = ['activity', 'proposal'];

export function usePropose() {
  return useSubmit({
    touches,
    send: (body: ProposalWish, key) =>
      answerOf(
        api.POST('/api/v1/activity-proposals', { params: { header: { 'Idempotency-Key': key } }, body }),
      ),
  });
}

export function useSponsor({ id: activityId, version }: Seen) {
  return useDecision({
    touches,
    send: (_input: null, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/sponsor', {
          params: { path: { activityId }, header: submitHeaders(key, version) },
        }),
      ),
  });
}

export function useDecline({ id: activityId, version }: Seen) {
  return useDecision({
    touches,
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/decline-proposal', {
          params: { path: { activityId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
  });
}

export function useRenew({ id: activityId, version }: Seen) {
  return useDecision({
    touches,
    send: (_input: null, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/renew-proposal', {
          params: { path: { activityId }, header: submitHeaders(key, version) },
        }),
      ),
  });
}
