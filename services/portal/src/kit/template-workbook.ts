import { type Cell, type ColumnDef, writeXlsx } from 'hucre/xlsx';

export interface TemplatePlan {
  readonly sheet: string;
  /** In the order of the columns. */
  readonly columns: readonly {
    readonly title: string;
    readonly example: string;
    /** What is offered in a list. */
    readonly values?: readonly string[];
  }[];
}

/** As many rows have lists and are text before anybody has typed into them. */
const rowsPrepared = 2_000;

/**
 * A list to be filled in: all columns are text, so that no spreadsheet rounds a number (E114), and there is one example.
 * @returns the bytes of an .xlsx
 */
export function templateWorkbook({ sheet, columns }: TemplatePlan): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  columns.forEach(({ title }, at) => cells.set(`0,${at}`, { value: title, style: { font: { bold: true } } }));
  columns.forEach(({ example }, at) =>
    cells.set(`1,${at}`, { value: example, style: { numFmt: '@', font: { italic: true } } }),
  );
  for (let row = 2; row <= rowsPrepared; row += 1)
    columns.forEach((_, at) => cells.set(`${row},${at}`, { value: null, style: { numFmt: '@' } }));
  return writeXlsx({
    sheets: [
      {
        name: sheet,
        columns: columns.map(({ title }): ColumnDef => ({
          width: Math.max(14, 2 * title.length),
          numFmt: '@',
        })),
        rows: [columns.map(({ title }) => title), columns.map(({ example }) => example)],
        cells,
        freezePane: { rows: 1 },
        dataValidations: columns.flatMap(({ values }, at) =>
          values === undefined
            ? []
            : [{ type: 'list' as const, values: [...values], allowBlank: true, range: rangeOf(at) }],
        ),
      },
    ],
  });
}

function rangeOf(column: number): string {
  const letter = String.fromCharCode(65 + column);
  return `${letter}2:${letter}${rowsPrepared + 1}`;
}
