import { isCalendarDate, shanghaiDate } from './calendar-date.js';
import { isProvinceCode, normaliseIdentifier } from './identifier-check.js';
import type { IdentifierCheck } from './identifier-check.js';

export type ResidentNumberReason = 'LENGTH' | 'FIFTEEN_DIGITS' | 'ALPHABET' | 'CHECK_CHARACTER' | 'DATE';
export type ResidentNumberCheck = IdentifierCheck<ResidentNumberReason, 'AREA_UNKNOWN'>;
export type Sex = 'female' | 'male';

export interface SyntheticResidentNumber {
  /** Six digits, e.g. `110101`. */
  readonly area: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  /** 0 to 999; odd numbers are male. */
  readonly sequence: number;
}

const bodyLength = 17;
const wholePattern = /^\d{17}[\dX]$/;
const bodyPattern = /^\d{17}/;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
/** Σ digit·weight mod 11 is the place of the check character. */
const checkCharacters = '10X98765432';
/** Beside the province codes, of which Hong Kong and Macao permits use 81 and 82: Taiwan permits, and abroad. */
const furtherAreas: readonly string[] = ['83', '91'];

/**
 * Checks a resident identity number (GB 11643-1999): length, alphabet, last character, and that the birth date
 * is a day of the calendar and not after today in China. A lower-case x is made upper case. The old numbers of
 * 15 digits have no check character: ask for the 18.
 *
 * The area gives a warning only, by its first two digits: codes of counties retire, their numbers do not.
 * @param today the present instant
 */
export function checkResidentNumber(text: string, today: Date): ResidentNumberCheck {
  const value = normaliseIdentifier(text);
  const checkCharacter = value.length === bodyLength + 1 ? expectedCharacter(value) : null;
  const reason = formalReason(value, checkCharacter) ?? dateReason(value, shanghaiDate(today));
  const isReadable = wholePattern.test(value);
  return {
    value,
    valid: reason === null,
    reason,
    checkCharacter,
    warnings: isReadable && !isKnownArea(value) ? ['AREA_UNKNOWN'] : [],
  };
}

/** The birth date `YYYY-MM-DD` in an 18-digit number; null where it has none that exists. */
export function birthDateOf(text: string): string | null {
  const value = normaliseIdentifier(text);
  if (!wholePattern.test(value)) return null;
  const date = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  return isCalendarDate(date) ? date : null;
}

/** Digit 17 is odd for men; null where the text is no 18-digit number. */
export function sexOf(text: string): Sex | null {
  const value = normaliseIdentifier(text);
  if (!wholePattern.test(value)) return null;
  return Number(value.charAt(16)) % 2 === 1 ? 'male' : 'female';
}

/**
 * A number that passes the check and was issued to nobody, as far as can be: for fixtures and demonstration data.
 * @throws RangeError where a part is out of its range
 */
export function syntheticResidentNumber({ area, birthDate, sequence }: SyntheticResidentNumber): string {
  if (!/^\d{6}$/.test(area)) throw new RangeError('area: six digits');
  if (!isCalendarDate(birthDate)) throw new RangeError('birthDate: a day of the calendar, YYYY-MM-DD');
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999)
    throw new RangeError('sequence: 0 to 999');
  const body = `${area}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return `${body}${expectedCharacter(body) ?? ''}`;
}

function formalReason(value: string, checkCharacter: string | null): ResidentNumberReason | null {
  if (/^\d{15}$/.test(value)) return 'FIFTEEN_DIGITS';
  if (value.length !== bodyLength + 1) return 'LENGTH';
  if (!wholePattern.test(value)) return 'ALPHABET';
  return value.charAt(bodyLength) === checkCharacter ? null : 'CHECK_CHARACTER';
}

function dateReason(value: string, today: string): ResidentNumberReason | null {
  const birthDate = birthDateOf(value);
  return birthDate === null || birthDate > today ? 'DATE' : null;
}

/** GB 11643-1999 (ISO 7064 MOD 11-2). */
function expectedCharacter(value: string): string | null {
  if (!bodyPattern.test(value)) return null;
  const total = weights.reduce((sum, weight, index) => sum + weight * Number(value.charAt(index)), 0);
  return checkCharacters.charAt(total % 11);
}

function isKnownArea(value: string): boolean {
  const prefix = value.slice(0, 2);
  return isProvinceCode(prefix) || furtherAreas.includes(prefix);
}
