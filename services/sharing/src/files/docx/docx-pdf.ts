import { bytesOf, drawQr, newPdf, openPaperFonts, type Pdf, type PdfFacts } from '@gongxiang/paper';
import type { DocxBlock, DocxDocument, DocxPage, DocxTable } from './docx-blocks.js';
import { type Line, type LineItem, LineSetter } from './docx-lines.js';

/** A code at the lower right of the last page, with a line of text beside it. */
export interface Stamp {
  readonly address: string;
  readonly text: string;
}

interface DocxPdf {
  readonly bytes: Buffer;
  readonly pages: number;
  /** Occurrences of characters missing from all fonts; the paper shows their code points instead. */
  readonly missing: ReadonlyMap<number, number>;
}

/** A letter has one page, seldom two: a longer document is no letter. */
export const pagesMax = 20;

export class TooManyPages extends Error {}

const cellPadding = 5.4;
const ruleWidth = 0.5;
const stampSide = 46;

/**
 * Renders a document as PDF.
 * @throws TooManyPages
 */
export async function pdfOfDocx(
  document: DocxDocument,
  facts: PdfFacts,
  stamp: Stamp | null,
): Promise<DocxPdf> {
  const fonts = await openPaperFonts();
  const setter = new LineSetter(fonts);
  const pdf = newPdf(document.page, facts, fonts);
  const bytes = bytesOf(pdf);
  bytes.catch(() => undefined); // awaited below, once everything is drawn
  const flow = new Flow(pdf, document, setter);
  for (const block of document.blocks) {
    if (block.kind === 'table') flow.table(block);
    else for (const line of setter.lines(block, flow.width)) flow.line(line);
  }
  if (stamp !== null) drawStamp(pdf, document.page, stamp);
  pdf.end();
  return { bytes: await bytes, pages: flow.pages, missing: setter.missing };
}

interface LaidCell {
  readonly x: number;
  readonly width: number;
  readonly bordered: boolean;
  readonly merged: boolean;
  lines: Line[];
}

/** Fills pages from top to bottom. */
class Flow {
  pages = 0;
  private y = 0;
  private readonly header: readonly Line[];
  private readonly footer: readonly Line[];
  /** A header higher than its margin pushes the text down, as in Word; so does a footer. */
  private readonly top: number;
  private readonly end: number;

  constructor(
    private readonly pdf: Pdf,
    private readonly document: DocxDocument,
    private readonly setter: LineSetter,
  ) {
    const { page } = document;
    this.header = this.edgeLines(document.header);
    this.footer = this.edgeLines(document.footer);
    this.top = Math.min(page.height * 0.4, Math.max(page.top, page.headerFrom + heightOf(this.header)));
    const end = page.height - Math.max(page.bottom, page.footerFrom + heightOf(this.footer));
    this.end = Math.max(page.height * 0.6, end);
    this.turn();
  }

  get width(): number {
    const { width, left, right } = this.document.page;
    return width - left - right;
  }

  line(line: Line): void {
    if (this.y > this.top && (line.startsPage || this.y + line.height > this.end)) {
      // An empty strip does not move to the next page.
      if (line.items.length === 0 && !line.startsPage) return;
      this.turn();
    }
    drawLine(this.pdf, line, this.document.page.left, this.y);
    this.y += line.height;
  }

  table(table: DocxTable): void {
    const columns = fitted(table.columns, this.width);
    const total = columns.reduce((sum, width) => sum + width, 0);
    const free = this.width - total;
    const shift = table.align === 'center' ? free / 2 : table.align === 'right' ? free : 0;
    for (const row of table.rows) {
      const cells: LaidCell[] = [];
      let column = 0;
      for (const { span, bordered, merged, paragraphs } of row.cells) {
        const before = columns.slice(0, column).reduce((sum, width) => sum + width, 0);
        const width = Math.max(
          12,
          columns.slice(column, column + span).reduce((sum, one) => sum + one, 0),
        );
        const inner = Math.max(8, width - 2 * cellPadding);
        const lines = paragraphs.flatMap((paragraph) => this.setter.lines(paragraph, inner));
        cells.push({ x: shift + before, width, bordered, merged, lines });
        column += span;
      }
      this.row(cells, row.heightMin);
    }
  }

