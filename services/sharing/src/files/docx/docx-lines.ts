import { drawable, type PaperFontSet, piecesOf, widthOf } from '@gongxiang/paper';
import type { Alignment, DocxParagraph, DocxRun, ParagraphFormat, RunFormat } from './docx-blocks.js';

/** An item on a line; `x` from the left edge of the column. */
export type LineItem =
  | { readonly kind: 'text'; x: number; width: number; readonly text: string; readonly format: RunFormat }
  | { readonly kind: 'picture'; x: number; width: number; readonly height: number; readonly bytes: Buffer };

/** A line, or an empty strip between paragraphs. Lengths are points. */
export interface Line {
  readonly height: number;
  /** From its upper edge to the baseline of letters. */
  readonly baseline: number;
  readonly items: readonly LineItem[];
  /** Space between characters in justified lines. */
  readonly spread: number;
  readonly startsPage: boolean;
}

/** Of Noto Sans SC, relative to the size. */
const ascent = 1.16;
const descent = 0.288;
/** Word's single line spacing for Chinese. */
const single = 1.3;
const tabWidth = 36;
/** A last line that is nearly full is not stretched either. */
const spreadMin = 0.75;

/** Breaks paragraphs into lines, and counts characters missing from all fonts. */
export class LineSetter {
  readonly missing = new Map<number, number>();

  constructor(private readonly fonts: PaperFontSet) {}

  /** @param width of the column, points */
  lines(paragraph: DocxParagraph, width: number): Line[] {
    const { format } = paragraph;
    const column = Math.max(20, width - format.left - format.right);
    const builder = new LineBuilder(format, column);
    for (const run of merged(paragraph.runs)) this.place(run, builder, column);
    const lines = builder.finish(sizeOf(paragraph));
    return [...space(format.before, format.pageBreakBefore), ...lines, ...space(format.after, false)];
  }

  private place(run: DocxRun, builder: LineBuilder, column: number): void {
    if (run.kind === 'lineBreak') builder.end(false);
    else if (run.kind === 'pageBreak') builder.breakPage();
    else if (run.kind === 'tab') builder.skipTo(tabWidth);
    else if (run.kind === 'picture') {
      const scale = Math.min(1, column / run.width);
      const size = { width: run.width * scale, height: run.height * scale };
      builder.add({ kind: 'picture', x: 0, bytes: run.bytes, ...size }, size.width);
    } else if (run.kind === 'text') this.placeText(run.text, run.format, builder, column);
  }

  private placeText(text: string, format: RunFormat, builder: LineBuilder, column: number): void {
    const face = this.fonts[format.bold ? 'bold' : 'regular'];
    const shown = drawable(text, face);
    for (const codePoint of shown.missing)
      this.missing.set(codePoint, (this.missing.get(codePoint) ?? 0) + 1);
    const lengthOf = (part: string): number => widthOf(part, face) * format.size;
    for (const piece of piecesOf(shown.text)) {
      const whole = lengthOf(piece);
      if (lengthOf(piece.trimEnd()) <= column) {
        builder.add({ kind: 'text', x: 0, width: whole, text: piece, format }, lengthOf(piece.trimEnd()));
        continue;
      }
      // Longer than a line: it is broken anywhere.
      for (const character of piece) {
        const width = lengthOf(character);
        builder.add({ kind: 'text', x: 0, width, text: character, format }, width);
      }
    }
  }
}

class LineBuilder {
  private readonly lines: Line[] = [];
  private items: LineItem[] = [];
  private used: number;
  private startsPage = false;

  constructor(
    private readonly format: ParagraphFormat,
    private readonly column: number,
  ) {
    this.used = format.first;
  }

  /** @param needed the part of its width that has to fit; trailing spaces hang over the edge */
  add(item: LineItem, needed: number): void {
    if (this.items.length > 0 && this.used + needed > this.column + 0.01) this.end(true);
    this.items.push({ ...item, x: this.used });
    this.used += item.width;
  }

  skipTo(step: number): void {
    const next = (Math.floor(Math.max(0, this.used) / step) + 1) * step;
    if (next < this.column) this.used = next;
  }

  breakPage(): void {
    if (this.items.length > 0) this.end(false);
    this.startsPage = true;
  }

  /** @param isFull whether the text continues on the next line by itself */
  end(isFull: boolean): void {
    this.lines.push(
      lineOf(this.items, this.format, { column: this.column, isFull, startsPage: this.startsPage }),
    );
    [this.items, this.used, this.startsPage] = [[], 0, false];
  }

