import { isSignedToken } from './blind-token.js';
import type { KeptTokens } from './kept-tokens.js';

/** A token on its way from one device of a person to another. */
export interface MovedToken {
  /** It is stored under this id: of a survey, or of the party that a season asks. */
  readonly askingId: string;
  readonly token: string;
  readonly signature: string;
}

const name = 'token';
const between = '.';

/**
 * The address by which another device takes a token over. All of it stands behind the `#`, which browsers send to nobody.
 * @param page the whole address of the page on which it is answered
 */
export function movedTokenAddress(page: string, { askingId, token, signature }: MovedToken): string {
  return `${page}#${name}=${[askingId, token, signature].map(encodeURIComponent).join(between)}`;
}

/** The token in an address. @param hash with its `#` */
export function movedTokenIn(hash: string): MovedToken | null {
  const text = hash.startsWith(`#${name}=`) ? hash.slice(name.length + 2) : '';
  const [askingId, token, signature, ...more] = text.split(between).map(decoded);
  if (!askingId || !token || !signature || more.length > 0) return null;
  return { askingId, token, signature };
}

/**
 * Stores a token that was moved here.
 * @returns false where it is none of this survey, or where the one that is here was answered with
 * @throws InsecureAddressError
 */
export async function takeMovedToken(
  kept: KeptTokens,
  personId: string,
  publicKey: object,
  { askingId, token, signature }: MovedToken,
): Promise<boolean> {
  if (!(await isSignedToken(publicKey, token, signature))) return false;
  const here = kept.read(personId, askingId);
  const isFree =
    here === null ||
    here.step === 'blinded' ||
    (here.step === 'over' && (here.why === 'issuedElsewhere' || here.why === 'moved'));
  if (isFree) kept.write(personId, askingId, { step: 'ready', token, signature });
  return isFree || (here.step === 'ready' && here.token === token);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // written by hand: no token
  }
}
