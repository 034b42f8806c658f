import { DomainError } from '@gongxiang/domain';
import { sniffType } from '@gongxiang/messaging/files';
import { threadTask } from '@gongxiang/messaging/threads';
import { type FileCell, type FileRow, textAt } from './file-row.model.js';
import { chunkRows, rowsMax } from './member-import.model.js';
import {
  columnsOf,
  type HeaderWords,
  matchColumns,
  plainCell,
  type RosterColumn,
  type RosterColumns,
  rosterColumns,
  withSecondLine,
} from './roster-columns.model.js';
import { openText, readText } from './roster-text.js';
import { type MergedCells, openWorkbook, readSheet, type Workbook } from './workbook.js';

/** What a workbook knows of a cell that a text file does not, where somebody should be told. */
export type CellMark = 'number' | 'formula' | 'formulaEmpty' | 'error' | 'merged';

export interface RosterFileRow {
  /** As in a spreadsheet. */
  readonly rowNumber: number;
  readonly cells: Readonly<Record<RosterColumn, string>>;
  readonly marks: Readonly<Partial<Record<RosterColumn, CellMark>>>;
  /** Whether a spreadsheet hides the row. */
  readonly isHidden: boolean;
  /** Whether somebody has said whose row it is, and the number of the file is another than that on record. */
  readonly keepsNumber?: boolean;
}

/** Where in a file the roster is, as an officer has said it. */
export interface RosterLayout {
  /** The index of the sheet; null in a text file. */
  readonly sheet: number | null;
  /** The row of the header; what stands above it is left out. */
  readonly headerRow: number;
  /** The index of the column of each field that has one. */
  readonly columns: Readonly<Partial<Record<RosterColumn, number>>>;
}

export interface RosterRequest {
  readonly bytes: Uint8Array;
  /** Null if it is to be found. */
  readonly layout: RosterLayout | null;
  readonly words: HeaderWords;
}

/** A parsed roster without its blank rows. */
export interface Roster {
  /** Null of a workbook, as is the delimiter. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** The name of the sheet; null of a text file. */
  readonly sheet: string | null;
  readonly layout: RosterLayout;
  /** The words of its header by field. */
  readonly words: HeaderWords;
  readonly total: number;
  /** Some hundred rows each, see {@link rowsIn}: outside of the heap, and only one of them has to be parsed at a time. */
  readonly chunks: readonly Uint8Array[];
}

/** The first rows of a roster as they were read, and the columns that were recognised. */
export interface RosterPreview {
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[];
  /** `headerRow` is the first row with more than one cell if no header was recognised. */
  readonly layout: RosterLayout;
  readonly header: readonly string[];
  readonly rows: readonly { readonly rowNumber: number; readonly cells: readonly string[] }[];
}

const columnsMax = 100;
/** Titles, dates and remarks above the header. */
const rowsAboveMax = 20;
const previewRows = 10;
const headerWordMax = 50;
/** Longer than any valid value, so a truncated value is refused anyway. */
const cellCharactersMax = 1_000;
const previewCharactersMax = 60;
/** In these columns each person has a value of their own, so that merged cells are a mistake. */
const ownColumns: readonly RosterColumn[] = ['name', 'residentNumber', 'phone'];

type Source =
  | { readonly kind: 'text'; readonly file: ReturnType<typeof openText> }
  | { readonly kind: 'workbook'; readonly workbook: Workbook };

/**
 * Parses a whole roster, .xlsx or delimited text.
 * @throws DomainError `IMPORT_FORMAT`, `IMPORT_LINE_TOO_LONG`, `IMPORT_TOO_WIDE`, `IMPORT_TOO_LARGE`,
 * `IMPORT_COLUMNS_MISSING`, `IMPORT_TOO_LONG`, `IMPORT_EMPTY`
 */
