import {
  importedLoansMax,
  type LoanImportKind,
} from '@gongxiang/contracts/sharing/lending/loan-import.contract';
import { DomainError, type FieldProblem, isCalendarDate } from '@gongxiang/domain';
import { civilInstant } from '../resource/civil-time.model.js';
import { type CsvRow, csvRows } from './csv.model.js';

/** A parsed row of the file. */
export interface ImportRow {
  readonly line: number;
  readonly kind: LoanImportKind;
  /** The name or id of a union; empty for a time out of service. */
  readonly union: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly purpose: string;
}

interface ReadImport {
  readonly rows: readonly ImportRow[];
  readonly problems: readonly FieldProblem[];
}

type Column = 'kind' | 'union' | 'start' | 'end' | 'purpose';

const columnNames: Readonly<Record<Column, readonly string[]>> = {
  kind: ['类型', 'kind'],
  union: ['借用工会', 'union'],
  start: ['开始', 'start'],
  end: ['结束', 'end'],
  purpose: ['用途', 'purpose'],
};
const kinds: ReadonlyMap<string, LoanImportKind> = new Map([
  ['借用', 'loan'],
  ['loan', 'loan'],
  ['停用', 'block'],
  ['block', 'block'],
]);
const purposeMax = 500;
const clockPattern = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
/** Also the format of spreadsheets: `2026/12/5 9:00`. */
const timePattern = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})$/;

/**
 * Parses a file of loans and times out of service; a problem of a row points to `/csv/<line>`.
 * @throws DomainError `LOAN_IMPORT_COLUMNS`, `LOAN_IMPORT_EMPTY`, `LOAN_IMPORT_TOO_LONG`
 */
export function readImport(csv: string): ReadImport {
  const [head, ...lines] = csvRows(csv) ?? [];
  const places = head && placesOf(head.cells);
  if (!places) throw new DomainError('LOAN_IMPORT_COLUMNS', { pointer: '/csv' });
  if (lines.length === 0) throw new DomainError('LOAN_IMPORT_EMPTY', { pointer: '/csv' });
  if (lines.length > importedLoansMax) {
    throw new DomainError('LOAN_IMPORT_TOO_LONG', { pointer: '/csv', params: { max: importedLoansMax } });
  }
  const read = lines.map((line) => rowOf(line, places));
  return {
    rows: read.flatMap((one) => ('code' in one ? [] : [one])),
    problems: read.flatMap((one) => ('code' in one ? [one] : [])),
  };
}

export function pointerOf(line: number): string {
  return `/csv/${line}`;
}

function placesOf(cells: readonly string[]): Record<Column, number> | null {
  const names = cells.map((cell) => cell.toLowerCase());
  const place = (column: Column): number => names.findIndex((name) => columnNames[column].includes(name));
  const places = {
    kind: place('kind'),
    union: place('union'),
    start: place('start'),
    end: place('end'),
    purpose: place('purpose'),
  };
  return Object.values(places).includes(-1) ? null : places;
}

function rowOf({ line, cells }: CsvRow, places: Record<Column, number>): ImportRow | FieldProblem {
  const cell = (column: Column): string => cells[places[column]] ?? '';
  const pointer = pointerOf(line);
  const kind = kinds.get(cell('kind').toLowerCase());
  if (kind === undefined) return { pointer, code: 'LOAN_IMPORT_KIND' };
  const startsAt = timeOf(cell('start'));
  const endsAt = timeOf(cell('end'));
  if (startsAt === null || endsAt === null) return { pointer, code: 'LOAN_IMPORT_TIME' };
  if (startsAt >= endsAt) return { pointer, code: 'PERIOD_EMPTY' };
  const purpose = cell('purpose');
  if (purpose === '' || purpose.length > purposeMax) return { pointer, code: 'LOAN_IMPORT_PURPOSE' };
  return { line, kind, union: cell('union'), startsAt, endsAt, purpose };
}

function timeOf(text: string): Date | null {
  const [, year = '', month = '', day = '', hour = '', minute = ''] = timePattern.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return isCalendarDate(date) && clockPattern.test(time) ? civilInstant(date, time) : null;
}
