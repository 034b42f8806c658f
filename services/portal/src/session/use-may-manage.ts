import { useQuery } from '@tanstack/react-query';
import { readOf } from '../api/use-read.js';
import { useMe } from './use-session.js';
import type { RoleName } from './use-offices.js';

/** The roles that organise: they create activities, invite, propose and check in. */
export const organisingRoles: readonly RoleName[] = ['officer', 'organiser'];

/** Reads a union by its id; nothing is read while that is undefined. */
export function unionQuery(unionId: string | undefined) {
  return readOf('union', '/unions/{unionId}', unionId === undefined ? undefined : { unionId }, {
    staleTime: 300_000,
  });
}

/**
 * Does the person hold one of the roles at this union or above it? It decides what is shown; the platform decides what
 * is allowed. False until it is known.
 */
export function useReaches(unionId: string | undefined, roles = organisingRoles): boolean {
  const { data: me } = useMe();
  const held = (me?.roles ?? []).filter(({ role }) => roles.includes(role));
  const union = useQuery(unionQuery(held.length > 0 ? unionId : undefined));
  const path = union.data?.path;
  return path !== undefined && held.some((role) => path.startsWith(role.path));
}
