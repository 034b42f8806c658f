import type { components } from '../api/schema.js';
import { useMe } from './use-session.js';

export type RoleName = components['schemas']['MeView']['roles'][number]['role'];

/**
 * What the person is granted, to decide what is shown; what is allowed the platform decides at each request.
 * Empty as long as it is not known.
 */
export function useOffices() {
  const { data: me } = useMe();
  const roles = me?.roles ?? [];
  return {
    holdsOffice: roles.length > 0,
    /** Does he hold one of these roles anywhere? */
    holds: (...names: readonly RoleName[]): boolean => roles.some(({ role }) => names.includes(role)),
    /** The unions at which he holds one of these roles; each grant reaches all below it. */
    unionIdsOf: (...names: readonly RoleName[]): string[] => [
      ...new Set(roles.filter(({ role }) => names.includes(role)).map(({ unionId }) => unionId)),
    ],
  };
}
