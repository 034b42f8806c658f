import type { components } from '../api/schema.js';
import { heldOffice, useMe } from './use-session.js';

export type RoleName = components['schemas']['MeView']['roles'][number]['role'];

const rootPath = '1.';

/**
 * The roles of the person, which decide what is shown; the platform decides at each request what is allowed.
 * Empty until they are known.
 */
export function useOffices() {
  const { data: me } = useMe();
  const roles = me?.roles ?? [];
  return {
    holdsOffice: me === undefined ? heldOffice() : roles.length > 0,
    /** Do they hold one of these roles anywhere? */
    holds: (...names: readonly RoleName[]): boolean => roles.some(({ role }) => names.includes(role)),
    /** Do they hold one of these roles at the federation itself? */
    holdsAtRoot: (...names: readonly RoleName[]): boolean =>
      roles.some(({ role, path }) => path === rootPath && names.includes(role)),
    /** The unions at which they hold one of these roles; each grant reaches all below it. */
    unionIdsOf: (...names: readonly RoleName[]): string[] => [
      ...new Set(roles.filter(({ role }) => names.includes(role)).map(({ unionId }) => unionId)),
    ],
  };
}
