import type { Effect } from './lending.model.js';

/**
 * Of the hours that were lent, those of unions of small and micro enterprises.
 * @returns 0 to 1; null where all loans together come to less than half an hour
 */
export function smallShareOf({ small, others }: Pick<Effect, 'small' | 'others'>): number | null {
  const hours = small.hours + others.hours;
  return hours === 0 ? null : small.hours / hours;
}
