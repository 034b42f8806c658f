import { describe, expect, it } from '@jest/globals';
import { syntheticResidentNumber } from '@gongxiang/domain';
import iconv from 'iconv-lite';
import { libreOfficeFile } from './libreoffice.fixture.js';
import { previewRoster, readRoster, type RosterLayout, rowsIn } from './roster-reading.js';
import { type SheetPlan, type WorkbookShape, workbookFile, zipOf } from './roster-files.fixture.js';
import { writeResults } from './roster-result.js';
import { openWorkbook, readSheet } from './workbook.js';

const numberOf = (sequence: number): string =>
  syntheticResidentNumber({ area: '420106', birthDate: '1985-03-09', sequence });

/** Title, remark, header, four people, one of whom a filter hides, and a total; the union is merged over two rows. */
const roster: SheetPlan = {
  name: '在册会员',
  rows: [
    ['青山区总工会会员名册（2026年）'],
    ['填表人：王芳', null, '日期：2026-11-20'],
    [],
    ['序号', '姓名', '身份证号', '联系电话', '所属工会', '入会日期', '性别'],
    [
      { number: 1 },
      '张三',
      numberOf(1),
      { number: 13800000001 },
      '青山区总工会',
      { number: 43835, isDate: true },
      '男',
    ],
    [{ number: 2 }, '李　四', numberOf(2), '138 0000 0002', null, '2020年1月5日', '女'],
    [{ number: 3 }, '王五', { number: 110105199001010000 }, null, null, { number: 44317 }, null],
    [
      { number: 4 },
      { formula: 'B5', value: '张三丰' },
      { formula: 'CONCATENATE(1)', value: numberOf(3) },
      { error: '#N/A' },
      null,
      { formula: 'TODAY()', value: null },
      null,
    ],
  ],
  merged: ['A1:G1', 'E5:E6'],
  hiddenRows: [6],
};
const codes: SheetPlan = {
  name: '代码',
  isHidden: true,
  rows: [
    ['姓名', '证件号码'],
    ['藏', numberOf(9)],
  ],
};
const notes: SheetPlan = { name: '说明', rows: [['请勿修改表头'], ['谢谢']] };

function read(bytes: Buffer, layout: RosterLayout | null = null) {
  const found = readRoster({ bytes, layout, words: {} });
  const rows = found.chunks.flatMap(rowsIn);
  return { ...found, rows };
}

