/** How one signs in: by what one remembers, or by what comes to the phone. */
export type SignInWay = 'password' | 'code';

/** Where a refusal leads: to the other way, and to a new password. */
export interface WayOn {
  readonly other: SignInWay | null;
  readonly isResetOffered: boolean;
}

const nowhere: WayOn = { other: null, isResetOffered: false };

/** After wrong passwords, or too many tries, there is another way in; a broken platform has none. */
export function wayOnOf(way: SignInWay, code: string | undefined): WayOn {
  if (way === 'password')
    return code === 'CREDENTIALS_WRONG' || code === 'TOO_MANY_REQUESTS'
      ? { other: 'code', isResetOffered: true }
      : nowhere;
  if (code === 'ENTRY_CLOSED') return { other: 'password', isResetOffered: true };
  return code === 'CODE_WRONG' || code === 'TOO_MANY_REQUESTS'
    ? { other: 'password', isResetOffered: false }
    : nowhere;
}
