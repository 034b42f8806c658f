/** Puts an apostrophe before a long number, so that a spreadsheet does not round it; the platform removes it again. */
export function asText(cell: string): string {
  return /^\d{11,}$/.test(cell.trim()) ? `'${cell.trim()}` : cell;
}

/** The text of a .csv that `parseCsv` of kit reads as these rows. */
export function csvOf(rows: readonly (readonly string[])[], delimiter: string): string {
  const quoted = (cell: string): string =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((cells) => `${cells.map(quoted).join(delimiter)}\r\n`).join('');
}
