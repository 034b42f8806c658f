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

/** What is wrong with an entry: a code, and the field that is meant; never the value. */
export interface RosterProblem {
  readonly code: string;
  readonly field: RosterField | null;
}

/** What somebody should look at although the entry can be taken: the same shape, and never a value either. */
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
  /** Only compared with the number, and not kept. */
  readonly sex: string;
}

/** A person as a roster names him, in the form that is kept and compared. */
export interface RosterEntry {
  readonly name: string;
  readonly residentNumber: string;
  readonly phone: string | null;
  /** `YYYY-MM-DD`; null where the roster does not say. */
  readonly validFrom: string | null;
  /** Null where the roster does not say. */
  readonly employmentKind: EmploymentKind | null;
  readonly warnings: readonly RosterWarning[];
}

const nameMax = 100;
/**
 * Letters of any script with what stands between them, and the 〇 of names, which is no letter. Not among them are the signs that
 * stand where a character was lost (`王??`, U+FFFD) or is known to one machine alone (private use): nobody could show that such a
 * name is his.
 */
const namePattern = /^(?:[\p{L}\p{M}\p{Nd}\u3007·\s'\u2019.-]|\u200c|\u200d)+$/u;
/** Below it nobody may be employed (Labour Law, Art. 15). */
const employableAge = 16;
/** Beyond it a number is more often mistyped than its holder alive. */
const oldestAge = 100;
/** What a spreadsheet makes of a long number: 1.1E+17. */
const scientificPattern = /^\d(\.\d+)?E\+?\d{1,2}$/;
/** It keeps 15 digits and writes zeros for the rest. */
const roundedPattern = /^\d{15}000$/;

/**
 * Reads an entry. Nothing is guessed: a number that a spreadsheet has rounded is refused, not completed.
 * @param now the present instant, as a birth date cannot lie ahead
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

function problemOfName(name: string): string | null {
  if (name === '') return 'NAME_REQUIRED';
  if ([...name].length > nameMax) return 'TEXT_LENGTH';
  return namePattern.test(name) ? null : 'NAME_CHARACTERS';
}

function problemOfNumber(number: string, now: Date): string | null {
  if (number === '') return 'RESIDENT_NUMBER_REQUIRED';
  if (scientificPattern.test(number)) return 'RESIDENT_NUMBER_ROUNDED';
  const { reason } = checkResidentNumber(number, now);
  if (reason === null) return null;
  if (reason === 'FIFTEEN_DIGITS') return 'RESIDENT_NUMBER_FIFTEEN';
  if (reason === 'CHECK_CHARACTER' && roundedPattern.test(number)) return 'RESIDENT_NUMBER_ROUNDED';
  return `RESIDENT_NUMBER_${reason}`;
}

/** Nobody is a member before he is born, nor from a day on that is still to come. */
function problemOfDay(validFrom: string | null, number: string, now: Date): string | null {
  if (validFrom === null) return null;
  if (validFrom > shanghaiDate(now)) return 'JOINED_AHEAD';
  return validFrom < (birthDateOf(number) ?? '') ? 'JOINED_BEFORE_BIRTH' : null;
}

/** What can be right, and mostly is not: reported, and loaded all the same. */
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
    // The check character of one number in eleven is a zero, so that a rounded one can be right by chance.
    roundedPattern.test(number) && { code: 'RESIDENT_NUMBER_MAYBE_ROUNDED', field: 'residentNumber' },
    sex !== null && sex !== sexOf(number) && { code: 'SEX_DIFFERS', field: 'sex' },
    warningOfAge(entry, now),
  ];
  return found.filter((one) => one !== false);
}

/** Of one who is grown by now, the day of joining is looked at as well. */
function warningOfAge(
  { number, validFrom }: { number: string; validFrom: string | null },
  now: Date,
): false | RosterWarning {
  const age = ageAt(number, shanghaiDate(now));
  if (age < employableAge || age > oldestAge) return { code: 'AGE_UNUSUAL', field: 'residentNumber' };
  const isYoung = validFrom !== null && ageAt(number, validFrom) < employableAge;
  return isYoung && { code: 'JOINED_YOUNG', field: 'validFrom' };
}

/** In whole years; a birthday counts from its day on. */
function ageAt(number: string, day: string): number {
  const birthDate = birthDateOf(number) ?? day;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

const sexWords: Readonly<Record<Sex, readonly string[]>> = {
  male: ['男', '男性', 'm', 'male'],
  female: ['女', '女性', 'f', 'female'],
};

/** @returns null where nothing is said that can be compared */
function readSex(text: string): Sex | null {
  const word = plainWord(text);
  return (['male', 'female'] as const).find((sex) => sexWords[sex].includes(word)) ?? null;
}

const datePattern = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$|^(\d{4})(\d{2})(\d{2})$/;

/** A day as rosters write it: 2020-01-05, 2020/1/5, 2020年1月5日, 20200105. @returns undefined where it is none */
function readDate(text: string): string | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  const parts = datePattern.exec(plain)?.slice(1).filter(Boolean) ?? [];
  const [year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

/** The words for it that rosters use; a word that could mean two of them is none. */
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

/** @returns null where nothing is said, undefined where the word is not known */
function readEmploymentKind(text: string): EmploymentKind | null | undefined {
  const word = plainWord(text);
  if (word === '') return null;
  const kinds = Object.keys(employmentWords) as EmploymentKind[];
  return kinds.find((kind) => [kind, ...employmentWords[kind]].map(plainWord).includes(word));
}

function plainWord(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
