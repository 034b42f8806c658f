import type { EmploymentKind } from '@gongxiang/contracts';
import { checkResidentNumber, isCalendarDate, normaliseIdentifier, normaliseName } from '@gongxiang/domain';
import { isPhone, normalisePhone } from '../person/person.model.js';

export type RosterField = 'name' | 'residentNumber' | 'phone' | 'validFrom' | 'union' | 'employmentKind';

/** What is wrong with an entry: a code, and the field that is meant; never the value. */
export interface RosterProblem {
  readonly code: string;
  readonly field: RosterField | null;
}

export interface RosterText {
  readonly name: string;
  readonly residentNumber: string;
  readonly phone: string;
  readonly validFrom: string;
  readonly employmentKind: string;
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
}

const nameMax = 100;
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
  if (name === '') return { code: 'NAME_REQUIRED', field: 'name' };
  if ([...name].length > nameMax) return { code: 'TEXT_LENGTH', field: 'name' };
  const number = normaliseIdentifier(text.residentNumber);
  const numberProblem = problemOfNumber(number, now);
  if (numberProblem !== null) return { code: numberProblem, field: 'residentNumber' };
  const phone = normalisePhone(text.phone);
  if (phone !== '' && !isPhone(phone)) return { code: 'PHONE_FORMAT', field: 'phone' };
  const validFrom = readDate(text.validFrom);
  if (validFrom === undefined) return { code: 'DATE_FORMAT', field: 'validFrom' };
  const employmentKind = readEmploymentKind(text.employmentKind);
  if (employmentKind === undefined) return { code: 'EMPLOYMENT_KIND_UNKNOWN', field: 'employmentKind' };
  return { name, residentNumber: number, phone: phone === '' ? null : phone, validFrom, employmentKind };
}

export function isProblem(read: RosterEntry | RosterProblem): read is RosterProblem {
  return 'code' in read;
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
