import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';

/** How many are unread: one of them is asked for along, and nothing more. */
export function useUnread(isWanted: boolean): number {
  const { data } = useQuery({
    queryKey: ['notice', 'unread'],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/me/notices', { params: { query: { limit: 1, unread: true } }, signal })),
  });
  return data?.unread ?? 0;
}
