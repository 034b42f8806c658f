/**
 * What a cell of a file holds. Only workbooks know more than `text`: numbers (of which 15 digits are kept), dates,
 * formulas with the value that they had when the file was saved, and errors such as `#N/A`.
 */
export type CellKind = 'text' | 'number' | 'date' | 'formula' | 'numberFormula' | 'error';

export interface FileCell {
  /** Dates as `YYYY-MM-DD`. */
  readonly text: string;
  readonly kind: CellKind;
}

/** A row of a file before its columns are known. */
export interface FileRow {
  /** As in a spreadsheet: the first row is 1. */
  readonly rowNumber: number;
  /** Whether a spreadsheet hides it, for instance by a filter. */
  readonly isHidden: boolean;
  /** By column; empty cells may be absent. */
  readonly cells: readonly (FileCell | undefined)[];
}

export function textAt({ cells }: FileRow, column: number): string {
  return cells[column]?.text ?? '';
}