export function readRoster({ bytes, layout: given, words }: RosterRequest): Roster {
  const source = open(bytes);
  const layout = given ?? findLayout(source, words);
  const columns = columnsOfLayout(layout);
  const collector = new Collector(layout.headerRow, columns, given !== null);
  const merged = readRows(source, layout.sheet, (row) => {
    requireWidth(row);
    collector.accept(row);
    return true;
  });
  if (collector.total === 0) throw new DomainError('IMPORT_EMPTY');
  return {
    ...formatOf(source, layout),
    layout,
    words: collector.words,
    total: collector.total,
    chunks: withMerged(collector.finish(), collector.columns, merged, layout.headerRow),
  };
}

/** The rows of a chunk of a {@link Roster}. */
export function rowsIn(chunk: Uint8Array): RosterFileRow[] {
  return JSON.parse(
    Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString(),
  ) as RosterFileRow[];
}

function chunkOf(rows: readonly RosterFileRow[]): Uint8Array {
  return Buffer.from(JSON.stringify(rows));
}

export const rosterReading = threadTask(import.meta.url, readRoster);

/**
 * Reads the first rows.
 * @param request `layout` may only choose the sheet: its columns are matched anew
 * @throws DomainError as `readRoster`, but not `IMPORT_COLUMNS_MISSING`
 */
export function previewRoster({ bytes, layout: given, words }: RosterRequest): RosterPreview {
  const source = open(bytes);
  const sheet = given?.sheet ?? firstSheet(source, words);
  const above: FileRow[] = [];
  readRows(source, sheet, (row) => {
    requireWidth(row);
    if (row.cells.some((cell) => cell !== undefined && cell.text.trim() !== '')) above.push(row);
    return above.length < rowsAboveMax + previewRows + 1;
  });
  const headerAt = headerIndexOf(above, words, given?.headerRow ?? null);
  const headerRow = above[headerAt];
  if (headerRow === undefined) throw new DomainError('IMPORT_EMPTY');
  const header = textsOf(headerRow);
  const matched = matchColumns(header, words);
  const columns = Object.fromEntries(
    rosterColumns.filter((field) => matched[field] !== -1).map((field) => [field, matched[field]]),
  );
  const layout = { sheet, headerRow: headerRow.rowNumber, columns };
  const { encoding, delimiter } = formatOf(source, layout);
  return {
    encoding,
    delimiter,
    sheets:
      source.kind === 'text' ? [] : source.workbook.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    layout,
    header: header.map((cell) => cell.trim().slice(0, previewCharactersMax)),
    rows: above.slice(headerAt + 1, headerAt + 1 + previewRows).map((row) => ({
      rowNumber: row.rowNumber,
      cells: textsOf(row).map((cell) => cell.slice(0, previewCharactersMax)),
    })),
  };
}

export const rosterPreviewing = threadTask(import.meta.url, previewRoster);

function open(bytes: Uint8Array): Source {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return sniffType(file) === 'application/zip'
    ? { kind: 'workbook', workbook: openWorkbook(file) }
    : { kind: 'text', file: openText(file) };
}

/** @returns the merged cells of a sheet */
function readRows(source: Source, sheet: number | null, accept: (row: FileRow) => boolean): MergedCells[] {
  if (source.kind === 'text') {
    readText(source.file, accept);
    return [];
  }
  const found = source.workbook.sheets[sheet ?? 0];
  if (found === undefined) throw new DomainError('IMPORT_SHEET_MISSING');
  return readSheet(source.workbook, found, accept);
}

/** The first rows of a sheet, among which the header is. */
function headOf(source: Source, sheet: number | null): FileRow[] {
  const head: FileRow[] = [];
  readRows(source, sheet, (row) => {
    requireWidth(row);
    head.push(row);
    return head.length < rowsAboveMax + 1;
  });
  return head;
}

/** The first visible sheet with a header, else the first visible one: what is hidden is read only if it is chosen. */
function firstSheet(source: Source, words: HeaderWords): number | null {
  if (source.kind === 'text') return null;
  const { sheets } = source.workbook;
  const visible = sheets.flatMap(({ isHidden }, index) => (isHidden ? [] : [index]));
  const found = visible.find((index) => headerOf(headOf(source, index), words) !== null);
  return found ?? visible[0] ?? 0;
}

