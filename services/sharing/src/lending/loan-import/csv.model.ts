/** The cells of one row of a file, and the line it begins on, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A quoted cell, in which quotes are doubled, or an unquoted one; then its terminator. */
const cellPattern = /(?:"((?:[^"]|"")*)"|((?!")[^,\r\n]*))(,|\r\n|\n|\r|$)/y;

/**
 * Parses CSV (RFC 4180) as spreadsheets write it. Blank lines are left out.
 * @returns null if a quote is not closed, or something follows it
 */
export function csvRows(text: string): CsvRow[] | null {
  const body = text.replace(/^\uFEFF/, '');
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  cellPattern.lastIndex = 0;
  while (cellPattern.lastIndex < body.length) {
    const match = cellPattern.exec(body);
    if (match === null) return null;
    const [whole, quoted, plain = '', end = ''] = match;
    cells.push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim());
    line += whole.split(/\r\n|\n|\r/).length - 1;
    if (end === ',' && cellPattern.lastIndex < body.length) continue;
    if (end === ',') cells.push('');
    if (cells.some((cell) => cell !== '')) rows.push({ line: rowLine, cells });
    cells = [];
    rowLine = line;
  }
  return rows;
}
