const dayMs = 86_400_000;

/** So many wrong tries a day are had at one claim to be a member; then only a printed code is looked at. */
export const failuresADayMax = 10;

export interface EntryAttempts {
  readonly failures: number;
  /** When the first of them was. */
  readonly beganAt: Date;
}

/** Until when a claim is closed to all but printed codes; null where it is open. */
export function closedUntil(attempts: EntryAttempts | null, now: Date): Date | null {
  if (attempts === null || attempts.failures < failuresADayMax) return null;
  const until = new Date(attempts.beganAt.getTime() + dayMs);
  return until > now ? until : null;
}
