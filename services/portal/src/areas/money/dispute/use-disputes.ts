import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import { type AnswerFilters, queryOf } from '../confirmation/confirmation.model.js';
import type { Dispute, DisputeMessage, DisputeState } from './dispute.model.js';

/** An upheld dispute reverses its entry; any that ends settles its share. */
const touches = ['dispute', 'confirmation', 'costPool'];

export function fetchDisputes(filters: AnswerFilters<DisputeState>): FetchPage<Dispute> {
  return (page, signal) => {
    const query = { ...page, ...queryOf(filters) };
    return answerOf(api.GET('/api/v1/disputes', { params: { query }, signal }));
  };
}

export function useDisputes(filters: AnswerFilters<DisputeState>) {
  return usePages(['dispute', 'list', filters], fetchDisputes(filters));
}

export function useOneDispute(disputeId: string) {
  return useQuery({
    queryKey: ['dispute', disputeId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/disputes/{disputeId}', { params: { path: { disputeId } }, signal })),
  });
}

export function useTalk(disputeId: string) {
  return usePages<DisputeMessage>(['dispute', disputeId, 'talk'], (page, signal) =>
    answerOf(
      api.GET('/api/v1/disputes/{disputeId}/messages', {
        params: { path: { disputeId }, query: page },
        signal,
      }),
    ),
  );
}

export function useWrite(disputeId: string) {
  return useSubmit({
    send: (text: string, key) =>
      answerOf(
        api.POST('/api/v1/disputes/{disputeId}/messages', {
          params: paramsOf(disputeId, key),
          body: { text },
        }),
      ),
    touches: ['dispute'],
  });
}

export function useRefer(disputeId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/disputes/{disputeId}/refer', {
          params: { path: { disputeId }, header: submitHeaders(key, version) },
        }),
      ),
    touches: ['dispute'],
  });
}

export function useWithdraw(disputeId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/disputes/{disputeId}/withdraw', {
          params: { path: { disputeId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

interface Decision {
  readonly outcome: 'dismissed' | 'upheld';
  readonly reason: string;
}

export function useDecide(disputeId: string, version: number) {
  return useDecision({
    send: (body: Decision, key) =>
      answerOf(
        api.POST('/api/v1/disputes/{disputeId}/decide', {
          params: { path: { disputeId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches,
  });
}

function paramsOf(disputeId: string, key: string) {
  return { path: { disputeId }, header: { 'Idempotency-Key': key } };
}
