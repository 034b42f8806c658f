import { useRead } from '../../../api/use-read.js';

/** The number of unread notices. It comes with a page of the list, so the shortest page is read. */
export function useUnread(isWanted = true): number {
  const { data } = useRead('notice', '/me/notices', isWanted ? { limit: 1, unread: true } : undefined);
  return data?.unread ?? 0;
}
