import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { DomainError, faultOfLines } from '@gongxiang/domain';
import { type CsvError, parse } from 'csv-parse/sync';
import type { FileRow } from './file-row.model.js';
import { rowsMax } from './member-import.model.js';
import { delimiterOf } from './roster-columns.model.js';

/** How a text file is written. */
export interface TextFormat {
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
  readonly delimiter: string;
}

export interface TextFile extends TextFormat {
  /** Without a byte order mark and without a first line `sep=;`, which spreadsheets do not show. */
  readonly text: string;
  /** What was left out before the text. */
  readonly prefix: string;
}

/** A row of a roster has some hundred bytes; a file without line breaks would be one row of millions of cells. */
const lineBytesMax = 64 * 1_024;
const recordBytesMax = 100_000;
/** Includes blank lines, and line breaks within quoted cells. */
const linesMax = 2 * rowsMax;
const headBytes = 64 * 1_024;
const separatorLine = /^sep=(.)\r?\n/;

/**
 * UTF-16 by its byte order mark ("Unicode text" of Excel), UTF-8 if all of it is valid, otherwise GB18030, which
 * spreadsheets write in China.
 * @throws DomainError `IMPORT_FORMAT`, `IMPORT_LINE_TOO_LONG`, `IMPORT_TOO_LONG`
 */
export function openText(bytes: Uint8Array): TextFile {
  const encoding = encodingOf(bytes);
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  if (!isWide && bytes.subarray(0, headBytes).includes(0)) throw new DomainError('IMPORT_FORMAT');
  if (!isWide) requireLines(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (isWide) requireLines(Buffer.from(text));
  const separator = separatorLine.exec(text);
  const prefix = separator?.[0] ?? '';
  const body = text.slice(prefix.length);
  return {
    encoding,
    delimiter: separator?.[1] ?? delimiterOf(body.slice(0, lineBytesMax)),
    text: body,
    prefix,
  };
}

/**
 * Rows without a value are left out.
 * @param accept answers false when it has seen enough
 * @throws DomainError `IMPORT_FORMAT`, and what `accept` throws
 */
export function readText({ text, delimiter }: TextFile, accept: (row: FileRow) => boolean): void {
  eachRecord({ text, delimiter }, (record, rowNumber) => {
    if (record.every((cell) => cell === '')) return true;
    const cells = record.map((cell) => (cell === '' ? undefined : ({ text: cell, kind: 'text' } as const)));
    return accept({ rowNumber, isHidden: false, cells });
  });
}

/**
 * Calls back for each record in order; nothing is accumulated.
 * @throws DomainError `IMPORT_FORMAT`, and what the callback throws
 */
export function eachRecord(
  { text, delimiter }: Pick<TextFile, 'text' | 'delimiter'>,
  accept: (record: string[], rowNumber: number) => boolean,
): void {
  let rowNumber = 0;
  const onRecord = (record: string[]): null => {
    rowNumber += 1;
    if (!accept(record, rowNumber)) throw new Enough();
    return null;
  };
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: recordBytesMax,
      on_record: onRecord,
    });
  } catch (error) {
    if (error instanceof Enough) return;
    throw isParserError(error) ? new DomainError('IMPORT_FORMAT') : error;
  }
}

class Enough extends Error {}

function encodingOf(bytes: Uint8Array): TextFormat['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}

function requireLines(bytes: Uint8Array): void {
  const fault = faultOfLines(bytes, { bytesMax: lineBytesMax, linesMax });
  if (fault === 'lineTooLong') throw new DomainError('IMPORT_LINE_TOO_LONG');
  if (fault === 'tooManyLines') throw new DomainError('IMPORT_TOO_LONG');
}

function isParserError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}
