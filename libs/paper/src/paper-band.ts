import { drawable, linesOf, type Typeface, widthOf } from './paper-text.js';

/** A sheet with its margins, in points. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A4. */
export const paper = {
  width: 595.28,
  height: 841.89,
  left: 42,
  right: 42,
  top: 46,
  bottom: 56,
} as const satisfies Sheet;
export const bodyWidth = paper.width - paper.left - paper.right;

export type Weight = 'regular' | 'bold';
export type Typefaces = Readonly<Record<Weight, Typeface>>;

/**
 * Something to draw: text by the left end of its line's upper edge, a rule, a shaded strip, or a QR code that is as high
 * as it is wide. Points from the upper left.
 */
export type PaperItem =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly weight: Weight;
      readonly text: string;
    }
  | { readonly kind: 'rule'; readonly x: number; readonly y: number; readonly width: number }
  | {
      readonly kind: 'shade';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'qr';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly text: string;
    };

/** An unbreakable strip across the page; `y` of its items counts from its upper edge. */
export interface Band {
  readonly height: number;
  readonly items: readonly PaperItem[];
  /** What must fit below it on the same page, so that a heading is not left alone. */
  readonly followed?: number;
  /** Repeated above it at the top of a page. */
  readonly heading?: Band;
}

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
}

/** One place of a strip, `x` and `width` from the left edge of the paper. */
export interface Slot {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
  readonly text: string;
}

export const leading = 1.45;
/** A row of more lines than this may be split, as it could be higher than a page. */
const linesMax = 12;

/** Sets text, and records every character that a font lacks. */
export class Typesetter {
  readonly missing = new Map<number, number>();

  constructor(private readonly faces: Typefaces) {}

  /** A strip of slots side by side, as high as the highest; more than one strip where that is very high. */
  bands(slots: readonly Slot[], style: TextStyle, padding: number): Band[] {
    const columns = slots.map((slot) => this.columnOf(slot, style));
    const count = Math.max(1, ...columns.map((column) => column.length));
    const lineHeight = style.size * leading;
    const bands: Band[] = [];
    for (let first = 0; first < count; first += linesMax) {
      const items = columns.flatMap((column) =>
        column.slice(first, first + linesMax).map(({ text, x }, index) => ({
          kind: 'text' as const,
          text,
          x,
          y: padding + index * lineHeight,
          ...style,
        })),
      );
      const lines = Math.min(linesMax, count - first);
      bands.push({
        height: lines * lineHeight + 2 * padding,
        items: items.filter(({ text }) => text !== ''),
      });
    }
    return bands;
  }

  width(text: string, { size, weight }: TextStyle): number {
    const face = this.faces[weight];
    return widthOf(drawable(text, face).text, face) * size;
  }

  /** One line of a text, which ends in … where it is too long. */
  shortened(text: string, width: number, { size, weight }: TextStyle): string {
    const face = this.faces[weight];
    const [first = '', ...rest] = linesOf(drawable(text, face).text, face, width / size - 1);
    return rest.length === 0 ? first : `${first}…`;
  }

  private columnOf(slot: Slot, { size, weight }: TextStyle): { text: string; x: number }[] {
    const face = this.faces[weight];
    const { text, missing } = drawable(slot.text, face);
    for (const codePoint of missing) this.missing.set(codePoint, (this.missing.get(codePoint) ?? 0) + 1);
    return linesOf(text, face, slot.width / size).map((line) => {
      const free = slot.align === 'left' ? 0 : slot.width - widthOf(line, face) * size;
      return { text: line, x: slot.x + (slot.align === 'center' ? free / 2 : free) };
    });
  }
}

/** Fills pages with strips, from top to bottom. */
export function* pagesOf(bands: Iterable<Band>, sheet: Sheet = paper): Generator<PaperItem[]> {
  const end = sheet.height - sheet.bottom;
  let items: PaperItem[] = [];
  let y: number = sheet.top;
  const place = (band: Band): void => {
    items.push(...band.items.map((item) => ({ ...item, y: item.y + y })));
    y += band.height;
  };
  for (const band of bands) {
    if (y > sheet.top && y + band.height + (band.followed ?? 0) > end) {
      yield items;
      [items, y] = [[], sheet.top];
      if (band.heading !== undefined) place(band.heading);
    }
    place(band);
  }
  yield items;
}
