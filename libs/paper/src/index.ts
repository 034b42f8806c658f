export {
  type Band,
  bodyWidth,
  leading,
  pagesOf,
  paper,
  type PaperItem,
  type Sheet,
  type Slot,
  type TextStyle,
  Typesetter,
  type Typefaces,
  type Weight,
} from './paper-band.js';
export { openPaperFonts, type PaperFont, type PaperFontSet } from './paper-fonts.js';
export { bytesOf, drawPage, drawQr, newPdf, type Pdf, type PdfFacts } from './paper-pdf.js';
export { codePointText, drawable, linesOf, piecesOf, type Typeface, widthOf } from './paper-text.js';
export { openPaper, type Paper, type PaperColumn, type PaperOptions, type ParagraphStyle } from './paper.js';
