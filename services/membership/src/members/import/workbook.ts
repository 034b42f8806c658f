import { ZipRefused, zipDirectory, type ZipEntry, zipPart } from '@gongxiang/messaging/files';
import { DomainError } from '@gongxiang/domain';
import { Parser } from 'saxen';
import { dayOf } from './day-number.model.js';
import type { FileCell, FileRow } from './file-row.model.js';

/** One sheet of a workbook, in the order of its tabs. */
export interface SheetInfo {
  readonly name: string;
  readonly isHidden: boolean;
  /** The path of its part in the zip. */
  readonly part: string;
}

/** A rectangle of merged cells; counted from 0, both ends inclusive. */
export interface MergedCells {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export interface Workbook {
  readonly sheets: readonly SheetInfo[];
  readonly bytes: Buffer;
  readonly parts: ReadonlyMap<string, ZipEntry>;
  /** Texts that cells refer to by number. */
  readonly texts: readonly string[];
  /** Whether a cell format shows its number as a date. */
  readonly dateFormats: readonly boolean[];
  /** Whether days are counted from 1904, as spreadsheets on old Macs did. */
  readonly is1904: boolean;
}

const partsMax = 500;
/** A hundred thousand rows of ten cells are some 60 MB; what a part states of its own size is not relied on. */
const sheetBytesMax = 160 * 1024 * 1024;
const textsBytesMax = 64 * 1024 * 1024;
const partBytesMax = 4 * 1024 * 1024;
const pieceBytes = 256 * 1024;
/** As for the cells of a .csv: longer than any valid value. */
const cellCharactersMax = 1_000;

type Attributes = Readonly<Record<string, string>>;

interface Handlers {
  readonly open: (name: string, attributes: () => Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Opens a workbook without its sheets.
 * @throws DomainError `IMPORT_FORMAT`, `IMPORT_TOO_LARGE` if it unpacks to more than a roster can be
 */
export function openWorkbook(bytes: Buffer): Workbook {
  return refused(() => {
    const parts = new Map(zipDirectory(bytes, partsMax).map((entry) => [entry.name, entry]));
    const source = { bytes, parts };
    const main = targetsOf(source, '', '_rels/.rels').find(({ type }) => type.endsWith('/officeDocument'));
    if (main === undefined) throw new DomainError('IMPORT_FORMAT');
    const folder = main.path.slice(0, main.path.lastIndexOf('/') + 1);
    const rels = `${folder}_rels/${main.path.slice(folder.length)}.rels`;
    const targets = targetsOf(source, folder, rels);
    const pathOf = (kind: string): string | undefined =>
      targets.find(({ type }) => type.endsWith(`/${kind}`))?.path;
    const { listed, is1904 } = listOf(source, main.path);
    const sheets = listed.flatMap(({ id, name, isHidden }) => {
      const target = targets.find((one) => one.id === id && one.type.endsWith('/worksheet'));
      return target === undefined ? [] : [{ name, isHidden, part: target.path }];
    });
    return {
      ...source,
      sheets,
      is1904,
      texts: textsOf(source, pathOf('sharedStrings')),
      dateFormats: dateFormatsOf(source, pathOf('styles')),
    };
  });
}

/**
 * Reads the rows of a sheet in order; rows without a value are left out.
 * @param accept answers false when it has seen enough
 * @returns the merged cells, which a sheet names after its rows; none if `accept` ended the reading
 * @throws DomainError as `openWorkbook`, and what `accept` throws
 */
export function readSheet(
  workbook: Workbook,
  sheet: SheetInfo,
  accept: (row: FileRow) => boolean,
): MergedCells[] {
  return refused(() => {
    const reading = new SheetReading(workbook, accept);
    parse(partOf(workbook, sheet.part, sheetBytesMax), reading, () => reading.isEnough);
    return reading.isEnough ? [] : reading.merged;
  });
}

interface RawCell {
  readonly type: string;
  readonly format: number;
  value: string;
  isFormula: boolean;
}

/** The state between the tags of a sheet. */
class SheetReading implements Handlers {
  readonly merged: MergedCells[] = [];
  isEnough = false;
  private row: { rowNumber: number; isHidden: boolean; cells: FileCell[] } | null = null;
  private rowNumber = 0;
  private column = -1;
  private cell: RawCell | null = null;
  private isValue = false;
  /** Within the reading of a word, which East Asian programs write beside it. */
  private isPhonetic = false;

  private readonly opened: Readonly<Record<string, (attributes: () => Attributes) => void>> = {
    row: (attributes) => this.openRow(attributes()),
    c: (attributes) => this.openCell(attributes()),
    v: () => (this.isValue = true),
    t: () => (this.isValue = !this.isPhonetic),
    rPh: () => (this.isPhonetic = true),
    f: () => this.cell !== null && (this.cell.isFormula = true),
    mergeCell: (attributes) => this.merged.push(...rangeOf(attributes()['ref'] ?? '')),
  };
  private readonly closed: Readonly<Record<string, () => void>> = {
    v: () => (this.isValue = false),
    t: () => (this.isValue = false),
    rPh: () => (this.isPhonetic = false),
    c: () => this.closeCell(),
    row: () => this.closeRow(),
  };

  constructor(
    private readonly workbook: Workbook,
    private readonly accept: (row: FileRow) => boolean,
  ) {}

  open(name: string, attributes: () => Attributes): void {
    this.opened[name]?.(attributes);
  }

  close(name: string): void {
    this.closed[name]?.();
  }

  text(text: string): void {
    if (this.cell !== null && this.isValue && this.cell.value.length < cellCharactersMax)
      this.cell.value += text;
  }

  private openRow({ r, hidden }: Attributes): void {
    this.rowNumber = r === undefined ? this.rowNumber + 1 : Number(r);
    this.column = -1;
    const isHidden = hidden === '1' || hidden === 'true';
    this.row = { rowNumber: this.rowNumber, isHidden, cells: [] };
  }

  private openCell({ r, t = 'n', s }: Attributes): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    this.cell = { type: t, format: s === undefined ? -1 : Number(s), value: '', isFormula: false };
  }

  private closeCell(): void {
    if (this.cell === null || this.row === null) return;
    const found = cellOf(this.workbook, this.cell);
    if (found !== null) this.row.cells[this.column] = found;
    this.cell = null;
  }

  private closeRow(): void {
    if (this.row !== null && this.row.cells.length > 0 && !this.accept(this.row)) this.isEnough = true;
    this.row = null;
  }
}

interface Source {
  readonly bytes: Buffer;
  readonly parts: ReadonlyMap<string, ZipEntry>;
}

function partOf({ bytes, parts }: Source, path: string, bytesMax: number): Buffer {
  const entry = parts.get(path);
  if (entry === undefined) throw new DomainError('IMPORT_FORMAT');
  return zipPart(bytes, entry, bytesMax);
}

interface Target {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

/** What a part refers to, with paths from the root of the zip. */
function targetsOf(source: Source, folder: string, path: string): Target[] {
  const targets: Target[] = [];
  parse(partOf(source, path, partBytesMax), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id = '', Type = '', Target: target = '' } = attributes();
      targets.push({ id: Id, type: Type, path: pathFrom(folder, target) });
    },
  });
  return targets;
}

