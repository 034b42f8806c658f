import { DomainError } from '@gongxiang/domain';

/**
 * When a revocation takes effect: now, or at a later time of the right's term.
 * @throws DomainError `EFFECT_OUTSIDE_TERM`
 */
export function effectOf(
  said: string | null | undefined,
  { validUntil }: { readonly validUntil: Date },
  now: Date,
): Date {
  if (!said) return now;
  const effect = new Date(said);
  if (effect < now || effect >= validUntil)
    throw new DomainError('EFFECT_OUTSIDE_TERM', { pointer: '/effectiveFrom' });
  return effect;
}
