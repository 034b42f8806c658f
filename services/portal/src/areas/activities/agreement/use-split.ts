import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import type { PreviewRequest } from './agreement-draft.js';

export type Split = components['schemas']['SplitTreeView'];
export type SplitTry = ReturnType<typeof useSplit>;

/**
 * The split by a rule that is being typed. The platform computes it, so that the rules exist once.
 * @param wanted null where something that was typed cannot be read yet
 */
export function useSplit(wanted: PreviewRequest | null) {
  // Compared as text: each render makes a new object, often with the same content.
  const text = JSON.stringify(wanted);
  const asked = useDebounced(text);
  const body = JSON.parse(asked) as PreviewRequest | null;
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['preview', 'split', body],
    queryFn: ({ signal }) =>
      request('post', '/previews/split-tree', { body: body as PreviewRequest }, { signal }),
    enabled: body !== null && body.parties.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { data, error, isOld: isPlaceholderData || wanted === null || asked !== text };
}
