import type { Locale } from '@gongxiang/domain';
import {
  type Band,
  bytesOf,
  drawPage,
  newPdf,
  openPaperFonts,
  pagesOf,
  type PaperItem,
  type Sheet,
  type TextStyle,
  Typesetter,
} from '@gongxiang/paper';

/** A label: its text, and the address of its code. */
interface Label {
  readonly title: string;
  readonly label: string;
  readonly code: string;
  /** Absolute. */
  readonly address: string;
}

interface LabelOrder {
  readonly title: string;
  readonly owner: string;
  readonly labels: readonly Label[];
  readonly locale: Locale;
  readonly madeAt: Date;
}

/** A4 with 3 × 8 labels without margins, 70 × 37 mm, a common sticker format. Points. */
const sheet: Sheet = { width: 595.28, height: 841.89, left: 0, right: 0, top: 0, bottom: 0 };
const columns = 3;
const rows = 8;
const cell = { width: sheet.width / columns, height: sheet.height / rows };
const margin = 10;
const qrWidth = 74;
const styles = {
  label: { size: 12, weight: 'bold' },
  small: { size: 7.5, weight: 'regular' },
  code: { size: 10, weight: 'bold' },
} as const satisfies Record<string, TextStyle>;

/** Labels as PDF, to be printed on a sheet of stickers. */
export async function labelsOf({ title, owner, labels, locale, madeAt }: LabelOrder): Promise<Buffer> {
  const fonts = await openPaperFonts();
  const setter = new Typesetter(fonts);
  const bands: Band[] = [];
  for (let first = 0; first < labels.length; first += columns) {
    const items = labels
      .slice(first, first + columns)
      .flatMap((label, column) => drawn(setter, label, { owner, left: column * cell.width }));
    bands.push({ height: cell.height, items });
  }
  const pdf = newPdf(sheet, { title, locale, madeAt }, fonts);
  const bytes = bytesOf(pdf);
  // Slightly less than the sheet, so that rounding does not make eight strips too many.
  for (const items of pagesOf(bands, { ...sheet, bottom: -1 })) {
    pdf.addPage();
    drawPage(pdf, items);
  }
  pdf.end();
  return bytes;
}

function drawn(
  setter: Typesetter,
  { title, label, code, address }: Label,
  { owner, left }: { readonly owner: string; readonly left: number },
): PaperItem[] {
  const x = left + margin + qrWidth + 8;
  const width = left + cell.width - margin - x;
  const line = (text: string, style: TextStyle, y: number): PaperItem[] =>
    setter
      .bands([{ x, width, align: 'left', text: setter.shortened(text, width, style) }], style, 0)
      .flatMap((band) => band.items.map((item) => ({ ...item, y: item.y + y })));
  return [
    { kind: 'qr', x: left + margin, y: (cell.height - qrWidth) / 2, width: qrWidth, text: address },
    ...line(label, styles.label, 16),
    ...line(title, styles.small, 38),
    ...line(owner, styles.small, 51),
    ...line(code, styles.code, 70),
  ];
}
