import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDecision } from '../../../api/use-decision.js';
import { usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type Hours = Schemas['OpeningHoursView'];
export type HoursBody = Schemas['SetOpeningHoursBody'];
export type Rule = Schemas['LendingRuleView'];
export type Effect = Schemas['LendingEffectView'];
export type RuleBody = Schemas['SetLendingRuleBody'];
export type LoanSeries = Schemas['LoanSeriesView'];
export type LoanSeriesPreview = Schemas['LoanSeriesPreviewView'];
export type LoanSeriesWish = Schemas['CreateLoanSeriesRequest'];
export type Wait = Schemas['LoanWaitView'];

const ofLoans = ['loan', 'resource', 'loanSeries', 'loanWait'];

export function useHours(resourceId: string) {
  return useQuery({
    queryKey: ['resource', resourceId, 'openingHours'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/resources/{resourceId}/opening-hours', { params: { path: { resourceId } }, signal }),
      ),
  });
}

export function useRule(resourceId: string) {
  return useQuery({
    queryKey: ['resource', resourceId, 'lendingRule'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/resources/{resourceId}/lending-rule', { params: { path: { resourceId } }, signal }),
      ),
  });
}

interface Versioned<Body> {
  readonly version: number;
  readonly body: Body;
}

export function useSetHours(resourceId: string) {
  return useSubmit({
    touches: ['resource'],
    send: ({ version, body }: Versioned<HoursBody>, key) =>
      answerOf(
        api.PUT('/api/v1/resources/{resourceId}/opening-hours', {
          params: { path: { resourceId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}

export function useSetRule(resourceId: string) {
  return useSubmit({
    touches: ['resource'],
    send: ({ version, body }: Versioned<RuleBody>, key) =>
      answerOf(
        api.PUT('/api/v1/resources/{resourceId}/lending-rule', {
          params: { path: { resourceId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}

export function useMoveLoan({ id: loanId, version }: Schemas['LoanView']) {
  return useDecision({
    touches: ofLoans,
    send: (body: Schemas['MoveLoanBody'], key) =>
      answerOf(
        api.POST('/api/v1/loans/{loanId}/move', {
          params: { path: { loanId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}

export function useLoanMoves(loanId: string) {
  return usePages(['loan', loanId, 'moves'], (page, signal) =>
    answerOf(api.GET('/api/v1/loans/{loanId}/moves', { params: { path: { loanId }, query: page }, signal })),
  );
}

/** What a series would be at this moment. What was shown stays until the next answer is there. */
export function useLoanSeriesPreview(wish: LoanSeriesWish | null) {
  return useQuery({
    queryKey: ['loanSeriesPreview', wish],
    queryFn: ({ signal }) =>
      answerOf(api.POST('/api/v1/loan-series/preview', { body: wish as LoanSeriesWish, signal })),
    enabled: wish !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useCreateLoanSeries() {
  return useSubmit({
    touches: ofLoans,
    send: (body: LoanSeriesWish, key) =>
      answerOf(api.POST('/api/v1/loan-series', { params: { header: { 'Idempotency-Key': key } }, body })),
  });
}

export function useLoanSeries(seriesId: string) {
  return useQuery({
    queryKey: ['loanSeries', seriesId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/loan-series/{seriesId}', { params: { path: { seriesId } }, signal })),
  });
}

/** The series that a loan is part of, where it is part of one. */
export function useSeriesOf(loanId: string) {
  return useQuery({
    queryKey: ['loanSeries', 'of', loanId],
    queryFn: async ({ signal }) => {
      const { items } = await answerOf(
        api.GET('/api/v1/loan-series', { params: { query: { loanId, limit: 1 } }, signal }),
      );
      return items[0] ?? null;
    },
  });
}

export function useCancelLoanSeries({ id: seriesId, version }: LoanSeries) {
  return useDecision({
    touches: ofLoans,
    send: (body: Schemas['CancelLoanSeriesBody'], key) =>
      answerOf(
        api.POST('/api/v1/loan-series/{seriesId}/cancel', {
          params: { path: { seriesId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}

export function useMyWaits() {
  return usePages(['loanWait', 'mine'], (page, signal) =>
    answerOf(api.GET('/api/v1/me/loan-waits', { params: { query: page }, signal })),
  );
}

export function useWait(waitId: string) {
  return useQuery({
    queryKey: ['loanWait', waitId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/loan-waits/{waitId}', { params: { path: { waitId } }, signal })),
  });
}

/** Who waits for a resource, for whoever keeps it. */
export function useWaitsOf(resourceId: string) {
  return usePages(['loanWait', 'of', resourceId], (page, signal) =>
    answerOf(
      api.GET('/api/v1/resources/{resourceId}/waits', {
        params: { path: { resourceId }, query: page },
        signal,
      }),
    ),
  );
}

export function useJoinLine(resourceId: string) {
  return useSubmit({
    touches: ofLoans,
    send: (body: Schemas['CreateLoanWaitBody'], key) =>
      answerOf(
        api.POST('/api/v1/resources/{resourceId}/waits', {
          params: { path: { resourceId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

export function useWaitStep(waitId: string) {
  return useSubmit({
    touches: ofLoans,
    send: (act: 'accept' | 'withdraw', key) => {
      const params = { path: { waitId }, header: { 'Idempotency-Key': key } };
      return act === 'accept'
        ? answerOf(api.POST('/api/v1/loan-waits/{waitId}/accept', { params }))
        : answerOf(api.POST('/api/v1/loan-waits/{waitId}/withdraw', { params }));
    },
  });
}

export function useImportLoans(resourceId: string) {
  return useSubmit({
    touches: ofLoans,
    send: (body: Schemas['ImportLoansBody'], key) =>
      answerOf(
        api.POST('/api/v1/resources/{resourceId}/loan-imports', {
          params: { path: { resourceId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}
