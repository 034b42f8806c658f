import type { components } from '../../../api/schema.js';

export type NoShow = components['schemas']['NoShowLineView'];
export type NoShowState = NoShow['state'];

export const noShowStates = [
  'counted',
  'appealed',
  'excused',
  'upheld',
  'attended',
] as const satisfies readonly NoShowState[];

interface Counted {
  readonly registered: number;
  readonly noShows: number;
  readonly excused: number;
}

/** The share, 0 to 1, of those with a seat who did not come and are not excused. */
export function shareOf({ registered, noShows, excused }: Counted): number {
  return registered === 0 ? 0 : (noShows - excused) / registered;
}
