import { harmlessText, workbookText } from '@gongxiang/domain';

/** A cell is a number that can be added up, or text that stays as it is. */
export type ListCell = string | number | null;

/** What the library takes for an error, such as `#N/A`, where it is not told what a cell is. */
const errorStart = /^#[A-Z]/;

/** As a line of a workbook holds it. */
export function sheetCell(cell: ListCell): ListCell {
  if (typeof cell !== 'string') return cell;
  return workbookText(errorStart.test(cell) ? `'${cell}` : cell);
}

/** Begins with the mark by which a spreadsheet knows UTF-8. */
export const csvStart = '\uFEFF';

/** A line of .csv. */
export function csvLine(cells: readonly ListCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: ListCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = harmlessText(cell);
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
