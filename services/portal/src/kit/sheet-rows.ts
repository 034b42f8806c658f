import { readXlsx } from 'hucre/xlsx';

/** The rows of a sheet as text, blank ones included, so that they count as a spreadsheet counts them. */
export async function sheetRows(bytes: Uint8Array, name: string | null): Promise<string[][]> {
  const { sheets } = await readXlsx(bytes);
  const sheet = sheets.find((one) => one.name === name) ?? sheets[0];
  return (sheet?.rows ?? []).map((cells) => cells.map(textOf));
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}
