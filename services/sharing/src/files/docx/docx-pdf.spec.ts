import { describe, expect, it } from '@jest/globals';
import { codePointText, openPaperFonts } from '@gongxiang/paper';
import { readPaper } from '@gongxiang/testing';
import { pdfOfDocx, TooManyPages } from './docx-pdf.js';
import { fillDocx, openDocx, placeholdersIn } from './docx-template.js';
import { certificateDocx, docxOf, p, relationsOf, zipOf } from './docx.fixture.js';

const facts = { title: '证书', locale: 'zh-CN', madeAt: new Date('2026-11-21T01:00:00Z') };

async function said(docx: Buffer): Promise<string> {
  const { bytes } = await pdfOfDocx(openDocx(docx), facts, null);
  return readPaper(bytes).pages.flat().join('');
}

/** Common names, and some with characters missing from all fonts. */
function names(count: number): string[] {
  const families = [...'张王李赵欧阳䶮龑㛃㙓𬱖𬭸𫓧𠮷𤭢𪚥'];
  const given = ['伟', '秀英', '㭎', '·买买提', '古丽·买买提', '昇', '〇', ' Zhang', 'ī', '𡿨'];
  return Array.from({ length: count }, (_one, index) => {
    const family = families[index % families.length] ?? '';
    // Every third name has a rare character of its own.
    const rare = index % 3 === 0 ? String.fromCodePoint(0x3400 + ((index * 37) % 6_500)) : '';
    return `${family}${rare}${given[index % given.length] ?? ''}${index}`;
  });
}

describe('a .docx as PDF', () => {
  it('has every character of the filled document, for 1,000 names: what no font has by its code point', async () => {
    const all = names(1_000);
    const template = docxOf(p('{姓名}').repeat(1));
    const [one = ''] = all;
    expect(await said(await fillDocx(template, { 姓名: one }))).toContain(one.replace(/\s/g, ''));
    const { regular } = await openPaperFonts();
    const shown = (name: string): string =>
      [...name]
        .map((c) => (regular.has(c.codePointAt(0) ?? 0) ? c : codePointText(c.codePointAt(0) ?? 0)))
        .join('');
    for (let from = 0; from < all.length; from += 250) {
      const part = all.slice(from, from + 250);
      const filled = await fillDocx(docxOf(part.map((_one, index) => p(`{n${index}}`)).join('')), {
        ...Object.fromEntries(part.map((name, index) => [`n${index}`, name])),
      });
      const text = (await said(filled)).replace(/\s/g, '');
      const missing = part.filter((name) => !text.includes(shown(name).replace(/\s/g, '')));
      expect(missing).toEqual([]);
    }
  });

  it('draws a certificate on one landscape page, with table and frame', async () => {
    const values = {
      姓名: '阿依古丽·买买提',
      活动: '健步走',
      日期: '2026年11月21日',
      地点: '东湖',
      主办: '甲工会',
    };
    const more = {
      协办: '乙工会',
      同行人数: '2',
      编号: '2026-000001',
      签发单位: '甲工会',
      签发日期: '2026年11月22日',
    };
    const filled = await fillDocx(certificateDocx(), { ...values, ...more });
    const document = openDocx(filled);
    expect(document.warnings).toEqual([]);
    expect(document.page).toMatchObject({ width: 841.9, height: 595.3 });
    const { bytes, pages } = await pdfOfDocx(document, facts, {
      address: 'https://a.example/v',
      text: '扫码核验',
    });
    expect(pages).toBe(1);
    const text = readPaper(bytes).pages.flat().join('');
    expect(text).toContain('阿依古丽·买买提');
    for (const value of Object.values(more)) expect(text).toContain(value);
    expect(text).toContain('扫码核验');
    expect(text).not.toContain('{');
  });

  it('keeps what stands in links, controls, text boxes, nested tables, headers and footers', async () => {
    const box =
      '<w:pict><v:textbox xmlns:v="v"><w:txbxContent><w:p><w:r><w:t>框中字</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict>';
    const inner = `<w:tbl><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc>${p('内表')}</w:tc></w:tr></w:tbl>`;
    const body = [
      '<w:p><w:hyperlink><w:r><w:t>链接字</w:t></w:r></w:hyperlink><w:del><w:r><w:delText>已删</w:delText></w:r></w:del></w:p>',
      `<w:sdt><w:sdtContent>${p('控件字')}</w:sdtContent></w:sdt>`,
      `<w:p><w:r>${box}</w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>`,
      `<w:tbl><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc>${inner}${p('外表')}</w:tc></w:tr></w:tbl>`,
      '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>',
    ].join('');
    const header = `<w:hdr xmlns:w="w">${p('页眉字')}</w:hdr>`;
    const relation = '<Relationship Id="rId9" Type="http://x/header" Target="header1.xml"/>';
    const docx = docxOf(body, {
      'word/header1.xml': header,
      'word/_rels/document.xml.rels': relationsOf(relation),
    });
    const text = await said(docx);
    for (const word of ['链接字', '控件字', '框中字', '内表', '外表', '页眉字']) expect(text).toContain(word);
    for (const word of ['已删', '隐藏']) expect(text).not.toContain(word);
    expect(openDocx(docx).warnings).toEqual(expect.arrayContaining(['textBox', 'nestedTable']));
  });

  it('goes on on the next page with a row that is higher than one', async () => {
    const cell = Array.from({ length: 120 }, (_one, index) => p(`第${index}行`)).join('');
    const row = `<w:tbl><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc>${cell}</w:tc></w:tr></w:tbl>`;
    const { bytes, pages } = await pdfOfDocx(openDocx(docxOf(row)), facts, null);
    expect(pages).toBeGreaterThan(2);
    const texts = readPaper(bytes).pages.flat();
    for (let index = 0; index < 120; index += 1) expect(texts).toContain(`第${index}行`);
  });

  it('is refused beyond twenty pages', async () => {
    const long = openDocx(docxOf(p('长').repeat(2_000)));
    await expect(pdfOfDocx(long, facts, null)).rejects.toBeInstanceOf(TooManyPages);
  });
});

