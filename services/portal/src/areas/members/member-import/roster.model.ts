import { hideNumbers } from '@gongxiang/domain/figures';
import type { components } from '../../../api/schema.js';
import type { FileKind } from '../../../kit/upload.model.js';

type Schemas = components['schemas'];
export type MemberImport = Schemas['MemberImportView'];
export type ImportRow = Schemas['MemberImportRowView'];
export type ImportState = MemberImport['state'];

export const rowStates = ['created', 'updated', 'unchanged', 'ambiguous', 'rejected'] as const;
/** Which rows are shown: those of one outcome, or those with warnings. */
export const rowChoices = [...rowStates, 'warned', 'kept'] as const;
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
  'RESIDENT_NUMBER_IS_NUMERIC',
  'CELL_ERROR',
  'CELL_MERGED',
  'FORMULA_WITHOUT_VALUE',
  'FORMULA_VALUE',
  'ROW_HIDDEN',
  'NUMBER_KEPT',
  'MAYBE_KNOWN',
  'ROW_SKIPPED',
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
  'IMPORT_TOO_LARGE',
  'IMPORT_TOO_WIDE',
  'IMPORT_LINE_TOO_LONG',
  'IMPORT_SHEET_MISSING',
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
  if (choice === 'warned' || choice === 'kept') return { [choice]: true };
  return { state: choice };
}

/** The remarks on a row: why it was rejected or left unchanged, and its warnings. */
export function remarksOf({ code, field, hint, more, warnings }: ImportRow): readonly RowRemark[] {
  const first = code === null ? [] : [{ code, field, hint }];
  return [...first, ...[...more, ...warnings].map((one) => ({ ...one, hint: null }))];
}

interface RowRemark {
  readonly code: string;
  readonly field: string | null;
  /** What would be right. */
  readonly hint: string | null;
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
  isLike: ({ name }) => /\.(xlsx|csv|txt)$/i.test(name),
  contentTypes: ['text/csv', 'application/zip'],
};

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

export function delimiterName(delimiter: string | null) {
  return Object.entries(delimiterNames).find(([sign]) => sign === delimiter)?.[1] ?? null;
}

export type RosterPreview = Schemas['MemberImportPreview'];
export type RosterLayout = Schemas['RosterLayoutInput'];
export type RosterFieldName = RosterLayout['columns'][number]['field'];
/** In the order in which they are offered. */
export const assignableFields = [...rosterFields, 'enterprise'] as const satisfies readonly RosterFieldName[];

/** The field of a column; undefined if it is not imported. */
export function fieldAt({ columns }: RosterLayout, column: number): RosterFieldName | undefined {
  return columns.find((one) => one.column === column)?.field;
}

/** The layout with a field in a column: another column that had the field has none any more. */
export function assigned(
  layout: RosterLayout,
  column: number,
  field: RosterFieldName | undefined,
): RosterLayout {
  const others = layout.columns.filter((one) => one.column !== column && one.field !== field);
  return { ...layout, columns: field === undefined ? others : [...others, { field, column }] };
}

/** Whether the columns are known without which nobody can be imported. */
export function isComplete({ columns }: RosterLayout): boolean {
  const fields = columns.map(({ field }) => field);
  return fields.includes('name') && fields.includes('residentNumber');
}

/** The answers to an ambiguous row. A number that fails its check is nobody's: its row cannot be somebody new. */
export function answersTo({ code, candidates }: ImportRow) {
  return {
    mayBeNew: code === 'MAYBE_KNOWN',
    people: candidates,
  };
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

/** The outcomes that undoing an import takes back. */
export function isTakenBack(state: (typeof rowStates)[number]): state is 'created' | 'updated' {
  return state === 'created' || state === 'updated';
}
