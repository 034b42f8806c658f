import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import { type Locale, shanghaiDate } from '@gongxiang/domain';
import { openPaper, type Paper, type Sheet } from '@gongxiang/paper';
import type { RecognitionRow } from './recognition.entity.js';
import { shownCode } from './recognition.model.js';

/** A4 across, in points. */
const sheet = {
  width: 841.89,
  height: 595.28,
  left: 90,
  right: 90,
  top: 56,
  bottom: 56,
} as const satisfies Sheet;
/** A long name is set smaller, until all of it is on one sheet. */
const shrinkings = [1, 0.85, 0.7, 0.55] as const;

interface CertificateTexts {
  readonly certificate: string;
  readonly kinds: Readonly<Record<ScoreSubjectKind, string>>;
  readonly awarded: (year: number) => string;
  readonly verify: (code: string) => string;
  readonly revoked: string;
}

const certificateTexts: Readonly<Record<Locale, CertificateTexts>> = {
  'zh-CN': {
    certificate: '荣誉证书',
    kinds: { activity: '活动', club: '俱乐部', resource: '资源', union: '工会', brand: '品牌活动' },
    awarded: (year) => `在${year}年度评价中，经公示无异议，被评为`,
    verify: (code) => `扫码核验，或输入核验码 ${code}`,
    revoked: '本表彰已撤销',
  },
  en: {
    certificate: 'Certificate of recognition',
    kinds: { activity: 'Activity', club: 'Club', resource: 'Resource', union: 'Union', brand: 'Brand' },
    awarded: (year) => `for ${year}, by a ranking that stood its public notice, is recognised as`,
    verify: (code) => `Scan to verify, or enter the code ${code}`,
    revoked: 'This recognition is revoked',
  },
};

/**
 * A certificate as PDF: one sheet with a code that anyone can verify. A character that no font has stands as its code
 * point: names are never cut.
 * @param order `address`: where the code leads, absolute
 */
export async function certificateOf(
  row: RecognitionRow,
  order: { readonly locale: Locale; readonly address: string },
): Promise<Buffer> {
  for (const scale of shrinkings) {
    const paper = await written(row, order, scale);
    if (paper.pageCount() === 1 || scale === shrinkings.at(-1)) return paper.finish();
  }
  throw new Error('there is a last size');
}

async function written(
  row: RecognitionRow,
  { locale, address }: { readonly locale: Locale; readonly address: string },
  scale: number,
): Promise<Paper> {
  const texts = certificateTexts[locale];
  const paper = await openPaper({
    title: `${row.title} ${row.subjectName}`,
    locale,
    madeAt: row.grantedAt,
    sheet,
    foot: row.issuerName,
    page: () => texts.verify(shownCode(row.code)),
  });
  const line = (text: string, size: number, weight: 'regular' | 'bold' = 'regular'): void => {
    paper.paragraph(text, { size: size * scale, weight, align: 'center' });
    paper.space(0.6 * size * scale);
  };
  if (row.revokedAt !== null) line(texts.revoked, 16, 'bold');
  line(texts.certificate, 34, 'bold');
  line(texts.kinds[row.subjectKind], 13);
  line(row.subjectName, 26, 'bold');
  line(texts.awarded(row.year), 15);
  line(`${row.title}  ${row.level}`, 22, 'bold');
  paper.space(6 * scale);
  paper.qr(address, 92 * scale);
  paper.space(8 * scale);
  line(texts.verify(shownCode(row.code)), 10);
  line(`${row.issuerName}  ${shanghaiDate(row.grantedAt)}`, 14);
  return paper;
}
