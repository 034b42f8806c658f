import type { MandateRef } from './mandate.entity.js';

/** When a mandate begins or ends next; null if it does neither any more. */
export function nextTurnOf(
  { validFrom, validUntil, revokedAt }: Pick<MandateRef, 'validFrom' | 'validUntil' | 'revokedAt'>,
  now: Date,
): Date | null {
  if (revokedAt !== null) return null;
  return [validFrom, validUntil].find((at) => at > now) ?? null;
}
