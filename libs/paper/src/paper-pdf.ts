import { generate } from 'lean-qr';
import PdfDocument from 'pdfkit';
import type { PaperItem, Sheet } from './paper-band.js';
import type { PaperFontSet } from './paper-fonts.js';

/** A PDF that is being written: a stream of its bytes. */
export type Pdf = InstanceType<typeof PdfDocument>;

const ink = { text: '#111111', rule: '#b8bcc4', shade: '#eef1f5' } as const;
const ruleWidth = 0.5;

/** Metadata of a PDF. */
export interface PdfFacts {
  readonly title: string;
  /** The language of its text, as BCP 47. */
  readonly locale: string;
  readonly madeAt: Date;
}

/**
 * Creates an empty PDF without pages, with both fonts subset to the characters used. The caller adds pages and ends
 * it.
 */
export function newPdf(
  { width, height }: Pick<Sheet, 'width' | 'height'>,
  { title, locale, madeAt }: PdfFacts,
  fonts: PaperFontSet,
): Pdf {
  const pdf = new PdfDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    // Amounts and names hardly repeat: cached layouts would only fill memory.
    font: '',
    fontLayoutCache: false,
    pdfVersion: '1.7',
    lang: locale,
    displayTitle: true,
    info: { Title: title, Creator: '工享 Gongxiang', CreationDate: madeAt },
  });
  for (const weight of ['regular', 'bold'] as const) pdf.registerFont(weight, fonts[weight].source as Buffer);
  return pdf;
}

/** Draws what lies on a page. Shades first: one would cover half of the rule above it. */
export function drawPage(pdf: Pdf, items: readonly PaperItem[]): void {
  for (const item of items.filter(({ kind }) => kind === 'shade')) draw(pdf, item);
  for (const item of items.filter(({ kind }) => kind !== 'shade')) draw(pdf, item);
}

function draw(pdf: Pdf, item: PaperItem): void {
  if (item.kind === 'text') {
    pdf.font(item.weight, item.size).fillColor(ink.text);
    pdf.text(item.text, item.x, item.y, { lineBreak: false });
  } else if (item.kind === 'shade') {
    pdf.rect(item.x, item.y, item.width, item.height).fill(ink.shade);
  } else if (item.kind === 'qr') {
    drawQr(pdf, item.text, item);
  } else {
    pdf.moveTo(item.x, item.y).lineTo(item.x + item.width, item.y);
    pdf.lineWidth(ruleWidth).stroke(ink.rule);
  }
}

/** A QR code as squares, so that it stays sharp on any printer; the quiet zone around it is its user's. */
export function drawQr(
  pdf: Pdf,
  text: string,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): void {
  const code = generate(text);
  const side = width / code.size;
  for (let row = 0; row < code.size; row += 1) {
    for (let column = 0; column < code.size; column += 1) {
      const from = column;
      while (column < code.size && code.get(column, row)) column += 1;
      if (column > from) pdf.rect(x + from * side, y + row * side, (column - from) * side, side);
    }
  }
  pdf.fill(ink.text);
}

/** The bytes of a PDF that is being written. Its user ends it. */
export async function bytesOf(pdf: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of pdf as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
