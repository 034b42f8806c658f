import type { RosterWarningCode } from '@gongxiang/contracts/membership/members/member-import.contract';
import type { EmploymentKind } from '@gongxiang/contracts/membership/membership-events';
import {
  birthDateOf,
  checkResidentNumber,
  isCalendarDate,
  normaliseIdentifier,
  normaliseName,
  type Sex,
  sexOf,
  shanghaiDate,
} from '@gongxiang/domain';
import { isPhone, normalisePhone } from '../../persons/person/person.model.js';

export type RosterField =
  'name' | 'residentNumber' | 'phone' | 'validFrom' | 'union' | 'employmentKind' | 'sex';

/** The problem of an entry: a code and the field concerned; never the value. */
export interface RosterProblem {
  readonly code: string;
  readonly field: RosterField | null;
}

/**
 * A finding that somebody should check although the entry is accepted; like a problem, it never contains the value.
 */
export interface RosterWarning {
  readonly code: RosterWarningCode;
  readonly field: RosterField;
}

export interface RosterText {
  readonly name: string;
  readonly residentNumber: string;
  readonly phone: string;
  readonly validFrom: string;
  readonly employmentKind: string;
  /** Only compared with the number, not stored. */
  readonly sex: string;
}

/** A person of a roster, in normalised form. */
export interface RosterEntry {
  readonly name: string;
  readonly residentNumber: string;
  readonly phone: string | null;
  /** `YYYY-MM-DD`; null if the roster does not state it. */
  readonly validFrom: string | null;
  /** Null if the roster does not state it. */
  readonly employmentKind: EmploymentKind | null;
  readonly warnings: readonly RosterWarning[];
}

const nameMax = 100;
/**
 * Letters of any script with separators, and the 〇 of names, which is not a letter. Excluded are replacement
 * characters (`王??`, U+FFFD) and private-use characters: nobody could prove that such a name is theirs. Separators
 * alone, such as the dash for "none", are no name.
 */
