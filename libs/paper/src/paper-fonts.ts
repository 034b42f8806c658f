import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import PdfDocument from 'pdfkit';
import type { Weight } from './paper-band.js';
import type { Typeface } from './paper-text.js';

/** What is used of a font as pdfkit opens it. */
interface Glyph {
  readonly advanceWidth: number;
}
interface OpenedFont {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): Glyph;
}

/** A font to measure by and to draw with: the same, so that what was measured is what is drawn. */
export interface PaperFont extends Typeface {
  /** For pdfkit, which takes any object that lays text out. */
  readonly source: object;
}

export type PaperFontSet = Readonly<Record<Weight, PaperFont>>;

const files: Readonly<Record<Weight, string>> = {
  regular: '400Regular/NotoSansSC_400Regular.ttf',
  bold: '700Bold/NotoSansSC_700Bold.ttf',
};

let opened: Promise<PaperFontSet> | null = null;

/**
 * The fonts of papers: 21 MB, read once for the process, when its first paper is made. Noto Sans SC has the 8,105
 * characters of the general table, extension A, and the rare ones of names that the table knows.
 */
export function openPaperFonts(): Promise<PaperFontSet> {
  opened ??= openAll();
  opened.catch(() => (opened = null));
  return opened;
}

async function openAll(): Promise<PaperFontSet> {
  return { regular: await fontOf(files.regular), bold: await fontOf(files.bold) };
}

async function fontOf(file: string): Promise<PaperFont> {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${file}`);
  const font = openedByPdfkit(await readFile(path));
  const widths = new Map<number, number>();
  return {
    source: plainLayout(font),
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    widthOf: (codePoint) => {
      const known = widths.get(codePoint);
      if (known !== undefined) return known;
      const width = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
      widths.set(codePoint, width);
      return width;
    },
  };
}

/**
 * pdfkit opens fonts by a library of its own and keeps the result to itself. It is taken from there, since only the font
 * that draws can say which characters it has.
 */
function openedByPdfkit(bytes: Uint8Array): OpenedFont {
  const document = new PdfDocument({ autoFirstPage: false, font: '' }).font(bytes);
  return (document as unknown as { readonly _font: { readonly font: OpenedFont } })._font.font;
}

/**
 * One glyph for each code point, side by side. Left to itself the font looks for ligatures and kerning: five times as
 * slow (4.0 s instead of 0.9 s for 10,000 lines), and it may swallow a character that the check has let pass.
 */
function plainLayout(font: OpenedFont): object {
  const layout = (text: string): object => {
    const glyphs = [...text].map((character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0));
    return {
      glyphs,
      positions: glyphs.map(({ advanceWidth: xAdvance }) => ({
        xAdvance,
        yAdvance: 0,
        xOffset: 0,
        yOffset: 0,
      })),
      advanceWidth: glyphs.reduce((width, { advanceWidth }) => width + advanceWidth, 0),
    };
  };
  return Object.create(font, { layout: { value: layout } }) as object;
}
