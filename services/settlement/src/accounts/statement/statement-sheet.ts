import { formatYuan, workbookText } from '@gongxiang/domain';
import { cellDay, cellNumber, sumFormula } from '@gongxiang/domain/sheet';
import type { Cell, CellStyle, CellValue, ColumnDef, WriteOptions, WriteSheet } from 'hucre/xlsx';
import type {
  StatementCell,
  StatementDocument,
  StatementRow,
  StatementTable,
} from './statement-document.model.js';

const moneyFormat = '#,##0.00';
const dayFormat = 'yyyy-mm-dd';
/** Available in most spreadsheets with Chinese support; others substitute their own Chinese font. */
const font = { name: 'Microsoft YaHei', size: 10 };
const bold: CellStyle = { font: { ...font, bold: true } };
/** A page header is limited to 255 characters; a longer one makes the workbook invalid. */
const nameLettersMax = 80;
const heading: CellStyle = {
  ...bold,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E6EAF0' } },
  alignment: { vertical: 'center', wrapText: true },
};

const textStyle: CellStyle = { alignment: { vertical: 'top', wrapText: true } };

/**
 * A statement as a workbook: an overview with balances, then one sheet of lines for activities and one for transfers.
 * Line sheets contain only a header, lines and a total, so that they can be filtered and added up.
 */
export function workbookOf(document: StatementDocument): WriteOptions {
  const { texts, partyName, period } = document;
  return {
    defaultFont: font,
    properties: {
      title: `${partyName} ${texts.title} ${period}`,
      creator: '工享 Gongxiang',
      created: document.madeAt,
    },
    sheets: [overview(document), ...document.tables.map((table) => sheetOf(table, document))],
  };
}

function overview(document: StatementDocument): WriteSheet {
  const { texts, facts, balances } = document;
  const sheet = new SheetRows();
  sheet.add([textCell(texts.item, heading), textCell(texts.value, heading)]);
  for (const { label, value } of facts) {
    sheet.add([textCell(label, textStyle), textCell(value, textStyle)]);
  }
  for (const { label, fen, isResult } of balances)
    sheet.add([textCell(label, isResult ? bold : {}), moneyCell(fen, isResult ? bold : {})]);
  return {
    name: texts.title.slice(0, 31),
    columns: [{ width: 22 }, { width: 64 }],
    freezePane: { rows: 1 },
    ...sheet.content(),
    ...printed(document),
  };
}

function sheetOf(table: StatementTable, document: StatementDocument): WriteSheet {
  const sheet = new SheetRows();
  sheet.add(table.columns.map(({ title }) => textCell(title, heading)));
  const rows = table.rows.filter(({ role }) => role !== 'subtotal');
  for (const { role, cells } of rows) {
    const isTotal = role === 'total';
    sheet.add(cells.map((cell, column) => (isTotal ? totalCell(cell, column, rows) : plainCell(cell))));
  }
  return {
    name: table.title,
    columns: table.columns.map(({ kind, characters }): ColumnDef => ({
      width: characters,
      ...(kind === 'money' ? { numFmt: moneyFormat } : {}),
      ...(kind === 'day' ? { numFmt: dayFormat } : {}),
      style: kind === 'text' ? textStyle : { alignment: { vertical: 'top' } },
    })),
    freezePane: { rows: 1 },
    ...sheet.content(),
    ...printed(document),
  };
}

/** Print setup: A4, fitted to the page width, with a repeated header row and page numbers. */
function printed({ texts, partyName, period }: StatementDocument): Partial<WriteSheet> {
  const letters = [...partyName];
  const name = letters.length > nameLettersMax ? `${letters.slice(0, nameLettersMax).join('')}…` : partyName;
  // An ampersand starts a code in a page header and is escaped by doubling.
  const head = `${name} · ${period}`.replaceAll('&', '&&');
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
    headerFooter: { oddHeader: `&L${head}`, oddFooter: `&R${texts.page('&P', '&N')}` },
  };
}

type SheetCell = Partial<Cell> | CellValue;

/** Collects rows as plain values, and cell details that plain values cannot express. */
class SheetRows {
  private readonly rows: CellValue[][] = [];
  private readonly cells = new Map<string, Partial<Cell>>();

  add(cells: readonly SheetCell[]): void {
    const row = this.rows.length;
    this.rows.push(
      cells.map((cell, column) => {
        if (cell === null || typeof cell !== 'object' || cell instanceof Date) return cell;
        this.cells.set(`${row},${column}`, cell);
        return cell.value ?? null;
      }),
    );
  }

  content(): Pick<WriteSheet, 'rows' | 'cells'> {
    return { rows: this.rows, cells: this.cells };
  }
}

/** A cell in its column's style. */
function plainCell(cell: StatementCell): SheetCell {
  if (cell.kind === 'empty') return null;
  if (cell.kind === 'day') return cellDay(cell.day);
  if (cell.kind === 'money') return cellNumber(cell.fen) ?? moneyCell(cell.fen, {});
  if (cell.text === '') return null;
  return cell.text.startsWith('#') ? textCell(cell.text, textStyle) : workbookText(cell.text);
}

/** A total as a formula over the lines above it, with the exact sum in fen as its cached value. */
function totalCell(cell: StatementCell, column: number, rows: readonly StatementRow[]): SheetCell {
  if (cell.kind !== 'money') return styledCell(cell, bold);
  const lines = rows.filter(({ role }) => role === 'line').map(({ cells }) => cells[column]);
  const amounts = lines.map((line) => (line?.kind === 'money' ? line.fen : 0n));
  const formula = sumFormula(column, amounts);
  const written = moneyCell(cell.fen, bold);
  const isSum = amounts.reduce((sum, fen) => sum + fen, 0n) === cell.fen;
  if (formula === null || !isSum || typeof written.value !== 'number') return written;
  return { ...written, formula, formulaResult: written.value };
}

function styledCell(cell: StatementCell, style: CellStyle): SheetCell {
  if (cell.kind === 'money') return moneyCell(cell.fen, style);
  return cell.kind === 'text' ? textCell(cell.text, style) : plainCell(cell);
}

function textCell(text: string, style: CellStyle): Partial<Cell> {
  const value = workbookText(text);
  // hucre treats `#N/A` and similar text as an error value; rich text is always text.
  return { value, style, ...(value.startsWith('#') ? { richText: [{ text: value }] } : {}) };
}

/** A number, or its digits as text if a cell number cannot hold them all. */
function moneyCell(fen: bigint, style: CellStyle): Partial<Cell> {
  const number = cellNumber(fen);
  if (number !== null) return { value: number, style: { ...style, numFmt: moneyFormat } };
  return { value: formatYuan(fen), style: { ...style, alignment: { horizontal: 'right' } } };
}
