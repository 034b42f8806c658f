import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { CostItem, CostPool, CostPoolSummary, PoolState } from './cost-pool.model.js';

const touches = ['costPool'];
/** An approved pool is a posted one. */
const touchesBooks = ['costPool', 'entry', 'account', 'statement'];
const itemsPageSize = 200;

export interface PoolFilters {
  readonly state?: PoolState;
  readonly q?: string;
}

export function fetchPools(filters: PoolFilters): FetchPage<CostPoolSummary> {
  return (page, signal) => {
    const query = { ...page, ...filters };
    return answerOf(api.GET('/api/v1/cost-pools', { params: { query }, signal }));
  };
}

export function useCostPools(filters: PoolFilters) {
  return usePages(['costPool', 'list', filters], fetchPools(filters));
}

export function useCostPool(costPoolId: string) {
  return useQuery({
    queryKey: ['costPool', costPoolId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/cost-pools/{costPoolId}', { params: { path: { costPoolId } }, signal })),
  });
}

export function useCostItems(costPoolId: string) {
  return usePages<CostItem>(['costPool', costPoolId, 'items'], (page, signal) =>
    answerOf(
      api.GET('/api/v1/cost-pools/{costPoolId}/items', {
        params: { path: { costPoolId }, query: { ...page, limit: itemsPageSize } },
        signal,
      }),
    ),
  );
}

/** The agreement that was copied into the pool: what it says of the rule. */
export function useAgreement(agreementId: string) {
  return useQuery({
    queryKey: ['agreement', agreementId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/agreements/{agreementId}', { params: { path: { agreementId } }, signal })),
  });
}

/** Activities that are over and have an agreement: those that a pool can be opened for. */
export function useClosedActivities(q: string) {
  return usePages(['activity', 'closed', q], async (page, signal) => {
    const query = { ...page, state: 'closed' as const, ...(q === '' ? {} : { q }) };
    const { items, nextCursor } = await answerOf(
      api.GET('/api/v1/activities', { params: { query }, signal }),
    );
    return { items: items.filter(({ agreementId }) => agreementId !== null), nextCursor };
  });
}

export function useOpenPool() {
  return useSubmit({
    send: (activityId: string, key) =>
      answerOf(
        api.POST('/api/v1/cost-pools', {
          params: { header: { 'Idempotency-Key': key } },
          body: { activityId },
        }),
      ),
    touches,
  });
}

export function useAddItem(costPoolId: string) {
  return useSubmit({
    send: (body: components['schemas']['AddCostItemBody'], key) =>
      answerOf(
        api.POST('/api/v1/cost-pools/{costPoolId}/items', {
          params: { path: { costPoolId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    touches,
  });
}

export function useRemoveItem(pool: CostPool) {
  return useSubmit({
    send: ({ itemId, version }: { readonly itemId: string; readonly version: number }, key) =>
      answerOf(
        api.DELETE('/api/v1/cost-pools/{costPoolId}/items/{itemId}', {
          params: { path: { costPoolId: pool.id, itemId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

interface ComputedBy {
  readonly usage: Record<string, number> | null;
  /** Why it is another than what the loans say. */
  readonly usageReason: string | null;
  readonly version: number;
}

/** @returns the mutation; its input is the usage of each party, null where the rule asks for none */
export function useComputeShares(costPoolId: string) {
  return useSubmit({
    // The version is part of the input, so that computing again after a change is another submit.
    send: ({ usage, usageReason }: ComputedBy, key) =>
      answerOf(
        api.POST('/api/v1/cost-pools/{costPoolId}/shares', {
          params: { path: { costPoolId }, header: { 'Idempotency-Key': key } },
          body: usage === null ? {} : { usage, usageReason },
        }),
      ),
    touches,
  });
}

export function useSubmitPool(costPoolId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/cost-pools/{costPoolId}/submit', {
          params: { path: { costPoolId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

export function useApprovePool(costPoolId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/cost-pools/{costPoolId}/approve', {
          params: { path: { costPoolId }, header: submitHeaders(key, version) },
        }),
      ),
    touches: touchesBooks,
  });
}

export function useReturnPool(costPoolId: string, version: number) {
  return useDecision({
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/cost-pools/{costPoolId}/return', {
          params: { path: { costPoolId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
    touches,
  });
}
