import {
  fieldAt,
  type ImportRow,
  remarksOf,
  type RosterFieldName,
  type RosterLayout,
} from './roster.model.js';

/** One cell that keeps its row out of the roster. */
export interface CellToMend {
  /** As the spreadsheet counts. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly field: RosterFieldName;
  /** Codes of what is wrong with it. */
  readonly problems: readonly string[];
  /** As it stands in the file. */
  readonly text: string;
}

/** What was typed, by row and column. */
export type Mended = Readonly<Record<string, string>>;

export function keyOfCell({ row, column }: Pick<CellToMend, 'row' | 'column'>): string {
  return `${row}:${column}`;
}

/** The cells that rejected rows name, in the order of the file. What no column has cannot be mended here. */
export function cellsToMend(
  rows: readonly ImportRow[],
  layout: RosterLayout,
  roster: readonly (readonly string[])[],
): CellToMend[] {
  const cells = new Map<string, CellToMend>();
  for (const one of rows)
    for (const { code, field } of remarksOf(one)) {
      const column = layout.columns.find((known) => known.field === field)?.column;
      if (column === undefined) continue;
      const place = { row: one.row, column };
      const before = cells.get(keyOfCell(place));
      cells.set(keyOfCell(place), {
        ...place,
        field: fieldAt(layout, column) ?? 'name',
        problems: [...(before?.problems ?? []), code],
        text: roster[one.row - 1]?.[column] ?? '',
      });
    }
  return [...cells.values()].sort((one, other) => one.row - other.row || one.column - other.column);
}

/** The rows of a file with what was typed instead; those that nobody touched stay as they are. */
export function mendedRows<Cell>(
  rows: readonly (readonly Cell[])[],
  mended: Mended,
  empty: Cell,
): (Cell | string)[][] {
  const changed: (Cell | string)[][] = rows.map((cells) => [...cells]);
  for (const [key, text] of Object.entries(mended)) {
    const [row = 0, column = 0] = key.split(':').map(Number);
    const cells = changed[row - 1];
    if (cells === undefined) continue;
    while (cells.length <= column) cells.push(empty);
    cells[column] = text.trim();
  }
  return changed;
}
