import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type Budget = Schemas['BudgetView'];
export type BudgetSummary = Schemas['BudgetSummaryView'];
export type BudgetReport = Schemas['BudgetReportView'];
export type BudgetState = Budget['state'];
export type BudgetLine = Schemas['BudgetLineDto'];
export type ExpenseCode = BudgetLine['expenseCode'];
const touches = ['budget'];

export interface BudgetFilters {
  readonly state?: BudgetState;
  readonly year?: number;
  readonly union?: string;
}

export function fetchBudgets(filters: BudgetFilters): FetchPage<BudgetSummary> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/budgets', { params: { query: { ...page, ...filters } }, signal }));
}

export function useBudgets(filters: BudgetFilters) {
  return usePages(['budget', 'list', filters], fetchBudgets(filters));
}

export function useBudget(budgetId: string) {
  return useQuery({
    queryKey: ['budget', budgetId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/budgets/{budgetId}', { params: { path: { budgetId } }, signal })),
  });
}

export function useBudgetReport(budgetId: string) {
  return useQuery({
    queryKey: ['budget', budgetId, 'report'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/budgets/{budgetId}/report', { params: { path: { budgetId } }, signal })),
  });
}

/** The end of the year as it would be; nothing is saved. */
export function useWhatIf(budgetId: string, lines: Schemas['WhatIfLineDto'][]) {
  return useQuery({
    queryKey: ['budget', budgetId, 'whatIf', lines],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/budgets/{budgetId}/what-if', {
          params: { path: { budgetId } },
          body: { lines },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  });
}

export function useCreateBudget() {
  return useSubmit({
    send: (body: Schemas['CreateBudgetRequest'], key) =>
      answerOf(api.POST('/api/v1/budgets', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches,
  });
}

export function useChangeBudget(budgetId: string) {
  return useSubmit({
    send: ({ lines, version }: { readonly lines: BudgetLine[]; readonly version: number }, key) =>
      answerOf(
        api.PUT('/api/v1/budgets/{budgetId}/lines', {
          params: { path: { budgetId }, header: submitHeaders(key, version) },
          body: { lines },
        }),
      ),
    touches,
  });
}

/** The version is part of the input, so that submitting again after a return is another submit. */
export function useSubmitBudget(budgetId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/budgets/{budgetId}/submit', {
          params: { path: { budgetId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

export function useAdoptBudget(budgetId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/budgets/{budgetId}/adopt', {
          params: { path: { budgetId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

export function useReturnBudget(budgetId: string, version: number) {
  return useDecision({
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/budgets/{budgetId}/return', {
          params: { path: { budgetId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
    touches,
  });
}

export function useAmendBudget(budgetId: string, version: number) {
  return useDecision({
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/budgets/{budgetId}/amendments', {
          params: { path: { budgetId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
    touches,
  });
}
