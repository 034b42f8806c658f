/** Which way somebody goes through the door. */
export const directions = ['in', 'out'] as const;
export type Direction = (typeof directions)[number];

/** The people of one registration, or one walk-in with companions, as far as the door knows. */
export interface Presence {
  /** Heads that came in, let in against the rule or not; 0 where nobody came. */
  readonly came: number;
  /** Of these, heads that left and are not back. */
  readonly away: number;
}

/** One way through the door that was really taken. */
export interface Movement {
  readonly direction: Direction;
  /** 0 where it is not said: then all whom it can mean. */
  readonly heads: number;
}

export const nobodyCame: Presence = { came: 0, away: 0 };

/** Heads inside at this moment. */
export function insideOf({ came, away }: Presence): number {
  return came - away;
}

/**
 * Where they are after a movement. Nobody leaves who did not come, and nobody comes back who did not leave: whoever is
 * scanned twice has moved once (E29). The database counts by the same rule, with its function `heads_away_after`.
 */
export function afterMovement({ came, away }: Presence, { direction, heads }: Movement): Presence {
  const moved = heads === 0 ? came : heads;
  return { came, away: direction === 'out' ? Math.min(came, away + moved) : Math.max(0, away - moved) };
}
