import { expect, it } from '@jest/globals';
import type { FetchPage } from '../../../api/use-read.js';
import { pagesInTurn } from './pages-in-turn.js';

/** A list that answers with these pages; its cursors are their numbers. */
const listOf =
  (...pages: string[][]): FetchPage<string> =>
  ({ cursor = '0' }) => {
    const next = Number(cursor) + 1;
    return Promise.resolve({
      items: pages[Number(cursor)] ?? [],
      nextCursor: next < pages.length ? String(next) : null,
    });
  };

it('reads each list to its end before the next, also one that is empty', async () => {
  const fetchPage = pagesInTurn([listOf(['a', 'b'], ['c']), listOf([]), listOf(['d'])]);
  const seen: (readonly string[])[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await fetchPage(
      cursor === undefined ? { limit: 2 } : { limit: 2, cursor },
      AbortSignal.timeout(1_000),
    );
    seen.push(page.items);
    cursor = page.nextCursor;
  }
  expect(seen).toEqual([['a', 'b'], ['c'], [], ['d']]);
});