  /** @param size of an empty paragraph, which is as high as a letter of that size */
  finish(size: number): Line[] {
    if (this.items.length > 0 || this.lines.length === 0 || this.startsPage) {
      if (this.items.length === 0) {
        const line = lineOf([], this.format, {
          column: this.column,
          isFull: false,
          startsPage: this.startsPage,
        });
        this.lines.push({ ...line, height: heightOf(size * single, this.format) });
      } else this.end(false);
    }
    return this.lines;
  }
}

function lineOf(
  items: readonly LineItem[],
  format: ParagraphFormat,
  { column, isFull, startsPage }: { column: number; isFull: boolean; startsPage: boolean },
): Line {
  const sizes = items.flatMap((item) => (item.kind === 'text' ? [item.format.size] : []));
  const size = Math.max(0, ...sizes);
  const pictures = Math.max(0, ...items.map((item) => (item.kind === 'picture' ? item.height : 0)));
  const above = Math.max(size * ascent, pictures);
  const height = Math.max(heightOf(size * single, format), pictures);
  const aligned = moved(joined(items), format, column, isFull);
  const baseline = (height - (above + size * descent)) / 2 + above;
  return { height, baseline, startsPage, ...aligned };
}

/** Adjacent pieces with the same format are drawn, and found by a search, as one. */
function joined(items: readonly LineItem[]): LineItem[] {
  const found: LineItem[] = [];
  for (const item of items) {
    const last = found.at(-1);
    const follows = last !== undefined && Math.abs(last.x + last.width - item.x) < 0.01;
    if (item.kind === 'text' && last?.kind === 'text' && follows && item.format === last.format)
      found[found.length - 1] = { ...last, text: last.text + item.text, width: last.width + item.width };
    else found.push(item);
  }
  return found;
}

function moved(
  items: readonly LineItem[],
  format: ParagraphFormat,
  column: number,
  isFull: boolean,
): Pick<Line, 'items' | 'spread'> {
  const last = items.at(-1);
  const hanging = last?.kind === 'text' ? hangingOf(last) : 0;
  const free = last === undefined ? 0 : column - (last.x + last.width - hanging);
  const shift = format.left + (shifts[format.align] ?? 0) * Math.max(0, free);
  if (format.align !== 'both' || !isFull || free <= 0 || free > column * (1 - spreadMin))
    return { items: items.map((item) => ({ ...item, x: item.x + shift })), spread: 0 };
  const counts = items.map((item) => (item.kind === 'text' ? [...item.text].length : 1));
  const gaps = counts.reduce((sum, count) => sum + count, 0) - 1;
  const spread = gaps > 0 ? free / gaps : 0;
  let before = 0;
  const spreadItems = items.map((item, index) => {
    const x = item.x + shift + before * spread;
    before += counts[index] ?? 0;
    return { ...item, x };
  });
  return { items: spreadItems, spread };
}

/** How far trailing spaces extend beyond the text: a space is a little less than a quarter as wide as high. */
function hangingOf({ text, format }: Extract<LineItem, { kind: 'text' }>): number {
  return (text.length - text.trimEnd().length) * format.size * 0.224;
}

const shifts: Readonly<Record<Alignment, number>> = { left: 0, both: 0, center: 0.5, right: 1 };

function heightOf(usual: number, { line }: ParagraphFormat): number {
  if ('times' in line) return usual * line.times;
  return 'exactly' in line ? line.exactly : Math.max(usual, line.atLeast);
}

function sizeOf({ runs }: DocxParagraph): number {
  const [first] = runs.flatMap((run) => ('format' in run ? [run.format.size] : []));
  return first ?? 10.5;
}

function space(height: number, startsPage: boolean): Line[] {
  if (height <= 0 && !startsPage) return [];
  return [{ height: Math.max(0, height), baseline: 0, items: [], spread: 0, startsPage }];
}

/** Word splits text into runs at every edit: equal formats are merged. */
function merged(runs: readonly DocxRun[]): DocxRun[] {
  const found: DocxRun[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (run.kind === 'text' && last?.kind === 'text' && isSame(run.format, last.format))
      found[found.length - 1] = { ...last, text: last.text + run.text };
    else found.push(run);
  }
  return found;
}

function isSame(one: RunFormat, other: RunFormat): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
