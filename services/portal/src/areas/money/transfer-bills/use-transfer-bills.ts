import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type TransferTrace = Schemas['TransferTraceView'];
export type TransferPart = Schemas['TransferPartView'];
export type TracedLine = Schemas['TracedLineView'];
export type TracedTransfer = Schemas['TracedTransferView'];

/** The bills behind a transfer of a run. */
export function useTransferTrace(nettingRunId: string, number: number) {
  return useQuery({
    queryKey: ['nettingRun', nettingRunId, 'transfer', number],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/netting-runs/{nettingRunId}/transfers/{number}', {
          params: { path: { nettingRunId, number: String(number) } },
          signal,
        }),
      ),
  });
}

/** The bills behind a payment, as far as the reader may see them. */
export function usePaymentBills(paymentId: string) {
  return useQuery({
    queryKey: ['payment', paymentId, 'bills'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/payments/{paymentId}/bills', { params: { path: { paymentId } }, signal })),
  });
}

export function usePayment(paymentId: string) {
  return useQuery({
    queryKey: ['payment', paymentId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/payments/{paymentId}', { params: { path: { paymentId } }, signal })),
  });
}
