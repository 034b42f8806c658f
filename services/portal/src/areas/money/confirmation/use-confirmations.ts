import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import {
  type AnswerFilters,
  type ConfirmationState,
  type ConfirmationSummary,
  queryOf,
} from './confirmation.model.js';

const pageSizeMax = 200;

export function fetchConfirmations(
  filters: AnswerFilters<ConfirmationState>,
): FetchPage<ConfirmationSummary> {
  return (page, signal) => {
    const query = { ...page, ...queryOf(filters) };
    return answerOf(api.GET('/api/v1/confirmations', { params: { query }, signal }));
  };
}

export function useConfirmations(filters: AnswerFilters<ConfirmationState>) {
  return usePages(['confirmation', 'list', filters], fetchConfirmations(filters));
}

/** All that were asked of a pool. */
export function useConfirmationsOf(costPoolId: string) {
  return usePages<ConfirmationSummary>(['confirmation', 'pool', costPoolId], (page, signal) => {
    const query = { ...page, limit: pageSizeMax, costPoolId };
    return answerOf(api.GET('/api/v1/confirmations', { params: { query }, signal }));
  });
}

export function useConfirmation(confirmationId: string) {
  return useQuery({
    queryKey: ['confirmation', confirmationId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/confirmations/{confirmationId}', { params: { path: { confirmationId } }, signal }),
      ),
  });
}

export function useConfirm(confirmationId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/confirmations/{confirmationId}/confirm', {
          params: { path: { confirmationId }, header: submitHeaders(key, version) },
        }),
      ),
    touches: ['confirmation'],
  });
}

interface Complaint {
  readonly reason: string;
  readonly itemId?: string;
}

export function useDispute(confirmationId: string, version: number) {
  return useDecision({
    send: (body: Complaint, key) =>
      answerOf(
        api.POST('/api/v1/confirmations/{confirmationId}/dispute', {
          params: { path: { confirmationId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches: ['confirmation', 'dispute'],
  });
}
