import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import { type BankLine, type BankStatement, type LineFilters, usedOf } from './bank-statement.model.js';

type Schemas = components['schemas'];

/** What a line confirms is posted. */
const touches = ['bankStatement', 'payment', 'entry', 'account', 'statement'];

export const fetchStatements: FetchPage<BankStatement> = (page, signal) =>
  answerOf(api.GET('/api/v1/bank-statements', { params: { query: { ...page } }, signal }));

export function useStatements() {
  return usePages(['bankStatement', 'list'], fetchStatements);
}

export function useBankStatement(bankStatementId: string) {
  return useQuery({
    queryKey: ['bankStatement', bankStatementId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/bank-statements/{bankStatementId}', {
          params: { path: { bankStatementId } },
          signal,
        }),
      ),
  });
}

export function fetchBankLines(bankStatementId: string, { view, q }: LineFilters): FetchPage<BankLine> {
  return (page, signal) =>
    answerOf(
      api.GET('/api/v1/bank-statements/{bankStatementId}/lines', {
        params: {
          path: { bankStatementId },
          query: { ...page, ...usedOf(view), ...(q === '' ? {} : { q }) },
        },
        signal,
      }),
    );
}

export function useBankLines(bankStatementId: string, filters: LineFilters) {
  return usePages(
    ['bankStatement', bankStatementId, 'lines', filters],
    fetchBankLines(bankStatementId, filters),
  );
}

export function useImportStatement() {
  return useSubmit({
    send: (body: Schemas['ImportBankStatementRequest'], key) =>
      answerOf(api.POST('/api/v1/bank-statements', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches: ['bankStatement'],
  });
}

/** @returns the mutation; its input is the payment that the line is taken for */
export function useConfirmLine(bankStatementId: string, number: number) {
  return useSubmit({
    send: (paymentId: string, key) =>
      answerOf(
        api.POST('/api/v1/bank-statements/{bankStatementId}/confirm-line', {
          params: { path: { bankStatementId }, header: { 'Idempotency-Key': key } },
          body: { number, paymentId },
        }),
      ),
    touches,
  });
}

/** @returns the mutation; its input is the version that was seen */
export function useUndoStatement(bankStatementId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/bank-statements/{bankStatementId}/undo', {
          params: { path: { bankStatementId }, header: submitHeaders(key, version) },
        }),
      ),
    touches: ['bankStatement'],
  });
}
