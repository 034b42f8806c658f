/** What others know about a person; null if it is unknown. */
export interface OwnData {
  readonly account: string | null;
  readonly name: string | null;
  readonly residentNumber: string | null;
  readonly phone: string | null;
  readonly unionName: string | null;
}

export type PasswordFlaw = 'PASSWORD_COMMON' | 'PASSWORD_OWN_DATA' | 'PASSWORD_REPEATS';

/**
 * Why a password of sufficient length could still be guessed (OWASP ASVS 5.0, 6.2.4 and 6.2.11); null if it is
 * acceptable.
 * @param common common passwords in lower case
 */
export function passwordFlaw(
  password: string,
  own: OwnData,
  common: ReadonlySet<string>,
): PasswordFlaw | null {
  const folded = fold(password);
  if (isRepeating(folded)) return 'PASSWORD_REPEATS';
  if (common.has(folded) || common.has(folded.replace(decoration, ''))) return 'PASSWORD_COMMON';
  return consistsOfOwnData(plain(folded), own) ? 'PASSWORD_OWN_DATA' : null;
}

/** Suffixes that people add to a common password to make it long enough, such as a year and a punctuation mark. */
const decoration = /[^\p{L}]{1,5}$/u;

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function plain(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

const blockMin = 6;
const breaksMin = 4;

/** `aaaaaaaaaa`, `1234567890`, `abcabcabca`: nearly every character follows from the previous ones. */
function isRepeating(text: string): boolean {
  const characters = [...text];
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  // A sequence may continue from 9 to 0.
  const breaks = codes.filter((code, at) => {
    const step = Math.abs(code - (codes[at - 1] ?? Number.NaN));
    return !(step <= 1 || step === 9);
  });
  if (breaks.length < breaksMin) return true;
  for (let block = 1; block < blockMin; block += 1)
    if (characters.every((character, at) => at < block || character === characters[at - block])) return true;
  return false;
}

/** Shorter words of a person occur in too many passwords by accident. */
const ownWordMin = 2;
/** Minimum number of characters of a password besides the person's own data. */
const restMin = 8;

function consistsOfOwnData(text: string, own: OwnData): boolean {
  // The longest first: a resident number contains a birthday.
  const words = wordsOf(own).sort((one, other) => other.length - one.length);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest.length < text.length && rest.length < restMin;
}

function wordsOf({ account, name, residentNumber, phone, unionName }: OwnData): string[] {
  const number = plain(residentNumber ?? '');
  // GB 11643: six digits of the area, eight of the birth date, three and a check character.
  const birthDate = number.slice(6, 14);
  const digits = plain(phone ?? '');
  const parts = [number, number.slice(-6), birthDate, birthDate.slice(2), digits, digits.slice(-8)];
  return [account, name, unionName, ...parts]
    .map((word) => plain(word ?? ''))
    .filter((word) => word.length >= ownWordMin);
}
