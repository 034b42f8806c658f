import { describe, expect, it } from '@jest/globals';
import { figuresOn, type StoredFigure } from './figure-choice.model.js';
import { readPeriod } from './figure-period.model.js';
import { figureRowsMax, readFigures, repeatedRows } from './figure-rows.model.js';

describe('the period of a figure', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026年', '2026-01-01', '2026-12-31'],
    ['2026Q3', '2026-07-01', '2026-09-30'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026年第4季度', '2026-10-01', '2026-12-31'],
    ['2026-2', '2026-02-01', '2026-02-28'],
    ['2028年02月', '2028-02-01', '2028-02-29'],
    ['2026/10/5', '2026-10-05', '2026-10-05'],
    ['2026年10月5日', '2026-10-05', '2026-10-05'],
    ['2026-07-01 ~ 2026-09-30', '2026-07-01', '2026-09-30'],
    ['2026.7.1至2026.9.30', '2026-07-01', '2026-09-30'],
  ])('%s', (written, from, to) => {
    expect(readPeriod(written)).toEqual({ from, to });
  });

  it.each(['', '今年', '2026-13', '2026Q5', '2026-02-30', '2026-09-30~2026-07-01', '26'])(
    '%j is none',
    (text) => {
      expect(readPeriod(text)).toBeNull();
    },
  );
});

const head = ['对象类别', '对象', '数据名称', '期间', '数值', '来源'];
const good = ['俱乐部', '羽毛球俱乐部', '年度活动次数', '2026', '14', '俱乐部年报'];
const changed = (place: number, cell: string): string[] => good.map((old, at) => (at === place ? cell : old));

describe('a file of figures', () => {
  it('names its columns in any order, in Chinese or English', () => {
    const { lines } = readFigures([
      ['value', 'Kind', 'subject', 'figure', 'source', 'period'],
      ['85%', 'resource', '体育馆', '开放时长利用率', '门禁', '2026Q3'],
    ]);
    expect(lines).toEqual([
      {
        row: 2,
        kind: 'resource',
        subject: '体育馆',
        name: '开放时长利用率',
        source: '门禁',
        period: { from: '2026-07-01', to: '2026-09-30' },
        value: 0.85,
      },
    ]);
  });

  it('counts its rows as a spreadsheet does, and leaves out blank ones', () => {
    const { lines } = readFigures([head, ['', ' '], good]);
    expect(lines.map(({ row, value }) => [row, value])).toEqual([[3, 14]]);
  });

  it.each([
    ['a kind that is none', changed(0, '个人'), 'FIGURE_KIND'],
    ['no name', changed(2, ''), 'FIGURE_NAME'],
    ['a name that is too long', changed(2, '名'.repeat(61)), 'FIGURE_NAME'],
    ['a period that is none', changed(3, '去年'), 'FIGURE_PERIOD'],
    ['a value in words', changed(4, '十四'), 'FIGURE_VALUE'],
    ['no value', changed(4, ''), 'FIGURE_VALUE'],
    ['no source', changed(5, ''), 'FIGURE_SOURCE'],
  ])('tells of %s where it stands', (_name, row, code) => {
    const { lines, problems } = readFigures([head, good, row]);
    expect(lines).toHaveLength(1);
    expect(problems).toMatchObject([{ pointer: '/rows/3', code }]);
  });

  it.each([
    ['1,234.5', 1234.5],
    ['-3', -3],
    ['85%', 0.85],
    ['８５％', 0.85],
  ])('reads %s as %d', (written, value) => {
    expect(readFigures([head, changed(4, written)]).lines[0]?.value).toBe(value);
  });

  it.each([
    ['a column that is missing', [head.slice(1), good], 'FIGURE_COLUMNS'],
    ['nothing', [], 'FIGURE_COLUMNS'],
    ['no rows', [head, ['']], 'FIGURE_FILE_EMPTY'],
    [
      'too many rows',
      [head, ...Array.from({ length: figureRowsMax + 1 }, () => good)],
      'FIGURE_FILE_TOO_LONG',
    ],
  ])('is refused with %s', (_name, rows, code) => {
    expect(() => readFigures(rows)).toThrow(code);
  });

  it('says one thing of the same once', () => {
    const lines = ['a', 'b', 'a'].map((about, index) => ({ row: index + 2, about }));
    expect(repeatedRows(lines)).toEqual([{ pointer: '/rows/4', code: 'FIGURE_TWICE', params: { row: 2 } }]);
  });
});

describe('the figure of a day', () => {
  const figure = (id: string, periodFrom: string, periodTo: string, value: number): StoredFigure => ({
    id,
    name: 'n',
    periodFrom,
    periodTo,
    value,
  });
  const year = figure('1', '2026-01-01', '2026-12-31', 10);
  const autumn = figure('2', '2026-07-01', '2026-09-30', 3);

  it.each([
    ['2026-02-01', 10],
    // The quarter says more of it than the year.
    ['2026-08-01', 3],
    ['2026-12-31', 10],
    ['2027-01-01', undefined],
  ])('on %s is %d', (day, value) => {
    expect(figuresOn([year, autumn], day).get('n')?.value).toBe(value);
  });

  it('is the newest of its period: a correction is a further figure', () => {
    const corrected = figure('3', '2026-01-01', '2026-12-31', 11);
    expect(figuresOn([corrected, year], '2026-02-01').get('n')).toBe(corrected);
    expect(figuresOn([year, corrected], '2026-02-01').get('n')).toBe(corrected);
  });
});
