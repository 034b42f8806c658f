import { formatYuan } from '@gongxiang/domain';
import {
  type Band,
  bodyWidth,
  codePointText,
  leading,
  pagesOf,
  paper,
  type PaperItem,
  type Slot,
  type TextStyle,
  Typesetter,
  type Typefaces,
} from '@gongxiang/paper';
import type {
  StatementCell,
  StatementColumn,
  StatementDocument,
  StatementRow,
  StatementTable,
} from './statement-document.model.js';

const styles = {
  title: { size: 17, weight: 'bold' },
  section: { size: 11, weight: 'bold' },
  body: { size: 8.5, weight: 'regular' },
  strong: { size: 8.5, weight: 'bold' },
  small: { size: 7.5, weight: 'regular' },
} as const satisfies Readonly<Record<string, TextStyle>>;

const dayWidth = 54;
/** Fits -999,999,999.99; a larger amount wraps to the next line as a whole. */
const moneyWidth = 72;
const gap = 6;
const padding = 2.5;
/** The maximum number of missing characters listed at the foot; the text marks each of them anyway. */
const missingShownMax = 60;

/** Lays a statement out on A4, yielding one page at a time so that the caller can pause in between. */
export function layOut(document: StatementDocument, faces: Typefaces): Generator<PaperItem[]> {
  return pagesOf(bandsOf(document, new Typesetter(faces)));
}

/** The footer of a page, once the page count is known. */
export function footerOf(
  { texts, partyName, period }: StatementDocument,
  page: { readonly number: number; readonly count: number },
  faces: Typefaces,
): PaperItem[] {
  const setter = new Typesetter(faces);
  const right = texts.page(String(page.number), String(page.count));
  const rightWidth = setter.width(right, styles.small);
  const ends = paper.width - paper.right;
  const y = paper.height - paper.bottom + 14;
  const at = { kind: 'text' as const, y: y + 4, ...styles.small };
  return [
    { kind: 'rule', x: paper.left, y, width: bodyWidth },
    {
      ...at,
      x: paper.left,
      text: setter.shortened(`${partyName} · ${period}`, bodyWidth - rightWidth - gap, styles.small),
    },
    { ...at, x: ends - rightWidth, text: right },
  ];
}

/** The bands from top to bottom, generated lazily, because missing characters are only known at the end. */
function* bandsOf(document: StatementDocument, setter: Typesetter): Generator<Band> {
  yield* headBands(document, setter);
  for (const table of document.tables) yield* tableBands(table, setter);
  yield* footBands(document, setter);
}

function* headBands({ texts, facts, balances }: StatementDocument, setter: Typesetter): Generator<Band> {
  const whole = { x: paper.left, width: bodyWidth };
  yield* setter.bands([{ ...whole, align: 'center', text: texts.title }], styles.title, 0);
  yield space(8);
  const labelWidth = Math.max(...facts.map(({ label }) => setter.width(label, styles.strong))) + 2 * gap;
  for (const { label, value } of facts) {
    const values: Slot = {
      x: paper.left + labelWidth,
      width: bodyWidth - labelWidth,
      align: 'left',
      text: value,
    };
    const [first = space(0), ...rest] = setter.bands([values], styles.body, 1);
    const [head = space(0)] = setter.bands(
      [{ x: paper.left, width: labelWidth, align: 'left', text: label }],
      styles.strong,
      1,
    );
    yield { ...first, items: [...head.items, ...first.items] };
    yield* rest;
  }
  yield space(8);
  for (const { label, fen, isResult } of balances) {
    const slots: Slot[] = [
      { x: paper.left + gap, width: bodyWidth / 2, align: 'left', text: label },
      {
        x: paper.left + bodyWidth / 2 + gap,
        width: bodyWidth / 2 - 2 * gap,
        align: 'right',
        text: formatYuan(fen),
      },
    ];
    for (const band of setter.bands(slots, isResult ? styles.strong : styles.body, padding))
      yield ruled(band, isResult);
  }
}