function findLayout(source: Source, words: HeaderWords): RosterLayout {
  const sheet = firstSheet(source, words);
  const header = headerOf(headOf(source, sheet), words);
  if (header === null) throw new DomainError('IMPORT_COLUMNS_MISSING');
  const columns = columnsOf(textsOf(header), words);
  return {
    sheet,
    headerRow: header.rowNumber,
    columns: Object.fromEntries(
      rosterColumns.flatMap((field) => {
        const at = columns?.[field] ?? -1;
        return at === -1 ? [] : [[field, at]];
      }),
    ),
  };
}

function headerOf(head: readonly FileRow[], words: HeaderWords): FileRow | null {
  return head.find((row) => columnsOf(textsOf(row), words) !== null) ?? null;
}

/** @param wanted the row that an officer has chosen */
function headerIndexOf(head: readonly FileRow[], words: HeaderWords, wanted: number | null): number {
  if (wanted !== null && wanted > 0) return head.findIndex(({ rowNumber }) => rowNumber === wanted);
  const known = head.findIndex((row) => columnsOf(textsOf(row), words) !== null);
  if (known !== -1) return known;
  const wide = head.findIndex(({ cells }) => cells.filter((cell) => cell !== undefined).length > 1);
  return wide === -1 ? 0 : wide;
}

function columnsOfLayout({ columns }: RosterLayout): RosterColumns {
  const { name = -1, residentNumber = -1 } = columns;
  if (name === -1 || residentNumber === -1) throw new DomainError('IMPORT_COLUMNS_MISSING');
  const place = (field: RosterColumn): number => columns[field] ?? -1;
  return {
    name,
    residentNumber,
    phone: place('phone'),
    union: place('union'),
    validFrom: place('validFrom'),
    employmentKind: place('employmentKind'),
    sex: place('sex'),
    enterprise: place('enterprise'),
  };
}

/** Collects the rows below the header: only those of the chunk that is being filled are objects. */
class Collector {
  total = 0;
  words: HeaderWords = {};
  private readonly chunks: Uint8Array[] = [];
  private filling: RosterFileRow[] = [];
  private isFirst = true;

  /** @param isChosen columns that an officer has assigned are not extended by a second line of the header */
  constructor(
    private readonly headerRow: number,
    public columns: RosterColumns,
    private readonly isChosen: boolean,
  ) {}

  accept(row: FileRow): void {
    if (row.rowNumber === this.headerRow) this.words = this.wordsOf(row);
    if (row.rowNumber <= this.headerRow) return;
    const second = this.isFirst ? withSecondLine(this.columns, textsOf(row)) : null;
    this.isFirst = false;
    if (second !== null) {
      if (!this.isChosen) this.columns = second;
      return;
    }
    if (!row.cells.some((cell) => cell !== undefined && (cell.text.trim() !== '' || cell.kind !== 'text')))
      return;
    if (this.total >= rowsMax) throw new DomainError('IMPORT_TOO_LONG');
    this.total += 1;
    this.filling.push(this.rowOf(row));
    if (this.filling.length === chunkRows) this.closeChunk();
  }

  /** @returns the chunks of all rows */
  finish(): readonly Uint8Array[] {
    if (this.filling.length > 0) this.closeChunk();
    return this.chunks;
  }

  private closeChunk(): void {
    this.chunks.push(chunkOf(this.filling));
    this.filling = [];
  }

  private wordsOf(header: FileRow): HeaderWords {
    const named = rosterColumns.map((field) => [field, textAt(header, this.columns[field]).trim()] as const);
    return Object.fromEntries(named.filter(([, word]) => word !== '' && word.length <= headerWordMax));
  }

