import type { components } from '../api/schema.js';
import { type PageKey, standingOf } from './navigation.js';

type Waiting = Pick<components['schemas']['WaitingView'], 'kind' | 'link'>;
type Count = Pick<components['schemas']['WaitingCount'], 'kind' | 'count'>;

/**
 * How much waits for the reader at each page of the navigation. A kind belongs to the page to which its first item
 * leads; one of which nothing was read yet counts nowhere.
 */
export function waitingAt(items: readonly Waiting[], counts: readonly Count[]): ReadonlyMap<PageKey, number> {
  const sums = new Map<PageKey, number>();
  for (const { kind, count } of counts) {
    const first = items.find((item) => item.kind === kind);
    const page = first && standingOf(pathOf(first.link))?.page.key;
    if (page !== undefined) sums.set(page, (sums.get(page) ?? 0) + count);
  }
  return sums;
}

function pathOf(link: string): string {
  return new URL(link, 'https://portal.invalid').pathname;
}