function* tableBands(table: StatementTable, setter: Typesetter): Generator<Band> {
  const places = placesOf(table.columns);
  const slotsOf = (texts: readonly string[]): Slot[] =>
    places.map((place, index) => ({ ...place, text: texts[index] ?? '' }));
  const rowHeight = styles.body.size * leading + 2 * padding;
  yield space(14);
  const heading = setter.bands(slotsOf(table.columns.map(({ title }) => title)), styles.strong, padding);
  const headings = heading.map((band) => ruled(band, true));
  const [repeated = space(0)] = headings;
  const title: Slot = { x: paper.left, width: bodyWidth, align: 'left', text: table.title };
  for (const band of setter.bands([title], styles.section, 2))
    yield { ...band, followed: repeated.height + 2 * rowHeight };
  yield* headings;
  for (const row of table.rows) yield* rowBands(row, slotsOf(row.cells.map(wordsOf)), setter, repeated);
}

function* rowBands(row: StatementRow, slots: Slot[], setter: Typesetter, heading: Band): Generator<Band> {
  const style = row.role === 'total' ? styles.strong : styles.body;
  const bands = setter.bands(slots, style, padding);
  for (const [index, band] of bands.entries()) {
    const isLast = index === bands.length - 1;
    yield { ...(isLast ? ruled(band, row.role !== 'line') : band), heading };
  }
}

function* footBands({ texts }: StatementDocument, setter: Typesetter): Generator<Band> {
  const whole = { x: paper.left, width: bodyWidth, align: 'left' as const };
  if (setter.missing.size > 0) {
    yield space(10);
    yield* setter.bands([{ ...whole, text: missingNote(setter.missing, texts) }], styles.small, 0);
  }
  yield space(26);
  const width = bodyWidth / texts.signatures.length;
  const slots = texts.signatures.map((text, index): Slot => ({
    x: paper.left + index * width,
    width: width - gap,
    align: 'left',
    text,
  }));
  yield* setter.bands(slots, styles.body, 0);
}

function missingNote(missing: ReadonlyMap<number, number>, texts: StatementDocument['texts']): string {
  const shown = [...missing].slice(0, missingShownMax);
  const list = shown.map(([codePoint, count]) => `${codePointText(codePoint)}×${count}`).join(' ');
  const more = missing.size - shown.length;
  return texts.missing(more > 0 ? `${list} ${texts.missingMore(more)}` : list);
}

/** Column positions: days and amounts have fixed widths, and text columns share the rest. */
function placesOf(columns: readonly StatementColumn[]): Omit<Slot, 'text'>[] {
  const fixed = { day: dayWidth, money: moneyWidth, text: 0 };
  const left = columns.reduce((width, { kind }) => width - fixed[kind], bodyWidth);
  const shares = columns.reduce((total, { share }) => total + share, 0);
  let x: number = paper.left;
  return columns.map(({ kind, share }) => {
    const width = fixed[kind] + (shares === 0 ? 0 : (left * share) / shares);
    const place = {
      x: x + gap / 2,
      width: width - gap,
      align: kind === 'money' ? ('right' as const) : ('left' as const),
    };
    x += width;
    return place;
  });
}

function wordsOf(cell: StatementCell): string {
  if (cell.kind === 'money') return formatYuan(cell.fen);
  if (cell.kind === 'day') return cell.day;
  return cell.kind === 'text' ? cell.text : '';
}

function ruled(band: Band, isShaded: boolean): Band {
  const { height } = band;
  const across = { x: paper.left, width: bodyWidth };
  const shade: PaperItem[] = isShaded ? [{ kind: 'shade', y: 0, height, ...across }] : [];
  return { ...band, items: [...shade, ...band.items, { kind: 'rule', y: height, ...across }] };
}

function space(height: number): Band {
  return { height, items: [] };
}
