/** 31 characters that are not confused in print or speech: no 0 and O, no 1, I and L. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const signs = 8;
/**
 * A prime, so that each position has a distinct weight: every wrong character and every transposition is detected.
 */
const modulus = codeAlphabet.length;

/**
 * A label code: seven random characters and a check character.
 * @param random bytes, at least seven
 */
export function labelCode(random: Uint8Array): string {
  const chosen = [...random.subarray(0, signs - 1)].map((byte) => codeAlphabet.charAt(byte % modulus));
  return chosen.join('') + checkSign(chosen);
}

/** The printed form: in two halves, which are easier to read out. */
export function shownCode(code: string): string {
  return `${code.slice(0, signs / 2)}-${code.slice(signs / 2)}`;
}

/** Parses a typed or scanned code; null if it is invalid, as a character was misread. */
export function readCode(text: string): string | null {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
  const all = [...code];
  if (all.length !== signs || all.some((sign) => !codeAlphabet.includes(sign))) return null;
  return checkSign(all.slice(0, -1)) === all.at(-1) ? code : null;
}

/**
 * The sum of the characters weighted by position from 1, with the check character at position 8, is 0 modulo 31.
 */
function checkSign(chosen: readonly string[]): string {
  const sum = chosen.reduce((total, sign, place) => total + codeAlphabet.indexOf(sign) * (place + 1), 0);
  // 8 × 4 = 32 ≡ 1 (mod 31), so the check character is four times the missing amount.
  const check = ((modulus - (sum % modulus)) * 4) % modulus;
  return codeAlphabet.charAt(check);
}
