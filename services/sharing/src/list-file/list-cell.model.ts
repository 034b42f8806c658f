/** A cell is a number that can be added up, or text that stays as it is. */
export type ListCell = string | number | null;

/** What a spreadsheet takes for the beginning of a formula (E115). */
const formulaStart = /^[=+\-@\t\r]/;
/** What it takes for an error, such as `#N/A`. */
const errorStart = /^#[A-Z]/;

/** Text that no spreadsheet computes: an apostrophe goes before what could begin a formula. */
export function harmless(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** As a workbook holds it, in which `_x0041_` stands for `A`, and which is XML. */
export function sheetCell(cell: ListCell): ListCell {
  if (typeof cell !== 'string') return cell;
  const text = errorStart.test(cell) ? `'${cell}` : harmless(cell);
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(unprintable, '');
}

/** No XML can hold these. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Begins with the mark by which a spreadsheet knows UTF-8. */
export const csvStart = '\uFEFF';

/** A line of .csv. */
export function csvLine(cells: readonly ListCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: ListCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = harmless(cell);
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
