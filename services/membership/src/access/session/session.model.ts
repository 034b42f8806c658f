/** Days after which a session ends that nobody renews. */
export const sessionDays = 30;
export const accessTokenSeconds = 600;
/** For so long the token before gets the same successor again: phones lose answers. */
export const replayGraceMs = 30_000;

const dayMs = 86_400_000;

export interface SessionState {
  readonly generation: number;
  readonly renewedAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** What to do about a refresh token: give the next one, give the same one again, end the session, or refuse. */
export type Renewal = 'rotate' | 'repeat' | 'revoke' | 'refuse';

/**
 * Decides over a genuine refresh token of a session.
 * @param generation the number of the token that was presented
 */
export function renewalOf(session: SessionState, generation: number, now: Date): Renewal {
  if (session.revokedAt !== null || session.expiresAt <= now || generation > session.generation)
    return 'refuse';
  if (generation === session.generation) return 'rotate';
  const isJustReplaced =
    generation === session.generation - 1 && now.getTime() - session.renewedAt.getTime() <= replayGraceMs;
  // An older token was used by someone who should not have it, or by its owner after someone else did.
  return isJustReplaced ? 'repeat' : 'revoke';
}

export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + sessionDays * dayMs);
}
