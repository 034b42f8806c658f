import { describe, expect, it } from '@jest/globals';
import { paper, type PaperItem, type Typeface } from '@gongxiang/paper';
import { documentOf } from './statement-document.model.js';
import { footerOf, layOut } from './statement-layout.js';
import { accountOf, costsLine, transferLine } from './statement.fixture.js';
import type { StatementAccount } from './statement.model.js';

const face: Typeface = {
  has: (codePoint) => codePoint >= 0x20 && codePoint <= 0xffff,
  widthOf: (codePoint) => (codePoint < 0x80 ? 0.55 : 1),
};
const faces = { regular: face, bold: face };
const maker = { personId: 'p', apiKeyId: null, locale: 'zh-CN' } as const;

type TextItem = Extract<PaperItem, { kind: 'text' }>;
const textItems = (page: readonly PaperItem[]): TextItem[] => page.filter((item) => item.kind === 'text');
const pagesOf = (account: StatementAccount): PaperItem[][] => [...layOut(documentOf(account, maker), faces)];
/** Everything that the paper says, without the gaps that lines and columns make. */
const saidBy = (pages: readonly PaperItem[][]): string =>
  pages.flatMap((page) => textItems(page).map(({ text }) => text)).join('');

const many = (count: number): StatementAccount =>
  accountOf(
    Array.from({ length: count }, (_one, index) =>
      costsLine({ activityId: `a${index}`, title: `第${index}届` }),
    ),
  );

describe('the paper of a statement', () => {
  it('keeps everything within its margins', () => {
    const long = accountOf([costsLine({ title: 'W'.repeat(200) }), costsLine({ title: '很长'.repeat(100) })]);
    for (const account of [many(120), long, accountOf([])]) {
      const items = pagesOf(account).flatMap(textItems);
      expect(Math.min(...items.map(({ x }) => x))).toBeGreaterThanOrEqual(paper.left);
      const ends = items.map(
        ({ x, text, size }) =>
          x + [...text].reduce((w, c) => w + face.widthOf(c.codePointAt(0) ?? 0), 0) * size,
      );
      expect(Math.max(...ends)).toBeLessThanOrEqual(paper.width - paper.right + 0.01);
      expect(Math.max(...items.map(({ y, size }) => y + size))).toBeLessThanOrEqual(
        paper.height - paper.bottom,
      );
    }
  });

  it('has each line once, in its order, over as many pages as it takes', () => {
    const pages = pagesOf(many(120));
    expect(pages.length).toBeGreaterThan(2);
    const titles = pages
      .flatMap(textItems)
      .map(({ text }) => text)
      .filter((text) => /^第\d+届$/.test(text));
    expect(titles).toEqual(Array.from({ length: 120 }, (_one, index) => `第${index}届`));
  });

  it('repeats the heads of the columns on every page that goes on with a table', () => {
    const [first = [], second = []] = pagesOf(many(120));
    for (const page of [first, second])
      expect(textItems(page).map(({ text }) => text)).toEqual(
        expect.arrayContaining(['日期', '应承担', '净额']),
      );
    expect(textItems(second)[0]?.text).toBe('日期');
  });

  it('never leaves the head of a table alone at the foot of a page', () => {
    for (let count = 1; count < 60; count += 1) {
      for (const page of pagesOf(many(count))) {
        const texts = textItems(page).map(({ text }) => text);
        const at = texts.indexOf('轧差与划拨');
        if (at >= 0) expect(texts.slice(at)).toContain('本期无记录');
      }
    }
  });

  it('sets amounts flush right, with a minus where they are negative', () => {
    const amounts = textItems(pagesOf(many(3))[0] ?? []).filter(({ text }) => text === '-40.00');
    expect(amounts).toHaveLength(3);
    const end = amounts.map(({ x, text, size }) => x + text.length * 0.55 * size);
    expect(Math.max(...end) - Math.min(...end)).toBeLessThan(0.01);
  });

  it('keeps every digit of an amount that is wider than its column', () => {
    const amount = -(10n ** 18n - 1n);
    const account = accountOf([costsLine({ entryId: 'e', share: -amount, amount })]);
    expect(saidBy(pagesOf(account))).toContain('-9,999,999,999,999,999.99'.slice(0, 12));
    const digits = textItems(pagesOf(account)[0] ?? [])
      .map(({ text }) => text)
      .join('')
      .replace(/[^9]/g, '');
    // The share, the net, both totals of each, the net of all activities, and the closing balance.
    expect(digits).toHaveLength(18 * 6);
  });

  it('goes on with a row that is higher than a page, and loses nothing of it', () => {
    const title = '𠮷'.repeat(1_000);
    const pages = pagesOf(accountOf([costsLine({ title })]));
    expect(pages.length).toBeGreaterThan(2);
    expect(saidBy(pages).match(/〈U\+20BB7〉/g)).toHaveLength(1_000 + 1);
  });

  it('names what the font lacks at the foot, and how often', () => {
    const account = accountOf([
      costsLine({ title: '𠮷先生𠮷' }),
      transferLine({ counterparty: { kind: 'union', id: 'u', name: '𬱖工会' } }),
    ]);
    const pages = pagesOf(account);
    const note = textItems(pages.at(-1) ?? [])
      .map(({ text }) => text)
      .find((text) => text.startsWith('以下字符'));
    expect(note).toBe('以下字符字体中没有，文中以其码位代替：〈U+20BB7〉×2 〈U+2CC56〉×1');
    expect(saidBy(pages)).toContain('〈U+20BB7〉先生〈U+20BB7〉');
    expect(saidBy(pagesOf(many(1)))).not.toContain('以下字符');
  });

  it('counts what it does not name, where the font lacks very much', () => {
    const title = Array.from({ length: 100 }, (_one, index) => String.fromCodePoint(0x20000 + index)).join(
      '',
    );
    expect(saidBy(pagesOf(accountOf([costsLine({ title })])))).toContain('等另外 40 个');
  });

  it('has room for signatures and the seal at its end', () => {
    const last = textItems(pagesOf(many(200)).at(-1) ?? []).slice(-3);
    expect(last.map(({ text }) => text)).toEqual(['制表：', '审核：', '单位盖章：']);
  });
});

describe('the foot of a page', () => {
  const footer = (name: string): string[] =>
    textItems(
      footerOf(
        documentOf(accountOf([], { party: { kind: 'union', id: 'u', name } }), maker),
        { number: 2, count: 13 },
        faces,
      ),
    ).map(({ text }) => text);

  it('says whose page it is, and which of how many', () => {
    expect(footer('江城重工工会')).toEqual(['江城重工工会 · 2026-01-01 至 2026-03-31', '第 2 页 / 共 13 页']);
  });

  it('shortens a long name, and says so', () => {
    const [left = ''] = footer('很长的名称'.repeat(40));
    expect(left).toMatch(/^很长的名称.*…$/);
  });
});
