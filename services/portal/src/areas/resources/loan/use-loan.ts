import { useQueries, useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDecision } from '../../../api/use-decision.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { Loan, LoanState, Role } from './loan-desk.js';

/** A loan takes a time of its resource, and gives it back. */
const touches = ['loan', 'resource'];
const deskMax = 200;

export interface LoanFilters {
  readonly role: Role;
  readonly state?: LoanState;
}

export function fetchLoans(filters: LoanFilters): FetchPage<Loan> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/loans', { params: { query: { ...filters, ...page } }, signal }));
}

export function useLoans(filters: LoanFilters) {
  return usePages(['loan', 'list', filters], fetchLoans(filters));
}

/** All that goes on now on one side, of each state at most 200. */
export function useDesk(role: Role) {
  const states = ['requested', 'approved', 'handedOver'] as const;
  const found = useQueries({
    queries: states.map((state) => ({
      queryKey: ['loan', 'desk', role, state],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        fetchLoans({ role, state })({ limit: deskMax }, signal),
    })),
  });
  const pages = found.map(({ data }) => data);
  const isWhole = pages.every((page) => page !== undefined);
  return {
    loans: isWhole ? pages.flatMap((page) => page?.items ?? []) : undefined,
    hasMore: pages.some((page) => page !== undefined && page.nextCursor !== null),
    error: found.find(({ error }) => error !== null)?.error ?? null,
    refetch: (): void => found.forEach((one) => void one.refetch()),
  };
}

export function useLoan(loanId: string) {
  return useQuery({
    queryKey: ['loan', loanId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/loans/{loanId}', { params: { path: { loanId } }, signal })),
  });
}

export function useRequestLoan() {
  return useSubmit({
    send: (body: components['schemas']['RequestLoanRequest'], key) =>
      answerOf(api.POST('/api/v1/loans', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches: [...touches, 'need'],
  });
}

/** What is done with a loan, with what it needs to be told. */
export type LoanStep =
  | { readonly act: 'approve' | 'giveBack' }
  | { readonly act: 'handOver'; readonly pieces?: string[] }
  | { readonly act: 'refuse'; readonly reason: string }
  | { readonly act: 'cancel'; readonly reason: string | null }
  | { readonly act: 'extend'; readonly endsAt: string };

export function useLoanStep(loan: Loan) {
  return useDecision({ send: (step: LoanStep, key) => sendStep(loan, step, key), touches });
}

function sendStep({ id: loanId, version }: Loan, step: LoanStep, key: string): Promise<Loan> {
  const params = { path: { loanId }, header: submitHeaders(key, version) };
  switch (step.act) {
    case 'approve':
      return answerOf(api.POST('/api/v1/loans/{loanId}/approve', { params }));
    case 'handOver':
      return answerOf(
        api.POST('/api/v1/loans/{loanId}/hand-over', {
          params,
          body: step.pieces === undefined ? {} : { pieces: step.pieces },
        }),
      );
    case 'giveBack':
      return answerOf(api.POST('/api/v1/loans/{loanId}/return', { params, body: {} }));
    case 'refuse':
      return answerOf(api.POST('/api/v1/loans/{loanId}/refuse', { params, body: { reason: step.reason } }));
    case 'cancel':
      return answerOf(api.POST('/api/v1/loans/{loanId}/cancel', { params, body: { reason: step.reason } }));
    case 'extend':
      return answerOf(api.POST('/api/v1/loans/{loanId}/extend', { params, body: { endsAt: step.endsAt } }));
  }
}
