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
/** Found wherever Chinese is read in a spreadsheet; others put their own Chinese font in its place. */
const font = { name: 'Microsoft YaHei', size: 10 };
const bold: CellStyle = { font: { ...font, bold: true } };
/** A line above the page holds 255 characters at most, or the workbook counts as damaged. */
const nameLettersMax = 80;
const heading: CellStyle = {
  ...bold,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E6EAF0' } },
  alignment: { vertical: 'center', wrapText: true },
};

const textStyle: CellStyle = { alignment: { vertical: 'top', wrapText: true } };

/**
 * A statement as a workbook: what it is and its balances, then a sheet of lines for activities and one for transfers. The
 * sheets of lines hold nothing but their header, lines and total, so that they can be filtered and added up.
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

/** On paper: A4, as wide as the page, the header on every page, and which page of how many. */
function printed({ texts, partyName, period }: StatementDocument): Partial<WriteSheet> {
  const letters = [...partyName];
  const name = letters.length > nameLettersMax ? `${letters.slice(0, nameLettersMax).join('')}…` : partyName;
  // An ampersand begins a code in such a line, and is doubled to stand for itself.
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

/** Collects rows as plain values, and beside them what values alone cannot say. */
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

/** A cell in the style of its column. */
function plainCell(cell: StatementCell): SheetCell {
  if (cell.kind === 'empty') return null;
  if (cell.kind === 'day') return cellDay(cell.day);
  if (cell.kind === 'money') return cellNumber(cell.fen) ?? moneyCell(cell.fen, {});
  if (cell.text === '') return null;
  return cell.text.startsWith('#') ? textCell(cell.text, textStyle) : workbookText(cell.text);
}

/** A total is a formula that adds up the lines above it, with the amount that was added in fen as what it has come to. */
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
  // hucre takes `#N/A` and its like for an error; a run of text is always text.
  return { value, style, ...(value.startsWith('#') ? { richText: [{ text: value }] } : {}) };
}

/** A number; or its digits as text, where no number of a cell can hold them all. */
function moneyCell(fen: bigint, style: CellStyle): Partial<Cell> {
  const number = cellNumber(fen);
  if (number !== null) return { value: number, style: { ...style, numFmt: moneyFormat } };
  return { value: formatYuan(fen), style: { ...style, alignment: { horizontal: 'right' } } };
}
