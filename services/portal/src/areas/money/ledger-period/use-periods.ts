import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type Period = Schemas['PeriodSummaryView'];
export type PeriodWithHistory = Schemas['PeriodView'];

export const fetchPeriods: FetchPage<Period> = (page, signal) =>
  answerOf(api.GET('/api/v1/ledger/periods', { params: { query: page }, signal }));

const freshMs = 2_000;

export function usePeriods() {
  return usePages(['ledgerPeriod', 'list'], fetchPeriods);
}

/** Asked again while its balances are being written. */
export function usePeriod(month: string) {
  return useQuery({
    queryKey: ['ledgerPeriod', month],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/ledger/periods/{month}', { params: { path: { month } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'closing' ? freshMs : false),
  });
}

export function useClosePeriod(month: string) {
  return useSubmit({
    send: (_nothing: object, key) =>
      answerOf(
        api.POST('/api/v1/ledger/periods/{month}/close', {
          params: { path: { month }, header: { 'Idempotency-Key': key } },
        }),
      ),
    touches: ['ledgerPeriod'],
  });
}

export function useReopenPeriod(month: string) {
  return useSubmit({
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/ledger/periods/{month}/reopen', {
          params: { path: { month }, header: { 'Idempotency-Key': key } },
          body: { reason },
        }),
      ),
    touches: ['ledgerPeriod'],
  });
}
