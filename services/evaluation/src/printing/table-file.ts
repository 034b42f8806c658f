import { csvLine, csvStart, sheetCell, sheetName, type TableCell } from '@gongxiang/domain';
import { writeXlsxStream } from 'hucre/xlsx';

/** As they come, or all that there are. */
type Rows = AsyncIterable<readonly TableCell[]> | Iterable<readonly TableCell[]>;

/** A table as a workbook of one sheet. @param rows the heading first */
export async function workbookOf(name: string, rows: Rows): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXlsxStream(sheetRows(rows), {
    name: sheetName(name),
    freezePane: { rows: 1 },
  }))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The same as comma-separated values. */
export async function csvOf(rows: Rows): Promise<Buffer> {
  const lines: Buffer[] = [Buffer.from(csvStart)];
  for await (const cells of rows) lines.push(Buffer.from(csvLine(cells)));
  return Buffer.concat(lines);
}

async function* sheetRows(rows: Rows): AsyncGenerator<TableCell[]> {
  for await (const cells of rows) yield cells.map(sheetCell);
}
