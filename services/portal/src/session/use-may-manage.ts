import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../api/client.js';
import { api } from '../api/platform.js';
import { useMe } from './use-session.js';
import type { RoleName } from './use-offices.js';

/** Who organises: makes activities, invites, proposes, checks in. */
export const organisingRoles: readonly RoleName[] = ['officer', 'organiser'];

export function unionQuery(unionId: string) {
  return {
    queryKey: ['union', unionId],
    queryFn: () => answerOf(api.GET('/api/v1/unions/{unionId}', { params: { path: { unionId } } })),
    staleTime: 300_000,
  };
}

/**
 * Does the person hold one of the roles at this union or above it? It decides what is shown; the platform decides what
 * is allowed. False as long as it is not known.
 */
export function useReaches(unionId: string | undefined, roles = organisingRoles): boolean {
  const { data: me } = useMe();
  const held = (me?.roles ?? []).filter(({ role }) => roles.includes(role));
  const union = useQuery({ ...unionQuery(unionId ?? ''), enabled: unionId !== undefined && held.length > 0 });
  const path = union.data?.path;
  return path !== undefined && held.some((role) => path.startsWith(role.path));
}
