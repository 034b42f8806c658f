import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { DomainError, faultOfLines } from '@gongxiang/domain';
import { sniffType, zipParts, ZipRefused } from '@gongxiang/messaging/files';
import { threadTask } from '@gongxiang/messaging/threads';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { figureRowsMax } from './figure-rows.model.js';

/** A few more than are taken in, so that a file that is too long says so and is not cut off. */
const rowsReadMax = figureRowsMax + 10;
const columnsMax = 26;
const lastColumn = 'Z';
const lineBytesMax = 64 * 1_024;

/**
 * The cells of a table as text, the header first: of .xlsx, or of .csv in UTF-8 or GB18030, which spreadsheets write in
 * China.
 * @throws DomainError `FIGURE_FILE_FORMAT`
 */
export async function readCells(bytes: Uint8Array): Promise<string[][]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows = sniffType(file) === 'application/zip' ? await sheetRows(file) : textRows(file);
  return rows.map((cells) => cells.slice(0, columnsMax));
}

export const cellReading = threadTask(import.meta.url, readCells);

/** The first sheet. What it unpacks to is bounded before a reader sees it, whatever the file says of itself. */
async function sheetRows(bytes: Buffer): Promise<string[][]> {
  try {
    zipParts(bytes);
    const range = `A1:${lastColumn}${rowsReadMax}`;
    const { sheets } = await readXlsx(bytes, { sheets: [0], maxRows: rowsReadMax, range });
    return (sheets[0]?.rows ?? []).map((cells) => cells.map(textOf));
  } catch (error) {
    if (error instanceof ZipRefused || isParserError(error)) throw formatRefused();
    throw error;
  }
}

function textRows(bytes: Buffer): string[][] {
  const isBroken = faultOfLines(bytes, { bytesMax: lineBytesMax, linesMax: Infinity }) !== null;
  if (isBroken || bytes.includes(0)) throw formatRefused();
  const text = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes);
  try {
    return parseCsv(text, { maxRows: rowsReadMax }).map((cells) => cells.map(textOf));
  } catch (error) {
    throw isParserError(error) ? formatRefused() : error;
  }
}

/** A date of a spreadsheet is a day; what has no text, such as an error of a formula, is empty. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

/** Whatever a reader throws of what it is given is about the file: it is the sender's own. */
function isParserError(error: unknown): boolean {
  return error instanceof Error && !(error instanceof DomainError);
}

function formatRefused(): DomainError {
  return new DomainError('FIGURE_FILE_FORMAT', { pointer: '/fileKey' });
}