function pathFrom(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  return new URL(target, `zip://part/${folder}`).pathname.slice(1);
}

function listOf(
  source: Source,
  path: string,
): { listed: { id: string; name: string; isHidden: boolean }[]; is1904: boolean } {
  const listed: { id: string; name: string; isHidden: boolean }[] = [];
  let is1904 = false;
  parse(partOf(source, path, partBytesMax), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes()['date1904'] ?? '');
      if (name !== 'sheet') return;
      const given = attributes();
      const id = Object.entries(given).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? '';
      listed.push({ id, name: given['name'] ?? '', isHidden: (given['state'] ?? 'visible') !== 'visible' });
    },
  });
  return { listed, is1904 };
}

function textsOf(source: Source, path: string | undefined): string[] {
  if (path === undefined) return [];
  const texts: string[] = [];
  let text = '';
  let isWithin = false;
  let isPhonetic = false;
  parse(partOf(source, path, textsBytesMax), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isWithin = !isPhonetic;
    },
    text(part) {
      if (isWithin && text.length < cellCharactersMax) text += part;
    },
    close(name) {
      if (name === 't') isWithin = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') texts.push(text.slice(0, cellCharactersMax));
    },
  });
  return texts;
}

/** Formats with these numbers are dates without being defined in the file; from 27 on they are those of Chinese. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

function dateFormatsOf(source: Source, path: string | undefined): boolean[] {
  if (path === undefined) return [];
  const custom = new Map<number, boolean>();
  const formats: boolean[] = [];
  let isWithin = false;
  parse(partOf(source, path, partBytesMax), {
    open(name, attributes) {
      if (name === 'numFmt') {
        const { numFmtId = '', formatCode = '' } = attributes();
        custom.set(Number(numFmtId), isDateCode(formatCode));
      } else if (name === 'cellXfs') isWithin = true;
      else if (name === 'xf' && isWithin) {
        const id = Number(attributes()['numFmtId'] ?? '0');
        formats.push(custom.get(id) ?? isBuiltInDate(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') isWithin = false;
    },
  });
  return formats;
}

/** Whether a format shows year or day; what stands in quotes, brackets or after a backslash is shown as it is. */
function isDateCode(code: string): boolean {
  return /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

const errorPattern = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!)/;

