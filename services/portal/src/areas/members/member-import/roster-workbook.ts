import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { type Mended, mendedRows } from './mending.model.js';

/** The same sheet with some cells typed anew: they are text, all others keep their kind, so that what was rounded is still seen to be. */
export async function mendedWorkbook(
  bytes: Uint8Array,
  name: string | null,
  mended: Mended,
): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes);
  const sheet = sheets.find((one) => one.name === name) ?? sheets[0];
  const rows = mendedRows<CellValue>(sheet?.rows ?? [], mended, null);
  return writeXlsx({ sheets: [{ name: sheet?.name ?? 'Sheet1', rows }] });
}
