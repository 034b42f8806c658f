import { DomainError } from '@gongxiang/domain';
import { sniffType, zipDirectory, zipPart } from '@gongxiang/messaging/files';
import { threadTask } from '@gongxiang/messaging/threads';
import { type Zippable, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import type { RosterLayout } from './roster-reading.js';
import { eachRecord, openText, type TextFile } from './roster-text.js';
import { openWorkbook } from './workbook.js';

export interface ResultRequest {
  readonly bytes: Uint8Array;
  readonly layout: RosterLayout;
  /** The heading of the new column. */
  readonly title: string;
  /** What became of each row, by its number. */
  readonly results: ReadonlyMap<number, string>;
}

const partsMax = 500;
const unpackedBytesMax = 256 * 1024 * 1024;
/** The last column of a spreadsheet, XFD. */
const lastColumn = 16_384;

/**
 * Writes the file as it came, with one more column on the right. Of a workbook nothing else is touched: cells, formats,
 * formulas and other sheets stay. A text file keeps its encoding and delimiter; cells that a spreadsheet would take for
 * formulas are made text (E115).
 * @throws DomainError as `readRoster`
 */
export function writeResults({ bytes, layout, title, results }: ResultRequest): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = new Map(results).set(layout.headerRow, title);
  return sniffType(file) === 'application/zip'
    ? workbookWith(file, layout.sheet ?? 0, texts)
    : textWith(file, layout.headerRow, texts);
}

export const resultWriting = threadTask(import.meta.url, writeResults);

function workbookWith(bytes: Buffer, sheet: number, texts: ReadonlyMap<number, string>): Uint8Array {
  const part = openWorkbook(bytes).sheets[sheet]?.part;
  if (part === undefined) throw new DomainError('IMPORT_SHEET_MISSING');
  const parts: Zippable = {};
  let left = unpackedBytesMax;
  for (const entry of zipDirectory(bytes, partsMax)) {
    if (entry.name.endsWith('/')) continue;
    const content = zipPart(bytes, entry, left);
    left -= content.length;
    parts[entry.name] = entry.name === part ? sheetWith(content, texts) : content;
  }
  return zipSync(parts, { level: 1 });
}

/** The tags of rows, with the prefix that some programs give them. */
const rowTags = /<(?:(\w+):)?row\b([^>]*?)(\/?)>|<\/(?:\w+:)?row>/g;
const rowNumberOf = /\br="(\d+)"/;
const cellColumns = /<(?:\w+:)?c r="([A-Z]{1,3})\d/g;
/** It names the last column, and may be left out. */
const dimension = /<(?:\w+:)?dimension\b[^>]*\/>/;

/**
 * Adds a cell at the end of rows. The XML is looked at byte by byte (as Latin 1, whose places are those of the bytes), as
 * the text of a whole sheet in memory would be several times as large.
 */
function sheetWith(xml: Buffer, texts: ReadonlyMap<number, string>): Buffer {
  const latin = xml.toString('latin1');
  const column = nextColumn(latin);
  const pieces: Buffer[] = [];
  let from = 0;
  const dimensionTag = dimension.exec(latin.slice(0, 4_096));
  if (dimensionTag !== null) {
    pieces.push(xml.subarray(0, dimensionTag.index));
    from = dimensionTag.index + dimensionTag[0].length;
  }
  let rowNumber = 0;
  let prefix = '';
  for (const tag of latin.matchAll(rowTags)) {
    const [whole, ownPrefix, attributes, slash] = tag;
    if (attributes !== undefined) {
      rowNumber = Number(rowNumberOf.exec(attributes)?.[1] ?? rowNumber + 1);
      prefix = ownPrefix === undefined ? '' : `${ownPrefix}:`;
      if (slash === '/') continue;
    } else {
      const text = texts.get(rowNumber);
      if (text === undefined) continue;
      pieces.push(xml.subarray(from, tag.index), cellOf(prefix, `${column}${rowNumber}`, text));
      from = tag.index;
      void whole;
    }
  }
  pieces.push(xml.subarray(from));
  return Buffer.concat(pieces);
}

/** The column after the last one that has a cell, be it an empty one with a format. */
function nextColumn(latin: string): string {
  let last = 0;
  for (const [, letters = ''] of latin.matchAll(cellColumns)) {
    let column = 0;
    for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
    if (column > last) last = column;
  }
  if (last >= lastColumn) throw new DomainError('IMPORT_TOO_WIDE');
  let rest = last + 1;
  let name = '';
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return name;
}

function cellOf(prefix: string, reference: string, text: string): Buffer {
  const escaped = text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
  return Buffer.from(
    `<${prefix}c r="${reference}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escaped}</${prefix}t></${prefix}is></${prefix}c>`,
  );
}

function textWith(bytes: Buffer, headerRow: number, texts: ReadonlyMap<number, string>): Uint8Array {
  const file = openText(bytes);
  const end = file.text.includes('\r\n') ? '\r\n' : '\n';
  let width = 0;
  eachRecord(file, (record) => {
    width = Math.max(width, record.length);
    return true;
  });
  const lines: string[] = [];
  eachRecord(file, (record, rowNumber) => {
    const text = texts.get(rowNumber);
    // What stands above the header stays as it is.
    const isPlain = text === undefined || rowNumber < headerRow;
    const padded = isPlain ? record : [...record, ...Array<string>(width - record.length).fill(''), text];
    lines.push(padded.map((cell) => quoted(cell, file.delimiter)).join(file.delimiter));
    return true;
  });
  return encoded(file, `${file.prefix}${lines.join(end)}${end}`, bytes);
}

/** Spreadsheets write `="0123"` where a number shall stay a text; it computes nothing. */
const textFormula = /^="[^"]*"$/;

function quoted(cell: string, delimiter: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(cell) && !textFormula.test(cell);
  const safe = isFormula ? `'${cell}` : cell;
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function encoded({ encoding }: TextFile, text: string, original: Buffer): Uint8Array {
  const hasMark =
    encoding !== 'gb18030' &&
    /^\uFEFF/.test(iconv.decode(original.subarray(0, 4), encoding, { stripBOM: false }));
  return iconv.encode(text, encoding, { addBOM: hasMark });
}
