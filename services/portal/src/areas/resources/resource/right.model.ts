import type { components } from '../../../api/schema.js';

type Grant = components['schemas']['GrantView'];

/** `ending`: revoked with notice, and in force until then. */
type GrantState = 'inForce' | 'later' | 'ending' | 'ended' | 'revoked';

export function grantStateOf(
  { from, until, revokedAt }: Pick<Grant, 'from' | 'until' | 'revokedAt'>,
  now: number,
): GrantState {
  if (revokedAt !== null && Date.parse(revokedAt) <= now) return 'revoked';
  if (Date.parse(until) <= now) return 'ended';
  if (revokedAt !== null) return 'ending';
  return Date.parse(from) > now ? 'later' : 'inForce';
}
