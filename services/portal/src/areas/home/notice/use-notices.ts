import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Notice = components['schemas']['NoticeView'];

const pageSize = 50;
const touches = ['notice'];

/** The inbox, page by page, with how many are unread. */
export function useNotices(isUnreadOnly: boolean) {
  const query = useInfiniteQuery({
    queryKey: ['notice', 'list', isUnreadOnly],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: pageSize,
        ...(pageParam === null ? {} : { cursor: pageParam }),
        ...(isUnreadOnly ? { unread: true } : {}),
      };
      return answerOf(api.GET('/api/v1/me/notices', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  return { ...query, items: pages?.flatMap((page) => page.items), unread: pages?.[0]?.unread ?? 0 };
}

export function useReadNotice() {
  return useSubmit({
    touches,
    send: (noticeId: string, key) =>
      answerOf(
        api.POST('/api/v1/me/notices/{noticeId}/read', {
          params: { path: { noticeId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}

export function useReadAllNotices() {
  return useSubmit({
    touches,
    send: (upTo: string, key) =>
      answerOf(
        api.POST('/api/v1/me/notices/read-all', {
          params: { header: { 'Idempotency-Key': key } },
          body: { upTo },
        }),
      ),
  });
}