describe('a workbook', () => {
  it.each(['excel', 'wps', 'inline', 'prefixed'] satisfies WorkbookShape[])(
    'in the shape of %s is read: titles above, merged cells, hidden rows, dates, numbers and formulas',
    (shape) => {
      const found = read(workbookFile([notes, codes, roster], shape));
      expect(found).toMatchObject({
        encoding: null,
        sheet: '在册会员',
        layout: { sheet: 2, headerRow: 4, columns: { name: 1, residentNumber: 2, phone: 3, union: 4 } },
        total: 4,
      });
      expect(found.rows).toMatchObject([
        {
          rowNumber: 5,
          cells: { name: '张三', residentNumber: numberOf(1), phone: '13800000001', validFrom: '2020-01-05' },
          marks: {},
          isHidden: false,
        },
        { rowNumber: 6, cells: { union: '青山区总工会' }, isHidden: true },
        // E114
        { rowNumber: 7, marks: { residentNumber: 'number' }, cells: { validFrom: '44317', union: '' } },
        {
          rowNumber: 8,
          cells: { name: '张三丰', residentNumber: numberOf(3) },
          marks: { name: 'formula', residentNumber: 'formula', phone: 'error', validFrom: 'formulaEmpty' },
        },
      ]);
    },
  );

  it('of LibreOffice is read alike', () => {
    const found = read(libreOfficeFile);
    expect(found).toMatchObject({ sheet: '在册会员', layout: { headerRow: 4 }, total: 4 });
    expect(found.rows).toMatchObject([
      { rowNumber: 5, cells: { phone: '13800000001', validFrom: '2020-01-05', union: '青山区总工会' } },
      { rowNumber: 6, cells: { union: '青山区总工会' }, isHidden: true },
      { rowNumber: 7, marks: { residentNumber: 'number' } },
      { rowNumber: 8, marks: { phone: 'error' } },
    ]);
  });

  it('shows its sheets, the header and ten rows, and another sheet where it is chosen', () => {
    const bytes = workbookFile([notes, codes, roster]);
    const shown = previewRoster({ bytes, layout: null, words: {} });
    expect(shown).toMatchObject({
      sheets: [
        { name: '说明', isHidden: false },
        { name: '代码', isHidden: true },
        { name: '在册会员', isHidden: false },
      ],
      layout: { sheet: 2, headerRow: 4 },
      header: ['序号', '姓名', '身份证号', '联系电话', '所属工会', '入会日期', '性别'],
    });
    expect(shown.rows[0]).toEqual({
      rowNumber: 5,
      cells: ['1', '张三', numberOf(1), '13800000001', '青山区总工会', '2020-01-05', '男'],
    });
    const hidden = previewRoster({ bytes, layout: { sheet: 1, headerRow: 0, columns: {} }, words: {} });
    expect(hidden.layout).toEqual({ sheet: 1, headerRow: 1, columns: { name: 0, residentNumber: 1 } });
  });

  it('is read by the columns that an officer assigned, and their words are learned', () => {
    const bytes = workbookFile([
      {
        name: '表',
        rows: [
          ['称呼', '编号'],
          ['张三', numberOf(1)],
        ],
      },
    ]);
    expect(() => read(bytes)).toThrow(expect.objectContaining({ code: 'IMPORT_COLUMNS_MISSING' }));
    expect(previewRoster({ bytes, layout: null, words: {} }).layout.columns).toEqual({});
    const columns = { name: 0, residentNumber: 1 };
    const found = read(bytes, { sheet: 0, headerRow: 1, columns });
    expect(found).toMatchObject({ total: 1, words: { name: '称呼', residentNumber: '编号' } });
    const again = previewRoster({ bytes, layout: null, words: found.words });
    expect(again.layout.columns).toEqual(columns);
  });

  it('with merged cells of people is named row by row', () => {
    const rows = [
      ['姓名', '证件号码'],
      ['张三', numberOf(1)],
      [null, numberOf(2)],
    ];
    const found = read(workbookFile([{ name: '表', rows, merged: ['A2:A3'] }]));
    expect(found.rows[1]).toMatchObject({ cells: { name: '' }, marks: { name: 'merged' } });
  });

  it('with a second line below the header is read by both', () => {
    const rows = [
      ['姓名', '证件号码', '联系方式', null],
      [null, null, '座机', '手机'],
      ['张三', numberOf(1), '027-86860000', '13800000001'],
    ];
    const found = read(workbookFile([{ name: '表', rows, merged: ['A1:A2', 'C1:D1'] }]));
    expect(found.rows).toMatchObject([{ rowNumber: 3, cells: { phone: '13800000001' } }]);
  });

  it.each([
    ['is no zip', Buffer.from('PK\u0003\u0004 and then nothing'), 'IMPORT_FORMAT'],
    ['is another zip', zipOf({ 'readme.txt': 'hello' }), 'IMPORT_FORMAT'],
    ['has broken XML', broken('<worksheet><sheetData><row><c>'), 'IMPORT_FORMAT'],
    ['defines entities', broken('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>'), 'IMPORT_FORMAT'],
    [
      'has a cell beyond the last column',
      broken('<worksheet><sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>'),
      'IMPORT_TOO_WIDE',
    ],
    [
      'has a thousand columns',
      workbookFile([{ name: '表', rows: [['姓名', '证件号码'], Array<string>(26).fill('x')] }]),
      null,
    ],
  ])('that %s is refused or read within bounds', (_name, bytes, code) => {
    if (code === null) expect(read(bytes).total).toBe(1);
    else expect(() => read(bytes)).toThrow(expect.objectContaining({ code }));
  });

  it('that unpacks to gigabytes is refused before it has', () => {
    const texts = zipOf({
      ...plainParts('<worksheet/>'),
      'xl/sharedStrings.xml': new Uint8Array(80 * 1024 * 1024),
    });
    expect(texts.length).toBeLessThan(1024 * 1024);
    expect(() => read(texts)).toThrow(expect.objectContaining({ code: 'IMPORT_TOO_LARGE' }));
    const sheet = zipOf(plainParts(new Uint8Array(170 * 1024 * 1024)));
    expect(() => read(sheet)).toThrow(expect.objectContaining({ code: 'IMPORT_TOO_LARGE' }));
  });
});

