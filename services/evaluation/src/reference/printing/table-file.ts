import { csvLine, csvStart, sheetCell, sheetName, type TableCell } from '@gongxiang/domain';
import { writeXlsxStream } from 'hucre/xlsx';

/** Rows as a stream or as a whole. */
type Rows = AsyncIterable<readonly TableCell[]> | Iterable<readonly TableCell[]>;

/**
 * A table as a workbook of one sheet.
 * @param rows the heading first
 * @param headingRows the number of frozen rows at the top
 */
export async function workbookOf(name: string, rows: Rows, headingRows = 1): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXlsxStream(sheetRows(rows), {
    name: sheetName(name),
    freezePane: { rows: headingRows },
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
