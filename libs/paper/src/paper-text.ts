/** What a font says of its characters. */
export interface Typeface {
  has(codePoint: number): boolean;
  /** The width of a character that it has, in parts of the size: 1 is as wide as the size is high. */
  widthOf(codePoint: number): number;
}

/** A character that a font lacks, as it stands on the paper: `〈U+20BB7〉`. (Noto Sans SC has these brackets, not `⟨⟩`.) */
export function codePointText(codePoint: number): string {
  return `〈U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〉`;
}

/** Breaks of lines and tabs: no font draws them, and in a cell they are spaces. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;

/**
 * Text of which the font has every character: what it lacks is replaced by its code point, never left out.
 * @returns the text, and the code points that the font lacks, as often as they occur
 */
export function drawable(
  text: string,
  face: Typeface,
): { readonly text: string; readonly missing: number[] } {
  const missing: number[] = [];
  let drawn = '';
  for (const character of text.replace(breaks, ' ')) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (face.has(codePoint)) {
      drawn += character;
      continue;
    }
    missing.push(codePoint);
    drawn += codePointText(codePoint);
  }
  return { text: drawn, missing };
}

export function widthOf(text: string, face: Typeface): number {
  let width = 0;
  for (const character of text) width += face.widthOf(character.codePointAt(0) ?? 0);
  return width;
}

/**
 * What is not parted at the end of a line: a Latin word or number, or one Chinese character; with the brackets that open
 * before it and the marks that close after it, as none of those may stand alone at the edge.
 */
const pieces = /[（《〈「『“‘【]*(?:[!-~]+|\S)?[，。、；：！？）》〉」』”’】·…]*\s*/gu;

/** Text in the pieces between which a line may end; together they are the text. */
export function piecesOf(text: string): string[] {
  return [...text.matchAll(pieces)].map(([piece]) => piece).filter((piece) => piece !== '');
}

/**
 * Cuts text into lines that fit.
 * @param width of a line, in parts of the size
 * @returns at least one line; a word that is longer than a line is parted where it must be
 */
export function linesOf(text: string, face: Typeface, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const [piece] of text.matchAll(pieces)) {
    const pieceWidth = widthOf(piece.trimEnd(), face);
    if (line !== '' && used + pieceWidth > width) {
      lines.push(line.trimEnd());
      [line, used] = ['', 0];
    }
    if (pieceWidth <= width) {
      line += piece;
      used += widthOf(piece, face);
      continue;
    }
    const parts = partsOf(piece, face, width);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
    used = widthOf(line, face);
  }
  if (line !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

function partsOf(word: string, face: Typeface, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of word) {
    const characterWidth = widthOf(character, face);
    if (part !== '' && used + characterWidth > width) {
      parts.push(part);
      [part, used] = ['', 0];
    }
    part += character;
    used += characterWidth;
  }
  return [...parts, part];
}
