import { harmlessText, workbookText } from './file-text.js';

/** A cell of a table that is given out as a file: a number that can be added up, or text that stays as it is. */
export type TableCell = string | number | null;

/** Values that a workbook writer interprets as errors, such as `#N/A`, unless the cell's type is given. */
const errorStart = /^#[A-Z]/;

/** As a line of a workbook holds it: what a spreadsheet would compute is text (E115). */
export function sheetCell(cell: TableCell): TableCell {
  if (typeof cell !== 'string') return cell;
  return workbookText(errorStart.test(cell) ? `'${cell}` : cell);
}

/** What the name of a sheet may not hold, and how long it may be. */
const notInSheetNames = /[[\]:*?/\\']/g;
const sheetNameMax = 31;

/** A title as the name of a sheet. */
export function sheetName(title: string): string {
  return [...title.replace(notInSheetNames, ' ')].slice(0, sheetNameMax).join('').trim() || '1';
}

/** Begins a .csv: the mark by which a spreadsheet knows UTF-8. */
export const csvStart = '\uFEFF';

/** A line of .csv. */
export function csvLine(cells: readonly TableCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = harmlessText(cell);
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
