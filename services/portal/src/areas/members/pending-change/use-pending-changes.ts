import { queryOptions } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type PendingChange = components['schemas']['PendingChangeView'];

/** Which of the lists: what I may decide, what I have proposed or is about me, what concerns my unions. */
export const pendingChangeLists = ['waitingForMe', 'mine', 'all'] as const;
export type PendingChangeList = (typeof pendingChangeLists)[number];

export function usePendingChanges(list: PendingChangeList) {
  return usePages<PendingChange>(['pendingChange', 'list', list], (page, signal) => {
    const query = list === 'all' ? page : { ...page, [list]: true };
    return answerOf(api.GET('/api/v1/pending-changes', { params: { query }, signal }));
  });
}

/** What waits at one union, or is offered: roles, and its own name and tier. */
export function useWaitingAt(unionId: string) {
  return usePages<PendingChange>(['pendingChange', 'union', unionId], (page, signal) => {
    const query = { ...page, unionId, open: true };
    return answerOf(api.GET('/api/v1/pending-changes', { params: { query }, signal }));
  });
}

export function pendingChangeQuery(pendingChangeId: string) {
  return queryOptions({
    queryKey: ['pendingChange', pendingChangeId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/pending-changes/{pendingChangeId}', {
          params: { path: { pendingChangeId } },
          signal,
        }),
      ),
  });
}

/** What is confirmed shows where it takes effect; one's own roles may be among it. */
const touches = ['pendingChange', 'role', 'union', 'enterprise', 'party', 'me'];

export function useConfirmChange() {
  return useSubmit({
    touches,
    send: (pendingChangeId: string, key) =>
      answerOf(
        api.POST('/api/v1/pending-changes/{pendingChangeId}/confirm', {
          params: { path: { pendingChangeId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}

export function useWithdrawChange() {
  return useSubmit({
    touches,
    send: (pendingChangeId: string, key) =>
      answerOf(
        api.POST('/api/v1/pending-changes/{pendingChangeId}/withdraw', {
          params: { path: { pendingChangeId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}

export function useRefuseChange(pendingChangeId: string) {
  return useSubmit({
    touches,
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/pending-changes/{pendingChangeId}/refuse', {
          params: { path: { pendingChangeId }, header: { 'Idempotency-Key': key } },
          body: { reason },
        }),
      ),
  });
}
