import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { PoolStep, Refund, RefundLine } from './pool-life.model.js';

type Schemas = components['schemas'];
const touches = ['costPool'];
const pageSize = 200;

function paramsOf(costPoolId: string, key: string) {
  return { path: { costPoolId }, header: { 'Idempotency-Key': key } };
}

export function usePoolSummary(costPoolId: string) {
  return useQuery({
    queryKey: ['costPool', costPoolId, 'summary'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/cost-pools/{costPoolId}/summary', { params: { path: { costPoolId } }, signal }),
      ),
  });
}

/** Where the usages of the pool's rule come from; asked only where the rule goes by them. */
export function usePoolUsage(costPoolId: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['costPool', costPoolId, 'usage'],
    enabled: isAsked,
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/cost-pools/{costPoolId}/usage', { params: { path: { costPoolId } }, signal }),
      ),
  });
}

export function usePlannedItems(costPoolId: string) {
  return usePages(['costPool', costPoolId, 'planned'], (page, signal) => {
    const params = { path: { costPoolId }, query: { ...page, limit: pageSize } };
    return answerOf(api.GET('/api/v1/cost-pools/{costPoolId}/planned-items', { params, signal }));
  });
}

export function useSelfPayments(costPoolId: string) {
  return usePages(['costPool', costPoolId, 'selfPaid'], (page, signal) => {
    const params = { path: { costPoolId }, query: { ...page, limit: pageSize } };
    return answerOf(api.GET('/api/v1/cost-pools/{costPoolId}/self-payments', { params, signal }));
  });
}

export function fetchSteps(costPoolId: string): FetchPage<PoolStep> {
  return (page, signal) => {
    const params = { path: { costPoolId }, query: page };
    return answerOf(api.GET('/api/v1/cost-pools/{costPoolId}/steps', { params, signal }));
  };
}

export function usePoolSteps(costPoolId: string) {
  return usePages(['costPool', costPoolId, 'steps'], fetchSteps(costPoolId));
}

export function useRefunds(costPoolId: string) {
  return usePages<Refund>(['costPool', costPoolId, 'refunds'], (page, signal) => {
    const params = { path: { costPoolId }, query: page };
    return answerOf(api.GET('/api/v1/cost-pools/{costPoolId}/refunds', { params, signal }));
  });
}

export function useAddPlanned(costPoolId: string) {
  return useSubmit({
    send: (body: Schemas['AddPlannedItemBody'], key) =>
      answerOf(
        api.POST('/api/v1/cost-pools/{costPoolId}/planned-items', {
          params: paramsOf(costPoolId, key),
          body,
        }),
      ),
    touches,
  });
}

export function useRemovePlanned(costPoolId: string) {
  return useSubmit({
    send: (plannedItemId: string, key) =>
      answerOf(
        api.DELETE('/api/v1/cost-pools/{costPoolId}/planned-items/{plannedItemId}', {
          params: { path: { costPoolId, plannedItemId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    touches,
  });
}

export function useAddSelfPayment(costPoolId: string) {
  return useSubmit({
    send: (body: Schemas['AddSelfPaymentBody'], key) =>
      answerOf(
        api.POST('/api/v1/cost-pools/{costPoolId}/self-payments', {
          params: paramsOf(costPoolId, key),
          body,
        }),
      ),
    touches,
  });
}

export function useRemoveSelfPayment(costPoolId: string) {
  return useSubmit({
    send: (selfPaymentId: string, key) =>
      answerOf(
        api.DELETE('/api/v1/cost-pools/{costPoolId}/self-payments/{selfPaymentId}', {
          params: { path: { costPoolId, selfPaymentId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    touches,
  });
}

export function useOpenSupplement(costPoolId: string) {
  return useSubmit({
    send: (_version: number, key) =>
      answerOf(
        api.POST('/api/v1/cost-pools/{costPoolId}/supplements', { params: paramsOf(costPoolId, key) }),
      ),
    touches,
  });
}

export function useDiscardPool(costPoolId: string) {
  return useSubmit({
    send: (version: number, key) =>
      answerOf(
        api.DELETE('/api/v1/cost-pools/{costPoolId}', {
          params: { path: { costPoolId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

/** A dry run: nothing is changed, so nothing is kept. */
export function usePreviewRefund(costPoolId: string) {
  return useSubmit({
    send: (lines: RefundLine[]) =>
      answerOf(
        api.POST('/api/v1/cost-pools/{costPoolId}/refunds/preview', {
          params: { path: { costPoolId } },
          body: { lines },
        }),
      ),
    touches: [],
  });
}

export function useProposeRefund(costPoolId: string) {
  return useSubmit({
    send: (body: Schemas['ProposeRefundBody'], key) =>
      answerOf(
        api.POST('/api/v1/cost-pools/{costPoolId}/refunds', { params: paramsOf(costPoolId, key), body }),
      ),
    touches,
  });
}

/** What becomes of a refund; a reason where it is returned or taken back. */
export function useDecideRefund({
  costPoolId,
  id: refundId,
  version,
}: Pick<Refund, 'costPoolId' | 'id' | 'version'>) {
  const send = (act: RefundAct, key: string): Promise<Refund> => {
    const params = { path: { costPoolId, refundId }, header: submitHeaders(key, version) };
    switch (act.verb) {
      case 'approve':
        return answerOf(api.POST('/api/v1/cost-pools/{costPoolId}/refunds/{refundId}/approve', { params }));
      case 'withdraw':
        return answerOf(api.POST('/api/v1/cost-pools/{costPoolId}/refunds/{refundId}/withdraw', { params }));
      case 'return':
        return answerOf(
          api.POST('/api/v1/cost-pools/{costPoolId}/refunds/{refundId}/return', {
            params,
            body: { reason: act.reason },
          }),
        );
      case 'reverse':
        return answerOf(
          api.POST('/api/v1/cost-pools/{costPoolId}/refunds/{refundId}/reverse', {
            params,
            body: { reason: act.reason },
          }),
        );
    }
  };
  return useDecision({ send, touches });
}

export type RefundAct =
  | { readonly verb: 'approve' | 'withdraw' }
  | { readonly verb: 'return' | 'reverse'; readonly reason: string };
