import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import {
  type Mode,
  modes,
  type NamedDebt,
  type NettingLine,
  type NettingRunSummary,
  type RunFilters,
} from './netting.model.js';

const pageSizeMax = 200;

export function fetchRuns(filters: RunFilters): FetchPage<NettingRunSummary> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/netting-runs', { params: { query: { ...filters, ...page } }, signal }));
}

export function useRuns(filters: RunFilters) {
  return usePages(['nettingRun', 'list', filters], fetchRuns(filters));
}

export function useRun(nettingRunId: string) {
  return useQuery({
    queryKey: ['nettingRun', nettingRunId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/netting-runs/{nettingRunId}', { params: { path: { nettingRunId } }, signal }),
      ),
  });
}

export function useLines(nettingRunId: string) {
  return usePages<NettingLine>(['nettingRun', nettingRunId, 'lines'], (page, signal) =>
    answerOf(
      api.GET('/api/v1/netting-runs/{nettingRunId}/lines', {
        params: { path: { nettingRunId }, query: { ...page, limit: pageSizeMax } },
        signal,
      }),
    ),
  );
}

export function useProposeRun() {
  return useSubmit({
    send: (body: components['schemas']['CreateNettingRunRequest'], key) =>
      answerOf(api.POST('/api/v1/netting-runs', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches: ['nettingRun'],
  });
}

export function useConfirmRun(nettingRunId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/netting-runs/{nettingRunId}/confirm', {
          params: { path: { nettingRunId }, header: submitHeaders(key, version) },
        }),
      ),
    touches: ['nettingRun', 'payment', 'entry', 'account', 'statement'],
  });
}

/** @returns the mutation; its input is the reason */
export function useWithdrawRun(nettingRunId: string, version: number) {
  return useDecision({
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/netting-runs/{nettingRunId}/withdraw', {
          params: { path: { nettingRunId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
    touches: ['nettingRun'],
  });
}

export type Preview = components['schemas']['PreviewNettingView'];

export interface ModeResult extends Preview {
  readonly mode: Mode;
}

/** The same debts by each of the modes; nothing is saved. */
export function usePreviews(debts: readonly NamedDebt[], hub: string | undefined) {
  return useQuery({
    queryKey: ['nettingPreview', debts, hub],
    queryFn: ({ signal }) =>
      Promise.all(
        modes
          .filter((mode) => mode !== 'hub' || hub !== undefined)
          .map(async (mode): Promise<ModeResult> => {
            const answer = await answerOf(
              api.POST('/api/v1/previews/netting', {
                body: {
                  mode,
                  hub: mode === 'hub' ? (hub ?? null) : null,
                  debts: debts.map(({ from, to, amount }) => ({
                    from,
                    to,
                    amount: { amount: amount.amount, currency: 'CNY' as const },
                  })),
                },
                signal,
              }),
            );
            return { ...answer, mode };
          }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
