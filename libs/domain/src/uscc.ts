import { isProvinceCode, normaliseIdentifier } from './identifier-check.js';
import type { IdentifierCheck } from './identifier-check.js';

export type UsccReason = 'LENGTH' | 'ALPHABET' | 'CHECK_CHARACTER';
export type UsccWarning = 'REGISTRATION_KIND' | 'AREA_UNKNOWN' | 'ORGANISATION_CODE';
export type UsccCheck = IdentifierCheck<UsccReason, UsccWarning>;

export type UsccKind =
  'union' | 'company' | 'soleTrader' | 'cooperative' | 'publicInstitution' | 'civil' | 'other';

const codeLength = 18;
/** The value of a character is its place; I, O, S, V and Z are left out, being easily misread. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^(i−1) mod 31 for the characters 1 to 17. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** GB 11714 counts A as 10 up to Z as 35, unlike the alphabet of the whole code. */
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/**
 * Characters 1–2: registration authority and kind of body, by GB 32100-2015 and later notices of the
 * authorities (54, A, N). A pair that is not listed is worth a look, no more: notices add pairs.
 */
const registrationKinds: ReadonlySet<string> = new Set([
  '11',
  '12',
  '13',
  '19',
  '21',
  '29',
  '31',
  '32',
  '33',
  '34',
  '35',
  '39',
  '41',
  '49',
  '51',
  '52',
  '53',
  '54',
  '59',
  '61',
  '62',
  '69',
  '71',
  '72',
  '79',
  '81',
  '89',
  '91',
  '92',
  '93',
  'A1',
  'A9',
  'N1',
  'N2',
  'N3',
  'N9',
  'Y1',
]);

/** Area 100000 stands for registration with the national authority. */
const nationalAreaPrefix = '10';

const kindsByPrefix: Readonly<Record<string, UsccKind>> = {
  '12': 'publicInstitution',
  '51': 'civil',
  '52': 'civil',
  '53': 'civil',
  '81': 'union',
  '89': 'union',
  '91': 'company',
  '92': 'soleTrader',
  '93': 'cooperative',
};

/**
 * Checks a unified social credit code (GB 32100-2015): length, alphabet and last character. Registration kind,
 * area and the check of the organisation code inside (GB 11714) only give warnings.
 *
 * Genuine codes exist whose last character is wrong: `CHECK_CHARACTER` sends a record to review, it is no
 * reason to refuse it. And a code that passes is not thereby one: some resident numbers pass as well.
 */
export function checkUscc(text: string): UsccCheck {
  const value = normaliseIdentifier(text);
  const checkCharacter = expectedCharacter(value);
  const reason = reasonOf(value, checkCharacter);
  const isReadable = reason === null || reason === 'CHECK_CHARACTER';
  return {
    value,
    valid: reason === null,
    reason,
    checkCharacter,
    warnings: isReadable ? warningsOf(value) : [],
  };
}

/** The kind of holder, by the first two characters alone. */
export function usccKind(text: string): UsccKind {
  return kindsByPrefix[normaliseIdentifier(text).slice(0, 2)] ?? 'other';
}

function reasonOf(value: string, checkCharacter: string | null): UsccReason | null {
  if (value.length !== codeLength) return 'LENGTH';
  if ([...value].some((character) => !alphabet.includes(character))) return 'ALPHABET';
  return value.endsWith(checkCharacter ?? '') ? null : 'CHECK_CHARACTER';
}

/** GB 32100-2015: (31 − Σ value·weight mod 31) mod 31; the outer mod makes 31 a 0. */
function expectedCharacter(value: string): string | null {
  if (value.length !== codeLength) return null;
  const values = weights.map((_, index) => alphabet.indexOf(value.charAt(index)));
  if (values.includes(-1)) return null;
  return alphabet.charAt((31 - (weightedSum(values, weights) % 31)) % 31);
}

function warningsOf(value: string): UsccWarning[] {
  const warnings: UsccWarning[] = [];
  if (!registrationKinds.has(value.slice(0, 2))) warnings.push('REGISTRATION_KIND');
  const area = value.slice(2, 4);
  if (area !== nationalAreaPrefix && !isProvinceCode(area)) warnings.push('AREA_UNKNOWN');
  if (organisationCheckCharacter(value.slice(8, 16)) !== value.charAt(16)) warnings.push('ORGANISATION_CODE');
  return warnings;
}

/** GB 11714: 11 − Σ value·weight mod 11, where 10 is written X and 11 is written 0. */
function organisationCheckCharacter(body: string): string {
  const values = [...body].map((character) => organisationAlphabet.indexOf(character));
  const check = 11 - (weightedSum(values, organisationWeights) % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

function weightedSum(values: readonly number[], factors: readonly number[]): number {
  return values.reduce((total, value, index) => total + value * (factors[index] ?? 0), 0);
}
