import { drawPage, newPdf, paper, type PaperFontSet, type PaperItem, type Pdf } from '@gongxiang/paper';
import type { StatementDocument } from './statement-document.model.js';
import { footerOf, layOut } from './statement-layout.js';

/** A PDF being rendered: the stream of its bytes, and the function that produces them. */
interface PaperInPrint {
  readonly content: Pdf;
  /** Draws it page by page. An error also fails `content`. */
  print(): Promise<void>;
}

/**
 * A statement as PDF with subset fonts.
 * @param turn awaited after each page is laid out or drawn; it yields to other work and throws if nobody waits for
 *   the PDF any more
 */
export function paperOf(
  document: StatementDocument,
  fonts: PaperFontSet,
  turn: () => Promise<void>,
): PaperInPrint {
  const title = `${document.partyName} ${document.texts.title} ${document.period}`;
  const { locale, madeAt } = document;
  const pdf = newPdf(paper, { title, locale, madeAt }, fonts);
  const print = async (): Promise<void> => {
    const pages: PaperItem[][] = [];
    for (const items of layOut(document, fonts)) {
      pages.push(items);
      await turn();
    }
    for (const [index, items] of pages.entries()) {
      pdf.addPage();
      const footer = footerOf(document, { number: index + 1, count: pages.length }, fonts);
      drawPage(pdf, [...items, ...footer]);
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
