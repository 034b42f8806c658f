import { parseCsv } from '../../kit/csv-rows.model.js';

/** A table of 2,000 rows takes some 200 KB. */
export const fileBytesMax = 5 * 1024 * 1024;

/**
 * The rows of a table as text. They are read here and nowhere else: a file of names is not sent.
 * @throws Error where it is no table
 */
export async function tableOf(file: File): Promise<string[][]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isZip(bytes)) {
    const { sheetRows } = await import('../../kit/sheet-rows.js');
    return sheetRows(bytes, null);
  }
  // Spreadsheets show no row for a first line that says which sign parts the cells.
  const text = textOf(bytes).replace(/^sep=.\r?\n/, '');
  if (text.includes('\0')) throw new Error('not a table');
  return parseCsv(text, delimiterOf(text));
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Spreadsheets on a Chinese Windows save .csv as GB 18030. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The sign that parts the most cells of the first row. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/[\r\n]/, 1);
  const count = (sign: string): number => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
