import { usePages } from '../../api/use-pages.js';
import type { ResourceFilters } from './resource-filters.js';
import { fetchResources } from './use-resource.js';

/** Each card asks for its own terms of use: few at a time. */
const cardsMax = 12;

/** The list of resources; apart from what one resource is asked for, which other pages load too. */
export function useResources(filters: ResourceFilters) {
  const fetchPage = fetchResources(filters);
  return usePages(['resource', 'list', filters], (page, signal) =>
    fetchPage({ ...page, limit: cardsMax }, signal),
  );
}
