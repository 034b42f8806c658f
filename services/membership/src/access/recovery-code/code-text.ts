import { randomInt } from 'node:crypto';

export const recoveryCodesCount = 10;
/** Without I, L, O, 0 and 1, which are confused on paper. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
/** 49 bits: too many to be guessed at a few tries an hour. */
const length = 10;

/** As they are shown: `K7MP2-XQABC`. */
export function newRecoveryCodes(): string[] {
  const letter = (): string => alphabet.charAt(randomInt(alphabet.length));
  return Array.from({ length: recoveryCodesCount }, () => {
    const code = Array.from({ length }, letter).join('');
    return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
  });
}

/** What was typed as a code without spaces and hyphens, in capitals: `123 456` is `123456`. */
export function normaliseFactorCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}
