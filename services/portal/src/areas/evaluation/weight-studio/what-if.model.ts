import type { ChangedWeight, WhatIf } from './use-studio.js';

/** Parts of a thousand: what a slider stands at. */
export const wholeParts = 1_000;

/** Weights that were set, in the order in which they were; the rest share what is left. */
export type Changes = readonly ChangedWeight[];

/** The greatest share that one indicator may be given beside the others that are set. */
export function roomFor(changes: Changes, key: string): number {
  const others = changes.reduce((sum, one) => sum + (one.key === key ? 0 : one.weight), 0);
  return Math.max(0, 1 - others);
}

/**
 * Sets one weight, within what the others that are set leave. The last indicator that is not set stays free: it takes what
 * is left.
 * @param keys of all indicators
 */
export function withChange(changes: Changes, change: ChangedWeight, keys: readonly string[]): Changes {
  const others = changes.filter(({ key }) => key !== change.key);
  // With all of them set nothing could give way: the one that was set first is free again.
  const kept = others.length + 1 >= keys.length ? others.slice(1) : others;
  return [...kept, { key: change.key, weight: Math.min(change.weight, roomFor(kept, change.key)) }];
}

interface Move {
  readonly kind: 'up' | 'down' | 'same' | 'unscored';
  /** Places, 0 or more. */
  readonly places: number;
}

/** How far something moves; a smaller rank is better. */
export function moveOf({ rank, rankAfter }: WhatIf['subjects'][number]): Move {
  if (rankAfter === null) return { kind: 'unscored', places: 0 };
  const places = Math.abs(rank - rankAfter);
  if (places === 0) return { kind: 'same', places };
  return { kind: rankAfter < rank ? 'up' : 'down', places };
}
