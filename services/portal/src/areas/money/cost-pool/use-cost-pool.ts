import { pagesOf, useList, usePages, useRead } from '../../../api/use-read.js';

export function useCostPool(costPoolId: string) {
  return useRead('costPool', '/cost-pools/{costPoolId}', { costPoolId });
}

/** In the largest pages, because the chart of the shares adds up the bills that are loaded. */
export function useCostItems(costPoolId: string) {
  return useList('costPool', '/cost-pools/{costPoolId}/items', { costPoolId }, { limit: 200 });
}

/** Activities that are over and have an agreement: a pool can be opened for those. */
export function useClosedActivities(q: string) {
  const fetchPage = pagesOf('/activities', { state: 'closed', ...(q === '' ? {} : { q }) });
  return usePages(['activity', 'closed', q], async (page, signal) => {
    const { items, nextCursor } = await fetchPage(page, signal);
    return { items: items.filter(({ agreementId }) => agreementId !== null), nextCursor };
  });
}