  /** A row that is too high for the page continues on the next one: line by line, so that nothing is lost. */
  private row(cells: LaidCell[], heightMin: number): void {
    const whole = Math.max(heightMin, ...cells.map(({ lines }) => heightOf(lines)));
    const first = Math.max(0, ...cells.map(({ lines }) => lines[0]?.height ?? 0));
    const fits = whole <= this.end - this.top;
    if (this.y > this.top && this.y + (fits ? whole : first) > this.end) this.turn();
    let left = whole;
    do {
      const room = this.end - this.y;
      const parts = cells.map((cell) => taken(cell, left <= room ? Number.POSITIVE_INFINITY : room));
      const drawn = Math.max(left <= room ? left : 0, ...parts.map(heightOf));
      for (const [index, cell] of cells.entries()) this.cell(cell, parts[index] ?? [], drawn);
      this.y += drawn;
      left = Math.max(0, ...cells.map(({ lines }) => heightOf(lines)));
      if (left > 0) this.turn();
    } while (left > 0);
  }

  private cell({ x, width, bordered, merged }: LaidCell, lines: readonly Line[], height: number): void {
    const from = this.document.page.left + x;
    if (bordered) {
      this.pdf.moveTo(from, this.y + height).lineTo(from, this.y);
      if (merged) this.pdf.moveTo(from + width, this.y);
      else this.pdf.lineTo(from + width, this.y);
      this.pdf.lineTo(from + width, this.y + height);
      this.pdf
        .lineTo(from, this.y + height)
        .lineWidth(ruleWidth)
        .stroke('#000000');
    }
    let y = this.y;
    for (const line of lines) {
      drawLine(this.pdf, line, from + cellPadding, y);
      y += line.height;
    }
  }

  private turn(): void {
    if (this.pages === pagesMax) throw new TooManyPages();
    this.pages += 1;
    this.pdf.addPage();
    this.y = this.top;
    this.edges();
  }

  private edges(): void {
    const { page } = this.document;
    if (page.border !== null) {
      const { inset, width, colour } = page.border;
      this.pdf.rect(inset, inset, page.width - 2 * inset, page.height - 2 * inset);
      this.pdf.lineWidth(width).stroke(`#${colour}`);
    }
    this.stack(this.header, page.headerFrom);
    this.stack(this.footer, page.height - page.footerFrom - heightOf(this.footer));
  }

  private edgeLines(blocks: readonly DocxBlock[]): Line[] {
    return blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return this.setter.lines(block, this.width);
      const paragraphs = block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs));
      return paragraphs.flatMap((paragraph) => this.setter.lines(paragraph, this.width));
    });
  }

  private stack(lines: readonly Line[], from: number): void {
    let y = from;
    for (const line of lines) {
      drawLine(this.pdf, line, this.document.page.left, y);
      y += line.height;
    }
  }
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { height }) => sum + height, 0);
}

/** Takes as many lines from a cell as fit; at least one, as it would never fit otherwise. */
function taken(cell: LaidCell, room: number): Line[] {
  const lines: Line[] = [];
  let used = 0;
  while (cell.lines.length > 0) {
    const [next] = cell.lines;
    if (next === undefined || (lines.length > 0 && used + next.height > room)) break;
    lines.push(next);
    used += next.height;
    cell.lines = cell.lines.slice(1);
  }
  return lines;
}

function fitted(columns: readonly number[], width: number): number[] {
  const total = columns.reduce((sum, column) => sum + column, 0);
  return total <= width ? [...columns] : columns.map((column) => (column * width) / total);
}

function drawLine(pdf: Pdf, line: Line, left: number, top: number): void {
  for (const item of line.items) drawItem(pdf, item, line, { x: left + item.x, y: top + line.baseline });
}

function drawItem(
  pdf: Pdf,
  item: LineItem,
  line: Line,
  at: { readonly x: number; readonly y: number },
): void {
  if (item.kind === 'picture') {
    pdf.image(item.bytes, at.x, at.y - item.height, { width: item.width, height: item.height });
    return;
  }
  const { size, bold, colour, underline } = item.format;
  pdf.font(bold ? 'bold' : 'regular', size).fillColor(`#${colour}`);
  pdf.text(item.text, at.x, at.y, {
    lineBreak: false,
    baseline: 'alphabetic',
    characterSpacing: line.spread,
  });
  if (!underline) return;
  const below = at.y + size * 0.12;
  pdf.moveTo(at.x, below).lineTo(at.x + item.width, below);
  pdf.lineWidth(Math.max(0.4, size / 20)).stroke(`#${colour}`);
}

/** In the margin, where a letter has nothing else. */
function drawStamp(pdf: Pdf, page: DocxPage, { address, text }: Stamp): void {
  const inset = (page.border?.inset ?? 18) + 6;
  const [x, y] = [page.width - inset - stampSide, page.height - inset - stampSide];
  pdf.rect(x - 3, y - 3, stampSide + 6, stampSide + 6).fill('#ffffff');
  drawQr(pdf, address, { x, y, width: stampSide });
  pdf.font('regular', 7).fillColor('#444444');
  const width = pdf.widthOfString(text);
  pdf.text(text, x - 8 - width, y + stampSide - 9, { lineBreak: false });
}
