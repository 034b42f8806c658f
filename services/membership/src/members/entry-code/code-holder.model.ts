/** As much of a person as decides whether a phone signs them in. */
interface OnRecord {
  readonly passwordHash: string | null;
}

/**
 * Whom a phone signs in by a code where nobody signs in with it by password: the only person on record with it, who has
 * an account and signs in with a login. A phone of several people is nobody's: each of them types the login.
 */
export function soleHolder<T extends OnRecord>(onRecord: readonly T[]): T | null {
  const [only, ...others] = onRecord;
  return only !== undefined && others.length === 0 && only.passwordHash !== null ? only : null;
}
