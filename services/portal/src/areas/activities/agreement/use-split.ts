import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import type { PreviewRequest } from './agreement-draft.js';

export type Split = components['schemas']['SplitTreeView'];
export type SplitTry = ReturnType<typeof useSplit>;

/**
 * The split by a rule that is being written. The platform computes it: there is one rule, not two.
 * @param request null where something that was typed cannot be read yet
 */
export function useSplit(request: PreviewRequest | null) {
  // As text: the request is made anew at each drawing, and rests as long as it says the same.
  const text = JSON.stringify(request);
  const asked = useDebounced(text);
  const body = JSON.parse(asked) as PreviewRequest | null;
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['preview', 'split', body],
    queryFn: ({ signal }) =>
      answerOf(api.POST('/api/v1/previews/split-tree', { body: body as PreviewRequest, signal })),
    enabled: body !== null && body.parties.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { data, error, isOld: isPlaceholderData || request === null || asked !== text };
}
