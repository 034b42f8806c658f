/**
 * The rows of a .csv, blank ones included, so that they count as a spreadsheet counts them.
 * @param delimiter one of `,` `;` and tab
 */
export function parseCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const { cell, end } of cellsOf(text, delimiter)) {
    row.push(cell);
    if (end === delimiter) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

interface Cell {
  readonly cell: string;
  /** The delimiter, the end of a line, or '' at the end of the text. */
  readonly end: string;
}

/** A quote inside a plain cell is an ordinary character. */
function* cellsOf(text: string, delimiter: string): Generator<Cell> {
  const pattern = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${delimiter}\\r\\n]*))(${delimiter}|\\r\\n|\\n|\\r|$)`,
    'y',
  );
  let end: string | undefined;
  do {
    // After a delimiter there is one more cell, even where the text ends.
    if (pattern.lastIndex === text.length && end !== delimiter) return;
    const [, quoted, plain = '', sign = ''] = pattern.exec(text) ?? [];
    end = sign;
    yield { cell: quoted?.replaceAll('""', '"') ?? plain, end };
  } while (end !== '');
}