function cellOf(workbook: Workbook, cell: RawCell): FileCell | null {
  const { type, value, isFormula } = cell;
  if (type === 's') return textCell(workbook.texts[Number(value)] ?? '', false);
  if (value === '') return isFormula ? { text: '', kind: 'formula' } : null;
  if (type === 'e') return { text: value, kind: 'error' };
  if (type === 'n' && Number.isFinite(Number(value))) return numberCell(workbook, cell);
  if (type === 'd') return { text: value.slice(0, 10), kind: 'date' };
  // Excel writes control characters as _x000D_.
  const text = value.replace(/_x([0-9a-f]{4})_/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return textCell(text, isFormula);
}

function textCell(text: string, isFormula: boolean): FileCell | null {
  if (text === '') return null;
  if (errorPattern.test(text)) return { text, kind: 'error' };
  return { text, kind: isFormula ? 'formula' : 'text' };
}

function numberCell({ dateFormats, is1904 }: Workbook, { format, value, isFormula }: RawCell): FileCell {
  const number = Number(value);
  if (dateFormats[format] === true)
    return { text: dayOf(number, is1904), kind: isFormula ? 'formula' : 'date' };
  return { text: String(number), kind: isFormula ? 'numberFormula' : 'number' };
}

/** The index of the column of a reference such as `AB12`; -1 if it names none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const letter = reference.charCodeAt(index) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  // Beyond the last column of any spreadsheet: a sparse array of that length would be a bomb of its own.
  if (column > 16_384) throw new DomainError('IMPORT_TOO_WIDE');
  return column - 1;
}

function rangeOf(reference: string): MergedCells[] {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (match === null) return [];
  const [, from = '', top = '', to = '', bottom = ''] = match;
  return [
    {
      fromRow: Number(top),
      toRow: Number(bottom),
      fromColumn: columnOf(from),
      toColumn: columnOf(to),
    },
  ];
}

class Enough extends Error {}

/** Parses XML in pieces, so that the text of a whole sheet is never in memory; prefixes of names are dropped. */
function parse(xml: Buffer, handlers: Handlers, isEnough: () => boolean = () => false): void {
  const parser = new Parser();
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('openTag', (name, attributes, decode) =>
    handlers.open(local(name), () => {
      const given = attributes();
      const decoded: Record<string, string> = {};
      for (const key in given) decoded[key] = decode(given[key] ?? '');
      return decoded;
    }),
  );
  parser.on('closeTag', (name) => handlers.close?.(local(name)));
  parser.on('text', (value, decode) => handlers.text?.(decode(value)));
  parser.on('cdata', (value) => handlers.text?.(value));
  parser.on('error', (error) => {
    throw error;
  });
  // A document type can define entities; no spreadsheet writes one.
  parser.on('attention', () => {
    throw new DomainError('IMPORT_FORMAT');
  });
  const decoder = new TextDecoder('utf-8');
  try {
    for (let at = 0; at < xml.length; at += pieceBytes) {
      parser.write(decoder.decode(xml.subarray(at, at + pieceBytes), { stream: true }));
      if (isEnough()) throw new Enough();
    }
    parser.end();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
}

/** Whatever the zip or the XML parser says of a file is about the file. */
function refused<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const isTooLarge = error instanceof ZipRefused && error.refusal === 'tooLarge';
    throw new DomainError(isTooLarge ? 'IMPORT_TOO_LARGE' : 'IMPORT_FORMAT');
  }
}
