import { describe, expect, it } from '@jest/globals';
import { recordKinds } from './record.model.js';
import { importColumns, importRowsMax, dayOf, readRows, templateColumns } from './import-rows.model.js';
import { importWords } from './import-words.js';

const head = ['姓名', '身份证号或手机号', '名称', '颁发单位', '颁发日期', '编号'];
const read = (table: readonly (readonly string[])[]) => {
  const file = readRows(table, importWords, 'certificate');
  if (file.state !== 'read') throw new Error(file.state);
  return file.rows;
};

describe('the rows of a file', () => {
  it('are records as the platform takes them, without blank rows and without apostrophes', () => {
    expect(
      read([
        head,
        ['张三', "'138 0000 0000", '律师证', '司法厅', '2024/3/1', 'A1'],
        ['', ''],
        ['李四', '', '教师证'],
      ]),
    ).toMatchObject([
      {
        line: 2,
        name: '张三',
        identity: '13800000000',
        problems: [],
        content: {
          kind: 'certificate',
          title: '律师证',
          issuer: '司法厅',
          issuedOn: '2024-03-01',
          number: 'A1',
          details: {},
        },
      },
      { line: 4, name: '李四', identity: '', content: { title: '教师证', issuer: null, issuedOn: null } },
    ]);
  });

  it('say their kind and the words of it in either language', () => {
    const rows = read([
      ['Name', 'Kind', 'Title', 'Level of the honour', 'Year'],
      ['Li', 'honour', 'Model worker', 'city', '2025'],
      ['Li', '荣誉', 'Model worker', '市级', '２０２５'],
    ]);
    for (const { content, problems } of rows) {
      expect(problems).toEqual([]);
      expect(content).toMatchObject({ kind: 'honour', details: { honourLevel: 'city', year: 2025 } });
    }
  });

  it.each<[string, Record<string, string>, string]>([
    ['nobody', { 姓名: '' }, 'PERSON_MISSING'],
    ['no title', { 名称: '' }, 'TITLE_MISSING'],
    ['an unknown kind', { 类别: '奖状' }, 'KIND_UNKNOWN kind'],
    ['an unknown word', { 荣誉级别: '镇级' }, 'WORD_UNKNOWN honourLevel'],
    ['a day that does not exist', { 颁发日期: '2025-02-30' }, 'DATE_WRONG issuedOn'],
    ['a year that is none', { 年度: '去年' }, 'NUMBER_WRONG year'],
    ['hours that nobody has', { 小时数: '100001' }, 'NUMBER_WRONG hours'],
    ['a text that is too long', { 编号: 'A'.repeat(61) }, 'TEXT_LONG number'],
  ])('are refused with %s', (_, changes, problem) => {
    const cells = { 姓名: '张三', 名称: '律师证', ...changes };
    const [row] = read([Object.keys(cells), Object.values(cells)]);
    const [code = '', column] = problem.split(' ');
    expect(row?.problems).toContainEqual({
      code,
      column: column ?? (code === 'TITLE_MISSING' ? 'title' : null),
    });
  });

  it('need columns for the person and the title, something in them, and not too much', () => {
    const stateOf = (table: readonly (readonly string[])[]) => readRows(table, importWords, 'skill');
    expect(stateOf([['编号']])).toEqual({ state: 'noColumns', missing: ['name', 'title'] });
    expect(
      stateOf([
        ['姓名', '名称'],
        ['', ' '],
      ]),
    ).toEqual({ state: 'noRows' });
    const many = Array.from({ length: importRowsMax + 1 }, () => ['张三', '电工']);
    expect(stateOf([['姓名', '名称'], ...many])).toEqual({ state: 'tooManyRows' });
  });

  it.each(['zh-CN', 'en'])('are known by the titles of the template, in %s', (language) => {
    const words = importWords.columns[language === 'en' ? 1 : 0];
    for (const kind of recordKinds) {
      const columns = templateColumns(kind);
      const titles = columns.map((column) => words?.[column] ?? '');
      expect(readRows([titles, titles.map(() => 'x')], importWords, kind)).toMatchObject({ state: 'read' });
    }
    expect(new Set(importColumns.map((column) => words?.[column])).size).toBe(importColumns.length);
  });
});

it.each([
  ['2024-03-01', '2024-03-01'],
  ['2024.3.1', '2024-03-01'],
  ['2024年3月1日', '2024-03-01'],
  ['20240301', '2024-03-01'],
  ['２０２４－０３－０１', '2024-03-01'],
  ['2024-13-01', null],
  ['1/3/2024', null],
  ['', null],
])('reads the day %s as %s', (text, day) => {
  expect(dayOf(text)).toBe(day);
});
