import { useQuery } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import type { Grant, Grantee } from './grant-values.js';

type RevokeBody = components['schemas']['RevokeGrantBody'];

/** The unions that a right would reach; asked for once the form rests. */
export function useGrantPreview(resourceId: string, to: Grantee | null) {
  const rested = useDebounced(to === null ? '' : JSON.stringify(to));
  const path = '/resources/{resourceId}/grants/preview';
  return useQuery({
    queryKey: ['resource', path, { resourceId, rested }],
    queryFn: ({ signal }) =>
      request('post', path, { resourceId, body: { to: JSON.parse(rested) as Grantee } }, { signal }),
    enabled: rested !== '',
    staleTime: 30_000,
    retry: false,
  });
}

/** What a revocation would do. */
export function useRevocationPreview({ resourceId, id: grantId }: Grant, body: RevokeBody) {
  const rested = useDebounced(JSON.stringify(body));
  const path = '/resources/{resourceId}/grants/{grantId}/revoke/preview';
  return useQuery({
    queryKey: ['resource', path, { resourceId, grantId, rested }],
    queryFn: ({ signal }) =>
      request('post', path, { resourceId, grantId, body: JSON.parse(rested) as RevokeBody }, { signal }),
    retry: false,
  });
}
