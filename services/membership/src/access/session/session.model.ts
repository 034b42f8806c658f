import { dayMs, type Role } from '@gongxiang/domain';

/** Days after which a session ends unless it is renewed. */
export const sessionDays = 30;
export const accessTokenSeconds = 600;
/** Within this time the previous token gets the same successor again, as phones lose responses. */
export const replayGraceMs = 30_000;

export interface SessionState {
  readonly generation: number;
  readonly renewedAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** What to do about a refresh token: issue the next one, repeat the last one, end the session, or refuse. */
export type Renewal = 'rotate' | 'repeat' | 'revoke' | 'refuse';

/**
 * Decides about a genuine refresh token of a session.
 * @param generation the number of the presented token
 */
export function renewalOf(session: SessionState, generation: number, now: Date): Renewal {
  if (session.revokedAt !== null || session.expiresAt <= now || generation > session.generation)
    return 'refuse';
  if (generation === session.generation) return 'rotate';
  const isJustReplaced =
    generation === session.generation - 1 && now.getTime() - session.renewedAt.getTime() <= replayGraceMs;
  // An older token was used by an attacker, or by its owner after an attacker.
  return isJustReplaced ? 'repeat' : 'revoke';
}

export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + sessionDays * dayMs);
}

/**
 * The roles that permit something, and those that are withheld until a second factor is set up.
 * @param dueAt when it had to be set up; null if none is asked for, or one is set up
 */
export function rolesOf<Held extends Role>(
  roles: Held[],
  dueAt: Date | null,
  now: Date,
): { readonly roles: Held[]; readonly withheldRoles?: Held[] } {
  return dueAt === null || dueAt > now ? { roles } : { roles: [], withheldRoles: roles };
}
