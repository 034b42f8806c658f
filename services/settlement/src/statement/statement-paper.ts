import PdfDocument from 'pdfkit';
import { paper, type PaperItem } from './paper-band.model.js';
import type { PaperFontSet } from './paper-fonts.js';
import type { StatementDocument } from './statement-document.model.js';
import { footerOf, layOut } from './statement-paper.model.js';

/** A paper on its way: its bytes as they come, and the work that brings them. */
export interface PaperInPrint {
  readonly content: PDFKit.PDFDocument;
  /** Draws it, page by page. Where it fails, `content` fails with it. */
  print(): Promise<void>;
}

const ink = { text: '#111111', rule: '#b8bcc4', shade: '#eef1f5' } as const;
const ruleWidth = 0.5;

/**
 * A statement as PDF, with fonts cut down to the characters used.
 * @param turn is waited for after each page, laid out or drawn: it lets others have the process, and throws where nobody
 *   waits for the paper any more
 */
export function paperOf(
  document: StatementDocument,
  fonts: PaperFontSet,
  turn: () => Promise<void>,
): PaperInPrint {
  const pdf = new PdfDocument({
    ...{ size: [paper.width, paper.height], margin: 0, autoFirstPage: false },
    // Amounts hardly repeat: remembered layouts would only fill memory.
    ...{ font: '', fontLayoutCache: false, pdfVersion: '1.7', lang: document.locale, displayTitle: true },
    info: {
      Title: `${document.unionName} ${document.texts.title} ${document.period}`,
      Creator: '工享 Gongxiang',
      CreationDate: document.madeAt,
    },
  });
  for (const weight of ['regular', 'bold'] as const) pdf.registerFont(weight, fonts[weight].source as Buffer);
  const print = async (): Promise<void> => {
    const pages: PaperItem[][] = [];
    for (const items of layOut(document, fonts)) {
      pages.push(items);
      await turn();
    }
    for (const [index, items] of pages.entries()) {
      pdf.addPage();
      const footer = footerOf(document, { number: index + 1, count: pages.length }, fonts);
      // Shades first: one would cover half of the rule above it.
      for (const item of items.filter(({ kind }) => kind === 'shade')) draw(pdf, item);
      for (const item of [...items, ...footer].filter(({ kind }) => kind !== 'shade')) draw(pdf, item);
      await turn();
      if (pdf.destroyed) return;
    }
    pdf.end();
  };
  return {
    content: pdf,
    print: () =>
      print().catch((error: unknown) => {
        pdf.destroy(error as Error);
        throw error;
      }),
  };
}

function draw(pdf: PDFKit.PDFDocument, item: PaperItem): void {
  if (item.kind === 'text') {
    pdf.font(item.weight, item.size).fillColor(ink.text);
    pdf.text(item.text, item.x, item.y, { lineBreak: false });
  } else if (item.kind === 'shade') {
    pdf.rect(item.x, item.y, item.width, item.height).fill(ink.shade);
  } else {
    pdf.moveTo(item.x, item.y).lineTo(item.x + item.width, item.y);
    pdf.lineWidth(ruleWidth).stroke(ink.rule);
  }
}