  private rowOf(row: FileRow): RosterFileRow {
    const { rowNumber, isHidden } = row;
    const cell = (field: RosterColumn): string =>
      plainCell(textAt(row, this.columns[field])).slice(0, cellCharactersMax);
    const cells = {
      name: cell('name'),
      residentNumber: cell('residentNumber'),
      phone: cell('phone'),
      union: cell('union'),
      validFrom: cell('validFrom'),
      employmentKind: cell('employmentKind'),
      sex: cell('sex'),
      enterprise: cell('enterprise'),
    };
    return { rowNumber, cells, marks: marksOf(row, this.columns), isHidden };
  }
}

function marksOf(row: FileRow, columns: RosterColumns): RosterFileRow['marks'] {
  const marks: Partial<Record<RosterColumn, CellMark>> = {};
  for (const field of rosterColumns) {
    const mark = markOf(field, row.cells[columns[field]]);
    if (mark !== null) marks[field] = mark;
  }
  return marks;
}

function markOf(field: RosterColumn, cell: FileCell | undefined): CellMark | null {
  if (cell === undefined || cell.kind === 'text' || cell.kind === 'date') return null;
  if (cell.kind === 'error') return 'error';
  if (cell.kind === 'formula') return cell.text === '' ? 'formulaEmpty' : 'formula';
  // A resident number as a number has lost its last digits; a phone of 11 digits is whole.
  if (field === 'residentNumber') return 'number';
  return cell.kind === 'numberFormula' ? 'formula' : null;
}

/** Merged cells have their value in the first one; it holds for all of them where people can share it. */
function withMerged(
  chunks: readonly Uint8Array[],
  columns: RosterColumns,
  merged: readonly MergedCells[],
  headerRow: number,
): readonly Uint8Array[] {
  const down = merged.filter(({ fromRow, toRow }) => toRow > fromRow && toRow > headerRow);
  if (down.length === 0) return chunks;
  const rows = chunks.flatMap(rowsIn);
  const byRow = new Map(rows.map((row, index) => [row.rowNumber, index]));
  const filled = [...rows];
  for (const field of rosterColumns)
    for (const one of down.filter(covers(columns[field], headerRow))) {
      const first = filled[byRow.get(one.fromRow) ?? -1]?.cells[field] ?? '';
      for (const index of rowsBelow(one, byRow)) {
        const row = filled[index];
        if (row !== undefined) filled[index] = mergedInto(row, field, first);
      }
    }
  return chunks.map((_chunk, index) => chunkOf(filled.slice(index * chunkRows, (index + 1) * chunkRows)));
}

function covers(column: number, headerRow: number) {
  return ({ fromColumn, toColumn, fromRow }: MergedCells): boolean =>
    column >= fromColumn && column <= toColumn && fromRow > headerRow;
}

/** The places of the rows that a merged cell covers, but for its first one. */
function rowsBelow({ fromRow, toRow }: MergedCells, byRow: ReadonlyMap<number, number>): number[] {
  const count = Math.min(toRow - fromRow, rowsMax);
  return Array.from({ length: count }, (_, index) => byRow.get(fromRow + 1 + index) ?? -1);
}

function mergedInto(row: RosterFileRow, field: RosterColumn, value: string): RosterFileRow {
  return ownColumns.includes(field)
    ? { ...row, marks: { ...row.marks, [field]: 'merged' } }
    : { ...row, cells: { ...row.cells, [field]: value } };
}

function requireWidth({ cells }: FileRow): void {
  if (cells.length <= columnsMax) return;
  // Formatted but empty cells far to the right do no harm.
  if (cells.slice(columnsMax).some((cell) => cell !== undefined && cell.text !== ''))
    throw new DomainError('IMPORT_TOO_WIDE');
}

function textsOf(row: FileRow): string[] {
  return Array.from({ length: Math.min(row.cells.length, columnsMax) }, (_, column) => textAt(row, column));
}

function formatOf(source: Source, { sheet }: RosterLayout): Pick<Roster, 'encoding' | 'delimiter' | 'sheet'> {
  if (source.kind === 'workbook')
    return { encoding: null, delimiter: null, sheet: source.workbook.sheets[sheet ?? 0]?.name ?? null };
  const { encoding, delimiter } = source.file;
  return { encoding, delimiter, sheet: null };
}
