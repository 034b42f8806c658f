import { dayMs } from '@gongxiang/domain';

/** Wrong attempts per day at one claim; beyond that only printed codes are accepted. */
export const failuresPerDayMax = 10;

export interface EntryAttempts {
  readonly failures: number;
  /** When the first attempt was made. */
  readonly beganAt: Date;
}

/** Until when a claim is closed to all but printed codes; null if it is open. */
export function closedUntil(attempts: EntryAttempts | null, now: Date): Date | null {
  if (attempts === null || attempts.failures < failuresPerDayMax) return null;
  const until = new Date(attempts.beganAt.getTime() + dayMs);
  return until > now ? until : null;
}
