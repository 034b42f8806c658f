import { harmlessText, workbookText } from '@gongxiang/domain';
import { writeXlsxStream } from 'hucre/xlsx';

/** A cell is a number that can be added up, or text that stays as it is. */
export type Cell = string | number | null;

/** What the library takes for an error, such as `#N/A`, where it is not told what a cell is. */
const errorStart = /^#[A-Z]/;
/** The mark by which a spreadsheet knows UTF-8. */
const csvStart = '\uFEFF';
/** What the name of a sheet may not hold, and how long it may be. */
const notInSheetNames = /[[\]:*?/\\']/g;
const sheetNameMax = 31;

/** A table as a workbook of one sheet. What a spreadsheet would compute is text (E115). @param rows the heading first */
export async function workbookOf(name: string, rows: AsyncIterable<readonly Cell[]>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXlsxStream(sheetRows(rows), {
    name: sheetName(name),
    freezePane: { rows: 1 },
  }))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The same as comma-separated values. */
export async function csvOf(rows: AsyncIterable<readonly Cell[]>): Promise<Buffer> {
  const lines: Buffer[] = [Buffer.from(csvStart)];
  for await (const cells of rows) lines.push(Buffer.from(`${cells.map(csvCell).join(',')}\r\n`));
  return Buffer.concat(lines);
}

function sheetName(title: string): string {
  return [...title.replace(notInSheetNames, ' ')].slice(0, sheetNameMax).join('').trim() || '1';
}

async function* sheetRows(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Cell[]> {
  for await (const cells of rows) yield cells.map(sheetCell);
}

function sheetCell(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  return workbookText(errorStart.test(cell) ? `'${cell}` : cell);
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = harmlessText(cell);
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
