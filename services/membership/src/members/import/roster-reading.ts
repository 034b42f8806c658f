import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { DomainError, faultOfLines } from '@gongxiang/domain';
import { threadTask } from '@gongxiang/messaging/threads';
import { type CsvError, parse } from 'csv-parse/sync';
import { chunkRows, rowsMax } from './member-import.model.js';
import { columnsOf, delimiterOf, plainCell, type RosterColumns } from './roster-columns.model.js';

export interface RosterFileRow {
  /** As in a spreadsheet: the header is row 1. */
  readonly rowNumber: number;
  readonly cells: Readonly<Record<keyof RosterColumns, string>>;
}

/** A parsed roster without its blank rows. */
export interface Roster {
  readonly encoding: string;
  readonly delimiter: string;
  readonly total: number;
  /** JSON of `RosterFileRow[]`, some hundred rows each, so that only one chunk has to be parsed at a time. */
  readonly chunks: readonly string[];
}

/** A row of a roster has some hundred bytes; a file without line breaks would be one row of millions of cells. */
const lineBytesMax = 64 * 1_024;
const recordBytesMax = 100_000;
const columnsMax = 100;
/** Includes blank lines, and line breaks within quoted cells. */
const linesMax = 2 * rowsMax;
/** Longer than any valid value, so a truncated value is refused anyway. */
const cellCharactersMax = 1_000;
const headBytes = 64 * 1_024;

/**
 * Parses a whole roster: UTF-8 if all of it is valid, otherwise GB18030, which spreadsheets write in China.
 * @throws DomainError `IMPORT_FORMAT`, `IMPORT_LINE_TOO_LONG`, `IMPORT_TOO_WIDE`, `IMPORT_COLUMNS_MISSING`,
 * `IMPORT_TOO_LONG`, `IMPORT_EMPTY`
 */
export function readRoster(bytes: Uint8Array): Roster {
  if (bytes.subarray(0, headBytes).includes(0)) throw new DomainError('IMPORT_FORMAT');
  requireLines(bytes);
  const encoding = isUtf8(bytes) ? 'utf-8' : 'gb18030';
  const text = new TextDecoder(encoding).decode(bytes);
  const delimiter = delimiterOf(text.slice(0, lineBytesMax).split(/\r?\n/, 1)[0] ?? '');
  const rows = rowsOf(text, delimiter);
  if (rows.length === 0) throw new DomainError('IMPORT_EMPTY');
  return { encoding, delimiter, total: rows.length, chunks: chunksOf(rows) };
}

export const rosterReading = threadTask(import.meta.url, readRoster);

function requireLines(bytes: Uint8Array): void {
  const fault = faultOfLines(bytes, { bytesMax: lineBytesMax, linesMax });
  if (fault === 'lineTooLong') throw new DomainError('IMPORT_LINE_TOO_LONG');
  if (fault === 'tooManyLines') throw new DomainError('IMPORT_TOO_LONG');
}

function rowsOf(text: string, delimiter: string): RosterFileRow[] {
  const rows: RosterFileRow[] = [];
  let columns: RosterColumns | null = null;
  let rowNumber = 0;
  // The parser accumulates nothing: each row is accepted, or refused with the whole file, as soon as it is parsed.
  const accept = (record: string[]): null => {
    rowNumber += 1;
    if (rows.length > rowsMax) throw new DomainError('IMPORT_TOO_LONG');
    if (record.length > columnsMax) throw new DomainError('IMPORT_TOO_WIDE');
    if (columns === null) columns = columnsOrRefuse(record);
    else if (record.some((cell) => cell.trim() !== ''))
      rows.push({ rowNumber, cells: cellsOf(record, columns) });
    return null;
  };
  try {
    parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: recordBytesMax,
      on_record: accept,
    });
  } catch (error) {
    throw isParserError(error) ? new DomainError('IMPORT_FORMAT') : error;
  }
  if (rows.length > rowsMax) throw new DomainError('IMPORT_TOO_LONG');
  return rows;
}

function chunksOf(rows: readonly RosterFileRow[]): string[] {
  const count = Math.ceil(rows.length / chunkRows);
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify(rows.slice(index * chunkRows, (index + 1) * chunkRows)),
  );
}

function columnsOrRefuse(header: readonly string[]): RosterColumns {
  const columns = columnsOf(header);
  if (columns === null) throw new DomainError('IMPORT_COLUMNS_MISSING');
  return columns;
}

function cellsOf(record: readonly string[], columns: RosterColumns): RosterFileRow['cells'] {
  const cell = (field: keyof RosterColumns): string =>
    plainCell(record[columns[field]] ?? '').slice(0, cellCharactersMax);
  return {
    name: cell('name'),
    residentNumber: cell('residentNumber'),
    phone: cell('phone'),
    union: cell('union'),
    validFrom: cell('validFrom'),
    enterprise: cell('enterprise'),
    employmentKind: cell('employmentKind'),
    sex: cell('sex'),
  };
}

function isParserError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}
