import {
  type Band,
  pagesOf,
  paper,
  type PaperItem,
  type Sheet,
  type Slot,
  Typesetter,
} from './paper-band.js';
import { openPaperFonts, type PaperFontSet } from './paper-fonts.js';
import { bytesOf, drawPage, newPdf, type PdfFacts } from './paper-pdf.js';

export interface PaperOptions extends PdfFacts {
  /** A4 by default. */
  readonly sheet?: Sheet;
  /** The left footer of every page. */
  readonly foot: string;
  /** The right footer: `第 2 页 / 共 3 页`. */
  readonly page: (number: number, count: number) => string;
}

export interface ParagraphStyle {
  /** Points; 10 by default. */
  readonly size?: number;
  readonly weight?: 'regular' | 'bold';
  readonly align?: 'left' | 'right' | 'center';
}

export interface PaperColumn {
  readonly title: string;
  /** Its part of the width, beside the others' parts. */
  readonly share: number;
  readonly align?: 'left' | 'right' | 'center';
}

/** A document that is written from top to bottom with automatic page breaks. */
export interface Paper {
  paragraph(text: string, style?: ParagraphStyle): void;
  /** Rows of a table; a heading that is repeated where the table goes on; a long cell takes more lines. */
  table(columns: readonly PaperColumn[], rows: readonly (readonly string[])[], size?: number): void;
  /** A QR code in the middle. @param width points */
  qr(text: string, width: number): void;
  /** @param height points */
  space(height: number): void;
  /** Occurrences of each character that no font has; the document shows its code point instead. */
  readonly missing: ReadonlyMap<number, number>;
  /** The current number of pages. */
  pageCount(): number;
  finish(): Promise<Buffer>;
}

const padding = 3;
const gap = 6;
const footSize = 8;

/**
 * Creates a document. Nothing is dropped: a character that no font has is shown as `〈U+2B8C3〉`, and is counted.
 * @param options the language and title, sheet and footers
 */
export async function openPaper(options: PaperOptions): Promise<Paper> {
  return new WrittenPaper(options, await openPaperFonts());
}

class WrittenPaper implements Paper {
  private readonly setter: Typesetter;
  private readonly bands: Band[] = [];
  private readonly sheet: Sheet;

  constructor(
    private readonly options: PaperOptions,
    private readonly fonts: PaperFontSet,
  ) {
    this.setter = new Typesetter(fonts);
    this.sheet = options.sheet ?? paper;
  }

  get missing(): ReadonlyMap<number, number> {
    return this.setter.missing;
  }

  paragraph(text: string, { size = 10, weight = 'regular', align = 'left' }: ParagraphStyle = {}): void {
    // Its own lines stay: a text as people type it says something by them.
    for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/u)) {
      const slot: Slot = { x: this.sheet.left, width: this.width, align, text: line };
      this.bands.push(...this.setter.bands([slot], { size, weight }, size * 0.15));
    }
  }

  table(columns: readonly PaperColumn[], rows: readonly (readonly string[])[], size = 9): void {
    const head = this.setter.bands(
      this.slotsOf(
        columns,
        columns.map(({ title }) => title),
      ),
      { size, weight: 'bold' },
      padding,
    );
    const headings = head.map((band) => this.ruled(band, true));
    this.bands.push(...headings.map((band) => ({ ...band, followed: 4 * size })));
    for (const row of rows) {
      const bands = this.setter.bands(this.slotsOf(columns, row), { size, weight: 'regular' }, padding);
      for (const [index, band] of bands.entries()) {
        const shown = index === bands.length - 1 ? this.ruled(band, false) : band;
        const [heading] = headings;
        this.bands.push(heading === undefined ? shown : { ...shown, heading });
      }
    }
  }

  qr(text: string, width: number): void {
    const x = this.sheet.left + (this.width - width) / 2;
    this.bands.push({ height: width, items: [{ kind: 'qr', x, y: 0, width, text }] });
  }

  space(height: number): void {
    this.bands.push({ height, items: [] });
  }

  pageCount(): number {
    return [...pagesOf(this.bands, this.sheet)].length;
  }

  async finish(): Promise<Buffer> {
    const pdf = newPdf(this.sheet, this.options, this.fonts);
    const bytes = bytesOf(pdf);
    const pages = [...pagesOf(this.bands, this.sheet)];
    for (const [index, items] of pages.entries()) {
      pdf.addPage();
      drawPage(pdf, [...items, ...this.footOf(index + 1, pages.length)]);
    }
    pdf.end();
    return bytes;
  }

  private get width(): number {
    return this.sheet.width - this.sheet.left - this.sheet.right;
  }

  private slotsOf(columns: readonly PaperColumn[], texts: readonly string[]): Slot[] {
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    let x = this.sheet.left;
    return columns.map(({ share, align = 'left' }, index) => {
      const width = (this.width * share) / shares;
      const slot: Slot = { x: x + gap / 2, width: width - gap, align, text: texts[index] ?? '' };
      x += width;
      return slot;
    });
  }

  private ruled(band: Band, isShaded: boolean): Band {
    const across = { x: this.sheet.left, width: this.width };
    const { height } = band;
    const shades: PaperItem[] = isShaded ? [{ kind: 'shade', y: 0, height, ...across }] : [];
    return { ...band, items: [...shades, ...band.items, { kind: 'rule', y: height, ...across }] };
  }

  private footOf(number: number, count: number): PaperItem[] {
    const style = { size: footSize, weight: 'regular' } as const;
    const right = this.options.page(number, count);
    const rightWidth = this.setter.width(right, style);
    const y = this.sheet.height - this.sheet.bottom + 14;
    const left = this.setter.shortened(this.options.foot, this.width - rightWidth - gap, style);
    const ends = this.sheet.width - this.sheet.right;
    return [
      { kind: 'rule', x: this.sheet.left, y, width: this.width },
      { kind: 'text', x: this.sheet.left, y: y + 4, text: left, ...style },
      { kind: 'text', x: ends - rightWidth, y: y + 4, text: right, ...style },
    ];
  }
}
