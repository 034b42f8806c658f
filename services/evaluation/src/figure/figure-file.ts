import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { TextDecoder } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import { FileStore, readUpload, sniffType, zipParts, ZipRefused } from '@gongxiang/messaging/files';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { figureRowsMax } from './figure-rows.model.js';

export interface FigureFileContent {
  /** SHA-256 of the bytes, in hex. */
  readonly hash: string;
  /** The cells as text, the header first. */
  readonly rows: readonly (readonly string[])[];
}

const fileBytesMax = 2 * 1024 * 1024;
/** A few more than are taken in, so that a file that is too long says so and is not cut off. */
const rowsReadMax = figureRowsMax + 10;
const columnsMax = 'Z';

/** Reads tables that people upload: .xlsx, or .csv in UTF-8 or GB18030, which spreadsheets write in China. */
@Injectable()
export class FigureFile {
  constructor(private readonly files: FileStore) {}

  /**
   * @param ownerId a file that another uploaded is not read for him
   * @throws DomainError `FIGURE_FILE_MISSING`, `FIGURE_FILE_FORMAT`, `FIGURE_FILE_TOO_LONG` {max}
   */
  async read(fileKey: string, ownerId: string): Promise<FigureFileContent> {
    const wish = { fileKey, ownerId, missing: 'FIGURE_FILE_MISSING', requireBytes } as const;
    const bytes = await readUpload(this.files, wish);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const isSheet = sniffType(bytes) === 'application/zip';
    return { hash, rows: isSheet ? await sheetRows(bytes) : textRows(bytes) };
  }
}

/** The first sheet. What it unpacks to is bounded before a reader sees it, whatever the file says of itself. */
async function sheetRows(bytes: Buffer): Promise<string[][]> {
  try {
    zipParts(bytes);
    const range = `A1:${columnsMax}${rowsReadMax}`;
    const { sheets } = await readXlsx(bytes, { sheets: [0], maxRows: rowsReadMax, range });
    return (sheets[0]?.rows ?? []).map((cells) => cells.map(textOf));
  } catch (error) {
    if (error instanceof ZipRefused || isParserError(error)) throw formatRefused();
    throw error;
  }
}

function textRows(bytes: Buffer): string[][] {
  if (bytes.includes(0)) throw formatRefused();
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

function requireBytes(bytes: number): void {
  if (bytes <= fileBytesMax) return;
  throw new DomainError('FIGURE_FILE_TOO_LONG', { pointer: '/fileKey', params: { max: figureRowsMax } });
}