const namePattern = /^(?=.*[\p{L}\p{Nd}\u3007])(?:[\p{L}\p{M}\p{Nd}\u3007·\s'\u2019.-]|\u200c|\u200d)+$/u;
/** The minimum employment age (Labour Law, Art. 15). */
const employableAge = 16;
/** Above this age a number is more often mistyped than its holder alive. */
const oldestAge = 100;
/** How a spreadsheet displays a long number: 1.1E+17. */
const scientificPattern = /^\d(\.\d+)?E\+?\d{1,2}$/;
/** A spreadsheet keeps 15 digits and replaces the rest by zeros. */
const roundedPattern = /^\d{15}000$/;

/**
 * Parses an entry. Nothing is guessed: a number that a spreadsheet has rounded is refused, not completed.
 * @param now the current time, as a birth date cannot be in the future
 */
export function readRosterEntry(text: RosterText, now: Date): RosterEntry | RosterProblem {
  const name = normaliseName(text.name);
  const nameProblem = problemOfName(name);
  if (nameProblem !== null) return { code: nameProblem, field: 'name' };
  const number = normaliseIdentifier(text.residentNumber);
  const numberProblem = problemOfNumber(number, now);
  if (numberProblem !== null) return { code: numberProblem, field: 'residentNumber' };
  const phone = normalisePhone(text.phone);
  if (phone !== '' && !isPhone(phone)) return { code: 'PHONE_FORMAT', field: 'phone' };
  const validFrom = readDate(text.validFrom);
  if (validFrom === undefined) return { code: 'DATE_FORMAT', field: 'validFrom' };
  const employmentKind = readEmploymentKind(text.employmentKind);
  if (employmentKind === undefined) return { code: 'EMPLOYMENT_KIND_UNKNOWN', field: 'employmentKind' };
  const dayProblem = problemOfDay(validFrom, number, now);
  if (dayProblem !== null) return { code: dayProblem, field: 'validFrom' };
  return {
    name,
    residentNumber: number,
    phone: phone === '' ? null : phone,
    validFrom,
    employmentKind,
    warnings: warningsOf({ name, number, validFrom, sex: readSex(text.sex) }, now),
  };
}

export function isProblem(read: RosterEntry | RosterProblem): read is RosterProblem {
  return 'code' in read;
}

/** @returns the code of what is wrong with a normalised name; null if nothing is */
export function problemOfName(name: string): string | null {
  if (name === '') return 'NAME_REQUIRED';
  if ([...name].length > nameMax) return 'TEXT_LENGTH';
  return namePattern.test(name) ? null : 'NAME_CHARACTERS';
}

/** @returns the code of what is wrong with a normalised resident number; null if nothing is */
export function problemOfNumber(number: string, now: Date): string | null {
  if (number === '') return 'RESIDENT_NUMBER_REQUIRED';
  if (scientificPattern.test(number)) return 'RESIDENT_NUMBER_ROUNDED';
  const { reason } = checkResidentNumber(number, now);
  if (reason === null) return null;
  if (reason === 'FIFTEEN_DIGITS') return 'RESIDENT_NUMBER_FIFTEEN';
  if (reason === 'CHECK_CHARACTER' && roundedPattern.test(number)) return 'RESIDENT_NUMBER_ROUNDED';
  return `RESIDENT_NUMBER_${reason}`;
}

/** A joining date is neither before birth nor in the future. */
function problemOfDay(validFrom: string | null, number: string, now: Date): string | null {
  if (validFrom === null) return null;
  if (validFrom > shanghaiDate(now)) return 'JOINED_AHEAD';
  return validFrom < (birthDateOf(number) ?? '') ? 'JOINED_BEFORE_BIRTH' : null;
}

/** Values that can be right but mostly are not: reported, and loaded all the same. */
function warningsOf(
  entry: { name: string; number: string; validFrom: string | null; sex: Sex | null },
  now: Date,
): RosterWarning[] {
  const { name, number, sex } = entry;
  const found: readonly (false | RosterWarning)[] = [
    /\p{Nd}/u.test(name) && { code: 'NAME_HAS_DIGITS', field: 'name' },
    checkResidentNumber(number, now).warnings.length > 0 && {
      code: 'RESIDENT_NUMBER_AREA_UNKNOWN',
      field: 'residentNumber',
    },
    // One number in eleven has the check character 0, so a rounded one can be valid by chance.
    roundedPattern.test(number) && { code: 'RESIDENT_NUMBER_MAYBE_ROUNDED', field: 'residentNumber' },
    sex !== null && sex !== sexOf(number) && { code: 'SEX_DIFFERS', field: 'sex' },
    warningOfAge(entry, now),
  ];
  return found.filter((one) => one !== false);
}

/** For adults the age at the joining date is checked as well. */
function warningOfAge(
  { number, validFrom }: { number: string; validFrom: string | null },
  now: Date,
): false | RosterWarning {
  const age = ageAt(number, shanghaiDate(now));
  if (age < employableAge || age > oldestAge) return { code: 'AGE_UNUSUAL', field: 'residentNumber' };
  const isYoung = validFrom !== null && ageAt(number, validFrom) < employableAge;
  return isYoung && { code: 'JOINED_YOUNG', field: 'validFrom' };
}

/** In completed years. */
function ageAt(number: string, day: string): number {
  const birthDate = birthDateOf(number) ?? day;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

const sexWords: Readonly<Record<Sex, readonly string[]>> = {
  male: ['男', '男性', 'm', 'male'],
  female: ['女', '女性', 'f', 'female'],
};

/** @returns null if no comparable value is given */
function readSex(text: string): Sex | null {
  const word = plainWord(text);
  return (['male', 'female'] as const).find((sex) => sexWords[sex].includes(word)) ?? null;
}

const datePattern = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$|^(\d{4})(\d{2})(\d{2})$/;
/** With which a database prints a day that has no time. */
const midnight = /[ T]0{1,2}:00(?::00(?:\.0+)?)?$/;

/**
 * Parses a date as rosters write it: 2020-01-05, 2020/1/5, 2020年1月5日, 20200105, 2020-01-05 00:00:00. @returns
 * undefined if it is not a date
 */
function readDate(text: string): string | null | undefined {
  const plain = text.normalize('NFKC').trim().replace(midnight, '');
  if (plain === '') return null;
  const parts = datePattern.exec(plain)?.slice(1).filter(Boolean) ?? [];
  const [year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

/** The words that rosters use; ambiguous words are not accepted. */
const employmentWords: Readonly<Record<EmploymentKind, readonly string[]>> = {
  regular: ['在编', '合同制', '在编/合同制', '正式工', '合同工', '劳动合同制', 'employed'],
  dispatched: ['劳务派遣', '劳务派遣工', '派遣', '派遣工', 'agency'],
  newForm: [
    '新就业形态',
    '新就业形态劳动者',
    '外卖骑手',
    '骑手',
    '快递员',
    '网约车司机',
    '货车司机',
    'new form',
  ],
  partTime: ['非全日制', '非全日制用工', '小时工', 'part-time'],
  retired: ['退休', '已退休', '退休人员'],
};

/** @returns null if nothing is given, undefined if the word is unknown */
function readEmploymentKind(text: string): EmploymentKind | null | undefined {
  const word = plainWord(text);
  if (word === '') return null;
  const kinds = Object.keys(employmentWords) as EmploymentKind[];
  return kinds.find((kind) => [kind, ...employmentWords[kind]].map(plainWord).includes(word));
}

function plainWord(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
