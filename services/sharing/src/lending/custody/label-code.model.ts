/** 31 signs that are not mistaken for each other in print or by voice: no 0 and O, no 1, I and L. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const signs = 8;
/** A prime, so that each sign's place has a weight of its own: every wrong sign and every swap of two is noticed. */
const modulus = codeAlphabet.length;

/**
 * A code for a label: seven signs by chance and one that checks them.
 * @param random bytes, at least seven
 */
export function labelCode(random: Uint8Array): string {
  const chosen = [...random.subarray(0, signs - 1)].map((byte) => codeAlphabet.charAt(byte % modulus));
  return chosen.join('') + checkSign(chosen);
}

/** As it is printed: in two halves, which are easier to read out. */
export function shownCode(code: string): string {
  return `${code.slice(0, signs / 2)}-${code.slice(signs / 2)}`;
}

/** A code as people type or scan it; null where it is none, as a sign was misread. */
export function readCode(text: string): string | null {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
  const all = [...code];
  if (all.length !== signs || all.some((sign) => !codeAlphabet.includes(sign))) return null;
  return checkSign(all.slice(0, -1)) === all.at(-1) ? code : null;
}

/** The sum of the signs, each by its place from 1, is 0 by the modulus together with the check sign at place 8. */
function checkSign(chosen: readonly string[]): string {
  const sum = chosen.reduce((total, sign, place) => total + codeAlphabet.indexOf(sign) * (place + 1), 0);
  // 8 times 4 is 32, which is 1 by 31: so the check sign is four times what is missing.
  const check = ((modulus - (sum % modulus)) * 4) % modulus;
  return codeAlphabet.charAt(check);
}
