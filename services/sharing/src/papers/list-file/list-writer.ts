import type { ListFormat } from '@gongxiang/contracts/sharing/papers/list-file.contract';
import { csvLine, csvStart, sheetCell, type TableCell } from '@gongxiang/domain';
import { writeXlsxStream } from 'hucre/xlsx';
import type { ListColumn } from './list-table.model.js';

export interface ListTable<Line> {
  readonly columns: readonly ListColumn<Line>[];
  /** Page by page: none stays in memory longer than it takes to write it. */
  readonly pages: AsyncIterable<readonly Line[]>;
}

/** Writes a list to a file. Rows are written as they come, and compressed; only the file is held in memory. */
export async function writeList<Line>(
  table: ListTable<Line>,
  { title, format }: { readonly title: string; readonly format: ListFormat },
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const content = format === 'csv' ? csvOf(table) : sheetOf(table, title);
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* csvOf<Line>({ columns, pages }: ListTable<Line>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(csvStart + csvLine(columns.map(({ title }) => title)));
  for await (const lines of pages)
    yield Buffer.from(lines.map((line) => csvLine(cellsOf(columns, line))).join(''));
}

function sheetOf<Line>({ columns, pages }: ListTable<Line>, title: string): AsyncIterable<Uint8Array> {
  return writeXlsxStream(sheetRows(columns, pages), {
    name: title,
    columns: columns.map(({ width }) => ({ width })),
    freezePane: { rows: 1 },
  });
}

async function* sheetRows<Line>(
  columns: readonly ListColumn<Line>[],
  pages: AsyncIterable<readonly Line[]>,
): AsyncGenerator<TableCell[]> {
  yield columns.map((column) => sheetCell(column.title));
  for await (const lines of pages) for (const line of lines) yield cellsOf(columns, line).map(sheetCell);
}

function cellsOf<Line>(columns: readonly ListColumn<Line>[], line: Line): TableCell[] {
  return columns.map(({ cell }) => cell(line));
}
