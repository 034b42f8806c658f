import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import type { Payment } from './payment.model.js';

/** What is settled or given up is posted. */
const touches = ['payment', 'entry', 'account', 'statement'];
/** Of the open ones a view takes its part: they are asked for in large pages. */
const pageSizeMax = 200;

export interface PaymentFilter {
  readonly state: Payment['state'];
  readonly nettingRunId?: string;
  readonly q?: string;
}

export function fetchPayments(filter: PaymentFilter): FetchPage<Payment> {
  return (page, signal) =>
    answerOf(
      api.GET('/api/v1/payments', { params: { query: { ...page, limit: pageSizeMax, ...filter } }, signal }),
    );
}

export function usePayments(filter: PaymentFilter) {
  return usePages(['payment', 'list', filter], fetchPayments(filter));
}

export function useConfirmSent(paymentId: string, version: number) {
  return useDecision({
    send: (bankReference: string, key) =>
      answerOf(
        api.POST('/api/v1/payments/{paymentId}/confirm-sent', {
          params: { path: { paymentId }, header: submitHeaders(key, version) },
          body: { bankReference },
        }),
      ),
    touches,
  });
}

export function useConfirmReceived(paymentId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/payments/{paymentId}/confirm-received', {
          params: { path: { paymentId }, header: submitHeaders(key, version) },
          body: {},
        }),
      ),
    touches,
  });
}

export function useFailPayment(paymentId: string, version: number) {
  return useDecision({
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/payments/{paymentId}/fail', {
          params: { path: { paymentId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
    touches,
  });
}
