import { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { parse } from 'csv-parse';
import { columnsOf, delimiterOf, plainCell, type RosterColumns } from './roster-columns.model.js';

export interface FileForm {
  readonly encoding: string;
  readonly delimiter: string;
}

export interface RosterSource {
  readonly fileKey: string;
  /** Who asked for the import: a file that another uploaded is not read for him. */
  readonly requestedBy: string;
}

export interface RosterFileRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly rowNumber: number;
  readonly cells: Readonly<Record<keyof RosterColumns, string>>;
}

const rowBytesMax = 100_000;
const headBytes = 64 * 1_024;

/** Reads rosters as they stream in: a file of any length takes no more memory than a few rows. */
@Injectable()
export class RosterFile {
  constructor(private readonly files: FileStore) {}

  /**
   * Finds out how a file is to be read: UTF-8 if all of it is, else GB18030, which spreadsheets write in China.
   * @throws DomainError `IMPORT_FILE_MISSING`, `IMPORT_FORMAT`
   */
  async formOf(source: RosterSource): Promise<FileForm> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const head: Buffer[] = [];
    let length = 0;
    let encoding = 'utf-8';
    for await (const chunk of await this.open(source)) {
      const bytes = chunk as Buffer;
      if (length < headBytes) head.push(bytes);
      length += bytes.length;
      if (encoding === 'utf-8' && !isText(decoder, bytes)) encoding = 'gb18030';
    }
    const start = Buffer.concat(head);
    if (start.subarray(0, headBytes).includes(0)) throw new DomainError('IMPORT_FORMAT');
    const text = new TextDecoder(encoding).decode(start);
    return { encoding, delimiter: delimiterOf(text.split(/\r?\n/, 1)[0] ?? '') };
  }

  /** The rows that are not blank. @throws DomainError `IMPORT_COLUMNS_MISSING`, `IMPORT_FORMAT` */
  async *rows(source: RosterSource, form: FileForm): AsyncGenerator<RosterFileRow> {
    const parser = parse({
      delimiter: form.delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: rowBytesMax,
    });
    const text = Readable.from(decode(await this.open(source), form.encoding));
    text.on('error', (error: Error) => parser.destroy(error)).pipe(parser);
    let columns: RosterColumns | null = null;
    let rowNumber = 0;
    try {
      for await (const record of parser as AsyncIterable<string[]>) {
        rowNumber += 1;
        if (columns === null) columns = columnsOrRefuse(record);
        else if (record.some((cell) => cell.trim() !== ''))
          yield { rowNumber, cells: cellsOf(record, columns) };
      }
    } catch (error) {
      throw isParserError(error) ? new DomainError('IMPORT_FORMAT') : error;
    } finally {
      text.destroy();
    }
  }

  private async open(source: RosterSource): Promise<Readable> {
    try {
      return await this.files.get(source.fileKey, source.requestedBy);
    } catch (error) {
      const isGone = error instanceof DomainError && error.code === 'NOT_FOUND';
      throw isGone ? new DomainError('IMPORT_FILE_MISSING') : error;
    }
  }
}

function isText(decoder: TextDecoder, bytes: Buffer): boolean {
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false; // not UTF-8, which is what was asked
  }
}

async function* decode(content: Readable, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of content) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

function columnsOrRefuse(header: readonly string[]): RosterColumns {
  const columns = columnsOf(header);
  if (columns === null) throw new DomainError('IMPORT_COLUMNS_MISSING');
  return columns;
}

function cellsOf(record: readonly string[], columns: RosterColumns): RosterFileRow['cells'] {
  const cell = (field: keyof RosterColumns): string => plainCell(record[columns[field]] ?? '');
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

function isParserError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}
