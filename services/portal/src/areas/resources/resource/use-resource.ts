import { useRead } from '../../../api/use-read.js';
import { useDelegated } from '../../../session/use-delegated.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useMe } from '../../../session/use-session.js';
import type { Span } from './availability.js';
import type { Resource } from './resource-filters.js';

const listMax = 200;
const noParts: readonly Resource[] = [];

export function useResource(resourceId: string | undefined) {
  return useRead(
    'resource',
    '/resources/{resourceId}',
    resourceId === undefined ? undefined : { resourceId },
  );
}

/** The parts of a whole, such as the two halves of a hall; empty until they are known. */
export function useParts({ id, partOfId }: Resource): readonly Resource[] {
  const parts = useRead(
    'resource',
    '/resources',
    partOfId === null ? { partOf: id, limit: listMax } : undefined,
  );
  return parts.data?.items ?? noParts;
}

export function useAvailability(resourceId: string, window: Span | null) {
  const asked = window !== null && {
    resourceId,
    from: new Date(window.start).toISOString(),
    to: new Date(window.end).toISOString(),
  };
  return useRead('resource', '/resources/{resourceId}/availability', asked || undefined);
}

/** The rights of use of a resource: at most 200 are in force at a time. */
export function useGrants(resourceId: string | undefined) {
  return useRead(
    'resource',
    '/resources/{resourceId}/grants',
    resourceId === undefined ? undefined : { resourceId, limit: listMax },
    { staleTime: 60_000 },
  );
}

/** May the person act for the owner? It decides what the page shows; the platform decides what is allowed. */
export function useIsKeeper(resource: Resource | undefined): boolean {
  const { data: me } = useMe();
  const reaches = useReaches(resource?.ownerUnionId);
  const { holds } = useDelegated();
  if (resource !== undefined && holds(resource.owner)) return true;
  return reaches || (resource?.owner.kind === 'person' && resource.owner.id === me?.personId);
}
