import { drawPage, newPdf, paper, type PaperFontSet, type PaperItem, type Pdf } from '@gongxiang/paper';
import type { StatementDocument } from './statement-document.model.js';
import { footerOf, layOut } from './statement-layout.js';

/** A paper on its way: its bytes as they come, and the work that brings them. */
export interface PaperInPrint {
  readonly content: Pdf;
  /** Draws it, page by page. Where it fails, `content` fails with it. */
  print(): Promise<void>;
}

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
