import type { FetchPage } from '../../../api/use-read.js';

/** Several lists read as one, each to its end before the next. Its cursors say which list they are of: `1:abc`. */
export function pagesInTurn<Item>(lists: readonly FetchPage<Item>[]): FetchPage<Item> {
  return async ({ limit, cursor = '0:' }, signal) => {
    const at = cursor.indexOf(':');
    const index = Number(cursor.slice(0, at));
    const within = cursor.slice(at + 1);
    const list = lists[index];
    if (list === undefined) return { items: [], nextCursor: null };
    const page = await list(within === '' ? { limit } : { limit, cursor: within }, signal);
    if (page.nextCursor !== null) return { ...page, nextCursor: `${index}:${page.nextCursor}` };
    return { ...page, nextCursor: index + 1 < lists.length ? `${index + 1}:` : null };
  };
}
