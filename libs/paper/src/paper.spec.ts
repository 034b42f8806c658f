import { describe, expect, it } from '@jest/globals';
import { readPaper } from '@gongxiang/testing';
import { openPaper, openPaperFonts } from './index.js';

const options = {
  title: '证明',
  locale: 'zh-CN',
  madeAt: new Date('2026-11-21T01:00:00Z'),
  foot: '江城重工工会',
  page: (number: number, count: number) => `第 ${number} 页 / 共 ${count} 页`,
};

describe('the fonts of papers', () => {
  it.each([
    ['阿依古丽·买买提', []],
    ['䶮㛃㙓龑', []],
    ['𬱖𬭸𫓧', []],
    ['𠮷', [0x20bb7]],
    ['张三 Zhang San', []],
  ])('have every character of %s but %j', async (name, missing) => {
    const { regular, bold } = await openPaperFonts();
    const codePoints = [...name].map((character) => character.codePointAt(0) ?? 0);
    for (const font of [regular, bold])
      expect(codePoints.filter((codePoint) => !font.has(codePoint))).toEqual(missing);
  });
});

describe('a paper', () => {
  it('says everything that was written, and its pages', async () => {
    const paper = await openPaper(options);
    paper.paragraph('证明', { size: 20, weight: 'bold', align: 'center' });
    paper.paragraph('第一行\n第二行');
    paper.qr('https://union.example/activities/1', 120);
    const rows = Array.from({ length: 80 }, (_one, index) => [`第${index}行`, '阿依古丽·买买提']);
    const columns = [
      { title: '序', share: 1 },
      { title: '姓名', share: 3 },
    ];
    paper.table(columns, rows);
    const count = paper.pageCount();
    const { pages } = readPaper(await paper.finish());
    expect(pages).toHaveLength(count);
    expect(count).toBeGreaterThan(1);
    for (const [index, texts] of pages.entries()) {
      expect(texts).toContain(`第 ${index + 1} 页 / 共 ${count} 页`);
      expect(texts).toContain('姓名');
    }
    const said = pages.flat();
    expect(said).toEqual(expect.arrayContaining(['证明', '第一行', '第二行']));
    expect(said.filter((text) => /^第\d+行$/.test(text))).toHaveLength(80);
  });

  it('shows the code point of what no font has, and counts it', async () => {
    const paper = await openPaper(options);
    paper.paragraph('𠮷野家𠮷');
    expect([...paper.missing]).toEqual([[0x20bb7, 2]]);
    expect(readPaper(await paper.finish()).pages.flat()).toContain('〈U+20BB7〉野家〈U+20BB7〉');
  });
});
