import { hideNumbers } from '@gongxiang/domain/figures';
import type { components } from '../../../api/schema.js';
import type { FileKind } from '../../../kit/upload.model.js';

type Schemas = components['schemas'];
export type MemberImport = Schemas['MemberImportView'];
export type ImportRow = Schemas['MemberImportRowView'];
export type ImportState = MemberImport['state'];

export const rowStates = ['created', 'updated', 'unchanged', 'rejected'] as const;
/** Which rows are shown: those of one outcome, or those with warnings. */
export const rowChoices = [...rowStates, 'warned'] as const;
export type RowChoice = (typeof rowChoices)[number];
export const rosterFields = [
  'name',
  'residentNumber',
  'phone',
  'union',
  'validFrom',
  'employmentKind',
  'sex',
] as const;
export type RosterField = (typeof rosterFields)[number];

const problemCodes = [
  'NAME_REQUIRED',
  'TEXT_LENGTH',
  'RESIDENT_NUMBER_REQUIRED',
  'RESIDENT_NUMBER_LENGTH',
  'RESIDENT_NUMBER_ALPHABET',
  'RESIDENT_NUMBER_CHECK_CHARACTER',
  'RESIDENT_NUMBER_DATE',
  'RESIDENT_NUMBER_ROUNDED',
  'RESIDENT_NUMBER_FIFTEEN',
  'PHONE_FORMAT',
  'PHONE_KEPT',
  'DATE_FORMAT',
  'UNION_UNKNOWN',
  'UNION_AMBIGUOUS',
  'DUPLICATE_IN_FILE',
  'MEMBER_NAME_DIFFERS',
  'MEMBER_ELSEWHERE_OR_DIFFERS',
  'EMPLOYMENT_KIND_UNKNOWN',
  'IMPORT_COLUMNS_MISSING',
  'IMPORT_FORMAT',
  'NAME_CHARACTERS',
  'JOINED_AHEAD',
  'JOINED_BEFORE_BIRTH',
  'NAME_HAS_DIGITS',
  'RESIDENT_NUMBER_AREA_UNKNOWN',
  'RESIDENT_NUMBER_MAYBE_ROUNDED',
  'AGE_UNUSUAL',
  'SEX_DIFFERS',
  'JOINED_YOUNG',
  'PHONE_SHARED',
  'MEMBER_REFUSALS_TOO_MANY',
  'IMPORT_EMPTY',
  'IMPORT_TOO_LONG',
  'IMPORT_FILE_MISSING',
  'IMPORT_FAILED',
] as const;
type ProblemCode = (typeof problemCodes)[number];

/** The code, where there is a text for it. */
export function knownProblem(code: string): ProblemCode | null {
  return problemCodes.find((one) => one === code) ?? null;
}

export function fieldOf(field: string | null): RosterField | null {
  return rosterFields.find((one) => one === field) ?? null;
}

export function rowChoiceOf(search: URLSearchParams): RowChoice | undefined {
  return rowChoices.find((choice) => choice === search.get('state'));
}

export function rowFilterOf(choice: RowChoice | undefined) {
  if (choice === undefined) return {};
  return choice === 'warned' ? { warned: true } : { state: choice };
}

/** The remarks on a row: why it was rejected or left unchanged, and its warnings. */
export function remarksOf({ code, field, warnings }: ImportRow): readonly RowRemark[] {
  return [...(code === null ? [] : [{ code, field }]), ...warnings];
}

interface RowRemark {
  readonly code: string;
  readonly field: string | null;
}

/** Is the platform still processing it? */
export function isAtWork({ state }: Pick<MemberImport, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** Is there a report of its rows? */
export function hasReport({ state }: Pick<MemberImport, 'state'>): boolean {
  return state === 'checked' || state === 'done' || state === 'undone';
}

/** How many rows change the roster. */
export function changing({ created, updated }: MemberImport['progress']): number {
  return created + updated;
}

/** A file is recognised by its name before it is sent: browsers do not agree on the type of .csv. */
export const rosterKind: FileKind = {
  isLike: ({ name }) => /\.(csv|txt)$/i.test(name),
  contentTypes: ['text/csv'],
};

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

export function delimiterName(delimiter: string | null) {
  return Object.entries(delimiterNames).find(([sign]) => sign === delimiter)?.[1] ?? null;
}

/** A number with this many digits or more is hidden from bystanders. */
const hiddenDigitsMin = 8;

/** The first cells of a row of the file, enough to find the person again; long numbers are shortened. */
export function inFile(cells: readonly string[]): string {
  const cut = (digits: string): string => `${digits.slice(0, 4)}…${digits.slice(-2)}`;
  return cells
    .slice(0, 2)
    .map((cell) => hideNumbers(cell, hiddenDigitsMin, cut))
    .join(' ');
}
