import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { BankRowProblem } from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import { DomainError, faultOfLines } from '@gongxiang/domain';
import { threadTask } from '@gongxiang/messaging/threads';
import { parse } from 'csv-parse/sync';
import { type BankColumns, columnsOf, delimiterOf } from './bank-columns.model.js';
import { type BankLine, readLine } from './bank-line.model.js';

/** The parsed content of a bank file. */
export interface BankFileContent {
  readonly encoding: string;
  readonly lines: readonly (BankLine & { readonly number: number })[];
  /** Rows below the header that are not bank lines. */
  readonly skipped: readonly { readonly row: number; readonly code: BankRowProblem }[];
}

/** A year of a busy union account is a few thousand lines. */
const bankLinesMax = 5_000;
/** Including rows that are not bank lines. */
const rowsMax = 4 * bankLinesMax;
const rowBytesMax = 20_000;
const lineBytesMax = 64 * 1_024;
/** Banks put name, number and period of the account above the header. */
const headerRowMax = 30;

/**
 * Reads a bank's .csv in UTF-8 or GB18030, skipping the rows above the header.
 * @throws DomainError `BANK_FILE_FORMAT`, `BANK_COLUMNS_MISSING`, `BANK_FILE_EMPTY`, `BANK_FILE_TOO_LONG` {linesMax}
 */
export function readBankFile(bytes: Uint8Array): BankFileContent {
  requireLines(bytes);
  const { encoding, text } = decoded(bytes);
  const rows = rowsOf(text);
  const { columns, place } = headerOf(rows);
  const content = linesOf(rows.slice(place + 1), columns, place + 2);
  if (content.lines.length === 0) throw new DomainError('BANK_FILE_EMPTY', { pointer: '/fileKey' });
  return { encoding, ...content };
}

export const bankFileReading = threadTask(import.meta.url, readBankFile);

function requireLines(bytes: Uint8Array): void {
  const fault = faultOfLines(bytes, { bytesMax: lineBytesMax, linesMax: rowsMax });
  if (fault === 'lineTooLong') throw new DomainError('BANK_FILE_FORMAT', { pointer: '/fileKey' });
  if (fault === 'tooManyLines') throw tooLong();
}

/** UTF-8 if the whole file is valid UTF-8, else GB18030, which banks write. */
function decoded(bytes: Uint8Array): { encoding: string; text: string } {
  if (bytes.includes(0)) throw new DomainError('BANK_FILE_FORMAT', { pointer: '/fileKey' });
  const encoding = isUtf8(bytes) ? 'utf-8' : 'gb18030';
  return { encoding, text: new TextDecoder(encoding).decode(bytes) };
}

function rowsOf(text: string): string[][] {
  const head = text.split(/\r?\n/, headerRowMax).join('\n');
  try {
    return parse(text, {
      delimiter: delimiterOf(head),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: rowBytesMax,
    });
  } catch (error) {
    const isForm = error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
    throw isForm ? new DomainError('BANK_FILE_FORMAT', { pointer: '/fileKey' }) : error;
  }
}

function headerOf(rows: readonly string[][]): { columns: BankColumns; place: number } {
  for (const [place, row] of rows.slice(0, headerRowMax).entries()) {
    const columns = columnsOf(row);
    if (columns !== null) return { columns, place };
  }
  throw new DomainError('BANK_COLUMNS_MISSING', { pointer: '/fileKey' });
}

function linesOf(
  rows: readonly string[][],
  columns: BankColumns,
  firstNumber: number,
): Omit<BankFileContent, 'encoding'> {
  const lines: (BankLine & { number: number })[] = [];
  const skipped: { row: number; code: BankRowProblem }[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const number = firstNumber + index;
    const line = readLine(row, columns);
    if (typeof line === 'string') skipped.push({ row: number, code: line });
    else lines.push({ ...line, number });
    if (lines.length > bankLinesMax) throw tooLong();
  }
  return { lines, skipped };
}

export function tooLong(): DomainError {
  return new DomainError('BANK_FILE_TOO_LONG', { pointer: '/fileKey', params: { linesMax: bankLinesMax } });
}
