/** Crockford's Base32: without I, L, O and U, which are misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/** A code to be written down: 60 random bits in three groups. */
export function newCode(bytes = crypto.getRandomValues(new Uint8Array(length))): string {
  const characters = Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
  return grouped(characters);
}

/** A code, or a number with its day, as people type it: in small letters, with blanks, with O for 0 and I or L for 1. */
export function readCode(typed: string): string {
  return grouped(readCharacters(typed));
}

export function readNumber(typed: string): string {
  const characters = readCharacters(typed);
  return `${characters.slice(0, 8)}-${characters.slice(8)}`;
}

function readCharacters(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

function grouped(characters: string): string {
  return [0, 4, 8].map((from) => characters.slice(from, from === 8 ? undefined : from + 4)).join('-');
}
