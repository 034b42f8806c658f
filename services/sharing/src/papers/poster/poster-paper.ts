import type { PosterSize } from '@gongxiang/contracts/sharing/papers/poster.contract';
import type { Locale } from '@gongxiang/domain';
import { openPaper, type Paper, type Sheet } from '@gongxiang/paper';
import { type PostedActivity, posterFacts, posterTexts } from './poster.model.js';

/** Points of A4; the sides of A3 are √2 times as long. */
const a4 = { width: 595.28, height: 841.89, left: 56, right: 56, top: 64, bottom: 60 } as const;
const scales: Readonly<Record<PosterSize, number>> = { a4: 1, a3: Math.SQRT2 };
/** Scales for a long title, or many hosts, until everything fits on one sheet. */
const shrinkings = [1, 0.85, 0.7, 0.55, 0.4] as const;

interface PosterOrder {
  readonly activity: PostedActivity;
  readonly size: PosterSize;
  readonly locale: Locale;
  /** The absolute address behind the code. */
  readonly address: string;
  readonly madeAt: Date;
}

/** A poster as PDF: one sheet, with a code that leads to the page of the activity. */
export async function posterOf(order: PosterOrder): Promise<Buffer> {
  for (const shrinking of shrinkings) {
    const paper = await written(order, scales[order.size] * shrinking);
    if (paper.pageCount() === 1 || shrinking === shrinkings.at(-1)) return paper.finish();
  }
  throw new Error('there is a last size');
}

async function written(
  { activity, size, locale, address, madeAt }: PosterOrder,
  scale: number,
): Promise<Paper> {
  const texts = posterTexts[locale];
  const paper = await openPaper({
    title: `${activity.title} ${texts.poster}`,
    locale,
    madeAt,
    sheet: sheetOf(scales[size]),
    foot: activity.organiserName ?? '',
    page: () => '工享 Gongxiang',
  });
  paper.paragraph(activity.title, { size: 36 * scale, weight: 'bold', align: 'center' });
  paper.space(26 * scale);
  for (const { label, value } of posterFacts(activity, locale)) {
    paper.paragraph(label, { size: 12 * scale, weight: 'bold' });
    paper.paragraph(value, { size: 17 * scale });
    paper.space(7 * scale);
  }
  paper.space(12 * scale);
  paper.qr(address, 170 * scale);
  paper.space(10 * scale);
  paper.paragraph(texts.scan, { size: 14 * scale, align: 'center' });
  paper.paragraph(address, { size: 9 * scale, align: 'center' });
  return paper;
}

function sheetOf(scale: number): Sheet {
  const { width, height, left, right, top, bottom } = a4;
  return {
    width: width * scale,
    height: height * scale,
    left: left * scale,
    right: right * scale,
    top: top * scale,
    bottom: bottom * scale,
  };
}