describe('a template from outside', () => {
  it('names its placeholders, each once, also where Word has parted them', async () => {
    const parted = '<w:p><w:r><w:t>{姓</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>名}</w:t></w:r></w:p>';
    expect(await placeholdersIn(docxOf(parted + p('{活动}，{姓名}')))).toEqual(['姓名', '活动']);
    expect(await placeholdersIn(docxOf(p('{#人}{/人}')))).toEqual(['#人', '/人']);
  });

  it.each([
    ['no zip', Buffer.from('PK\x03\x04 but no more'), 'notDocx'],
    ['another zip', zipOf({ 'a.txt': 'a' }), 'notDocx'],
    ['no XML', docxOf(p('a'), { 'word/document.xml': 'a < b' }), 'notDocx'],
    ['a bomb', docxOf(p('a'), { 'word/media/bomb.bmp': Buffer.alloc(64 * 1024 * 1024) }), 'tooLarge'],
    ['macros', docxOf(p('a'), { 'word/vbaProject.bin': 'x' }), 'macros'],
    [
      'a part from elsewhere',
      docxOf(p('a'), {
        'word/_rels/document.xml.rels': relationsOf(
          '<Relationship Id="r" Type="http://x/image" Target="http://evil.example/a.png" TargetMode="External"/>',
        ),
      }),
      'external',
    ],
    ['an unclosed placeholder', docxOf(p('{姓名')), 'brokenPlaceholder'],
  ])('is refused: %s', async (_what, bytes, refusal) => {
    await expect(placeholdersIn(bytes)).rejects.toMatchObject({ refusal });
  });

  it('declares no document type', async () => {
    const docx = docxOf(p('a'), { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' });
    await expect(placeholdersIn(docx)).rejects.toMatchObject({ refusal: 'notDocx' });
  });

  it('takes a value with whatever characters as text', async () => {
    const filled = await fillDocx(docxOf(p('{活动}')), { 活动: '<w:t>&{姓名}\u0001\n二' });
    expect(await said(filled)).toContain('<w:t>&{姓名} 二');
  });
});
