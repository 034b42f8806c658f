import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type Reconciliation = Schemas['ReconciliationSummaryView'];
export type Difference = Schemas['LedgerDifferenceView'];

const freshMs = 1_000;

export function useSeal() {
  return useQuery({
    queryKey: ['ledgerSeal'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/ledger/seal', { signal })),
  });
}

export const fetchReconciliations: FetchPage<Reconciliation> = (page, signal) =>
  answerOf(api.GET('/api/v1/ledger/reconciliations', { params: { query: page }, signal }));

export function useReconciliations() {
  return usePages(['reconciliation', 'list'], fetchReconciliations);
}

/** Asked again while it runs. */
export function useReconciliation(reconciliationId: string) {
  return useQuery({
    queryKey: ['reconciliation', reconciliationId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/ledger/reconciliations/{reconciliationId}', {
          params: { path: { reconciliationId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? freshMs : false),
  });
}

export function useReconcile() {
  return useSubmit({
    send: (_nothing: object, key) =>
      answerOf(
        api.POST('/api/v1/ledger/reconciliations', { params: { header: { 'Idempotency-Key': key } } }),
      ),
    touches: ['reconciliation'],
  });
}
