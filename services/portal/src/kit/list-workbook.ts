import { cellDay, cellNumber, sheetCell, sheetName, sumFormula } from '@gongxiang/domain/sheet';
import { type Cell, type CellStyle, type CellValue, type ColumnDef, writeXlsx } from 'hucre/xlsx';
import type { ExportColumn, ExportKind } from './export-column.js';

/** A list as it is exported: what is text in .csv becomes what it is. */
interface ListSheet<Item> {
  readonly name: string;
  readonly columns: readonly ExportColumn<Item>[];
  readonly items: readonly Item[];
  /** What stands before the sums. */
  readonly total: string;
  /** The clock of instants, as a workbook knows no zone. */
  readonly clock: string;
}

const formats: Readonly<Partial<Record<ExportKind, string>>> = {
  money: '#,##0.00',
  day: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
};
const widths: Readonly<Record<ExportKind | 'text', number>> = {
  text: 28,
  money: 16,
  count: 10,
  day: 12,
  instant: 18,
};
const bold: CellStyle = { font: { bold: true } };
const yuan = /^-?\d+\.\d\d$/;
const day = /^\d{4}-\d\d-\d\d$/;
const hourMs = 3_600_000;

/**
 * One sheet: a heading that stays, the lines, and beneath them the sums of money as formulas. Amounts are numbers, days and
 * instants are dates; what is not of its column's kind stays text, and no text is a formula (E115).
 * @returns the bytes of an .xlsx
 */
export function listWorkbook<Item>({
  name,
  columns,
  items,
  total,
  clock,
}: ListSheet<Item>): Promise<Uint8Array> {
  const titles = columns.map(({ title, kind }) => (kind === 'instant' ? `${title} (${clock})` : title));
  const texts = items.map((item) => columns.map(({ text }) => text(item)));
  const lines = texts.map((row) => row.map((text, at) => valueOf(text, columns[at]?.kind)));
  const sums = sumsOf(columns, texts, total);
  const cells = new Map<string, Partial<Cell>>();
  titles.forEach((title, at) => cells.set(`0,${at}`, { value: sheetCell(title), style: bold }));
  sums?.forEach((cell, at) => cells.set(`${lines.length + 1},${at}`, cell));
  const valuesOf = (row: readonly Partial<Cell>[]): CellValue[] => row.map(({ value }) => value ?? null);
  return writeXlsx({
    sheets: [
      {
        name: sheetName(name),
        columns: columns.map(({ kind }): ColumnDef => {
          const numFmt = kind && formats[kind];
          return { width: widths[kind ?? 'text'], ...(numFmt === undefined ? {} : { numFmt }) };
        }),
        freezePane: { rows: 1 },
        rows: [titles, ...lines, ...(sums === null ? [] : [valuesOf(sums)])],
        cells,
      },
    ],
  });
}

/** What a text is in a column of a kind; undefined where it is not of that kind. */
const readers: Readonly<Record<ExportKind, (text: string) => CellValue | undefined>> = {
  money: (text) => (yuan.test(text) ? (cellNumber(fenOf(text)) ?? text) : undefined),
  count: (text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined),
  day: (text) => (day.test(text) ? cellDay(text) : undefined),
  // As clocks in China show it: a workbook takes it for what stands there.
  instant: (text) => (Number.isNaN(Date.parse(text)) ? undefined : new Date(Date.parse(text) + 8 * hourMs)),
};

function valueOf(text: string, kind: ExportKind | undefined): CellValue {
  if (text === '') return null;
  const value = kind === undefined ? undefined : readers[kind](text);
  return value ?? sheetCell(text);
}

/** @returns null where there is nothing to add up */
function sumsOf<Item>(
  columns: readonly ExportColumn<Item>[],
  texts: readonly (readonly string[])[],
  total: string,
): Partial<Cell>[] | null {
  const isSummed = columns.map(({ kind, isApart }) => kind === 'money' && isApart !== true);
  if (texts.length === 0 || !isSummed.includes(true)) return null;
  return columns.map((_column, at): Partial<Cell> => {
    if (isSummed[at] !== true) return at === 0 ? { value: total, style: bold } : {};
    const amounts = texts.map((row) => fenOf(row[at] ?? ''));
    const formula = sumFormula(at, amounts);
    const value = cellNumber(amounts.reduce((sum, fen) => sum + fen, 0n));
    if (formula === null || value === null) return {};
    return { value, formula, formulaResult: value, style: { ...bold, numFmt: '#,##0.00' } };
  });
}

/** Zero for what is no amount: a sum passes over it, as spreadsheets do. */
function fenOf(text: string): bigint {
  return yuan.test(text) ? BigInt(text.replace('.', '')) : 0n;
}
