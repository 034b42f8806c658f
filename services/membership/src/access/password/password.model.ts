/** What others know of a person, so that it is no secret of theirs; null where it is not known. */
export interface OwnData {
  readonly account: string | null;
  readonly name: string | null;
  readonly residentNumber: string | null;
  readonly phone: string | null;
  readonly unionName: string | null;
}

export type PasswordFlaw = 'PASSWORD_COMMON' | 'PASSWORD_OWN_DATA' | 'PASSWORD_REPEATS';

/**
 * Why a password of sufficient length would be guessed all the same (OWASP ASVS 5.0, 6.2.4 and 6.2.11); null where it is fit.
 * @param common what many people choose, in lower case
 */
export function passwordFlaw(
  password: string,
  own: OwnData,
  common: ReadonlySet<string>,
): PasswordFlaw | null {
  const folded = fold(password);
  if (isRepeating(folded)) return 'PASSWORD_REPEATS';
  if (common.has(folded) || common.has(folded.replace(decoration, ''))) return 'PASSWORD_COMMON';
  return isOfOwnData(plain(folded), own) ? 'PASSWORD_OWN_DATA' : null;
}

/** What people put behind a common password to make it long enough, such as a year and a sign. */
const decoration = /[^\p{L}]{1,5}$/u;

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function plain(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

const blockMin = 6;
const jumpsMin = 4;

/** `aaaaaaaaaa`, `1234567890`, `abcabcabca`: hardly a character that does not follow from the ones before. */
function isRepeating(text: string): boolean {
  const characters = [...text];
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  // Numbers run on from 9 to 0.
  const jumps = codes.filter((code, at) => {
    const step = Math.abs(code - (codes[at - 1] ?? Number.NaN));
    return !(step <= 1 || step === 9);
  });
  if (jumps.length < jumpsMin) return true;
  for (let block = 1; block < blockMin; block += 1)
    if (characters.every((character, at) => at < block || character === characters[at - block])) return true;
  return false;
}

/** An own word of fewer characters stands in too many passwords by accident. */
const ownWordMin = 2;
/** So many characters must be left of a password without what is the person's own. */
const restMin = 8;

function isOfOwnData(text: string, own: OwnData): boolean {
  // The longest first: a birthday stands in a resident number.
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
