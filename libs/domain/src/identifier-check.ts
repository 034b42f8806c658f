/** What a check of an identifier found. Nothing is refused here: the caller decides what a finding means. */
export interface IdentifierCheck<Reason extends string, Warning extends string> {
  /** As it is to be stored and compared. */
  readonly value: string;
  readonly valid: boolean;
  /** The first thing that is wrong, null when valid. */
  readonly reason: Reason | null;
  /** The last character that the others ask for; null where they cannot be read. */
  readonly checkCharacter: string | null;
  /** What someone should look at though the number is formally right. */
  readonly warnings: readonly Warning[];
}

/**
 * The first two digits of the area codes of GB/T 2260: 31 provinces, Taiwan, Hong Kong and Macao. The lower
 * four are left out on purpose: districts are renamed and merged, and old numbers keep their retired codes.
 */
const provinceCodes: ReadonlySet<string> = new Set([
  '11',
  '12',
  '13',
  '14',
  '15',
  '21',
  '22',
  '23',
  '31',
  '32',
  '33',
  '34',
  '35',
  '36',
  '37',
  '41',
  '42',
  '43',
  '44',
  '45',
  '46',
  '50',
  '51',
  '52',
  '53',
  '54',
  '61',
  '62',
  '63',
  '64',
  '65',
  '71',
  '81',
  '82',
]);

export function isProvinceCode(code: string): boolean {
  return provinceCodes.has(code);
}

/**
 * Normalises typed or imported text to the form of an identifier: full-width characters become plain (NFKC),
 * white space and invisible characters go, letters are upper case.
 */
export function normaliseIdentifier(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase();
}