describe('a text file', () => {
  const lines = (delimiter: string): string =>
    [`姓名${delimiter}证件号码`, `张三${delimiter}${numberOf(1)}`].join('\r\n');

  it.each([
    [
      'E116: in UTF-16 of Excel',
      Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(lines('\t'), 'utf-16le')]),
      'utf-16le',
      '\t',
    ],
    ['E116: with a first line sep=', Buffer.from(`sep=;\r\n${lines(';')}`), 'utf-8', ';'],
    ['E116: in GB18030 with bars', iconv.encode(lines('|'), 'gb18030'), 'gb18030', '|'],
    ['E116: with titles above', Buffer.from(`会员名册\n填表人：王芳,,\n${lines(',')}`), 'utf-8', ','],
  ])('%s', (_name, bytes, encoding, delimiter) => {
    expect(read(bytes)).toMatchObject({ encoding, delimiter, total: 1, rows: [{ cells: { name: '张三' } }] });
  });
});

describe('the file with results', () => {
  const results = new Map([
    [5, '新增'],
    [6, '未载入：<证件号码>'],
  ]);

  it.each(['excel', 'wps', 'inline', 'prefixed'] satisfies WorkbookShape[])(
    'is the workbook of %s with one more column',
    (shape) => {
      const bytes = workbookFile([notes, codes, roster], shape);
      const { layout } = read(bytes);
      const written = Buffer.from(writeResults({ bytes, layout, title: '结果', results }));
      const workbook = openWorkbook(written);
      expect(workbook.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
        ['说明', false],
        ['代码', true],
        ['在册会员', false],
      ]);
      const column = new Map<number, string | undefined>();
      const sheet = workbook.sheets[2];
      if (sheet === undefined) throw new Error('the sheet is gone');
      const merged = readSheet(workbook, sheet, ({ rowNumber, cells }) => {
        column.set(rowNumber, cells[7]?.text);
        return true;
      });
      expect([...column].filter(([, text]) => text !== undefined)).toEqual([
        [4, '结果'],
        [5, '新增'],
        [6, '未载入：<证件号码>'],
      ]);
      expect(merged).toHaveLength(2);
      expect(read(written).rows).toEqual(read(bytes).rows);
    },
  );

  it('E115: keeps encoding and delimiter of a text file, and lets no cell be a formula', () => {
    const text = `sep=;\r\n姓名;证件号码;备注\r\n张三;="${numberOf(1)}";=HYPERLINK("http://x")\r\n"李;四";x;+86 138\r\n`;
    const bytes = iconv.encode(text, 'gb18030');
    const { layout } = read(bytes);
    const written = writeResults({
      bytes,
      layout,
      title: '结果',
      results: new Map([
        [2, '新增'],
        [3, '未载入'],
      ]),
    });
    expect(iconv.decode(Buffer.from(written), 'gb18030').split('\r\n')).toEqual([
      'sep=;',
      '姓名;证件号码;备注;结果',
      `张三;"=""${numberOf(1)}""";"'=HYPERLINK(""http://x"")";新增`,
      '"李;四";x;\'+86 138;未载入',
      '',
    ]);
    const marked = Buffer.from('\uFEFF姓名,证件号码\n张三,1');
    const again = writeResults({
      bytes: marked,
      layout: { sheet: null, headerRow: 1, columns: {} },
      title: '结果',
      results: new Map([[2, '未载入']]),
    });
    expect(Buffer.from(again).toString()).toBe('\uFEFF姓名,证件号码,结果\n张三,1,未载入\n');
  });
});

function plainParts(sheet: string | Uint8Array): Record<string, string | Uint8Array> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="b"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="b" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': '<sst/>',
    'xl/worksheets/sheet1.xml': sheet,
  };
}

function broken(sheet: string): Buffer {
  return zipOf(plainParts(sheet));
}
