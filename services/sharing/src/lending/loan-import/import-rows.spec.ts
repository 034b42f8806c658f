import { describe, expect, it } from '@jest/globals';
import { importedLoansMax } from '@gongxiang/contracts/sharing/lending/loan-import.contract';
import { csvRows } from './csv.model.js';
import { readImport } from './import-rows.js';

describe('lines with commas', () => {
  it.each([
    [
      'cells',
      'a,b\nc,d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'the mark of a spreadsheet, and its line ends',
      '\uFEFFa,b\r\nc,d\r\n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    ['a comma and quotes within quotes', '"a,""x""",b', [[1, 'a,"x"', 'b']]],
    [
      'a line end within quotes',
      '"a\nb",c\nd,e',
      [
        [1, 'a\nb', 'c'],
        [3, 'd', 'e'],
      ],
    ],
    [
      'blank lines, which count',
      'a,b\n\n,\nc,d',
      [
        [1, 'a', 'b'],
        [4, 'c', 'd'],
      ],
    ],
    ['an empty cell at the end', 'a,', [[1, 'a', '']]],
    ['nothing', '', []],
  ])('%s', (_name, text, expected) => {
    expect(csvRows(text)?.map(({ line, cells }) => [line, ...cells])).toEqual(expected);
  });

  it.each(['"a', '"a"b,c'])('%j is none', (text) => {
    expect(csvRows(text)).toBeNull();
  });
});

const head = '类型,借用工会,开始,结束,用途';

describe('a file of loans', () => {
  it('names its columns in any order, in Chinese or English', () => {
    const { rows } = readImport(
      'purpose,END,start,kind,union\n球赛,2026-12-05 12:00,2026/12/5 9:00,Loan,甲工会',
    );
    expect(rows).toEqual([
      {
        line: 2,
        kind: 'loan',
        union: '甲工会',
        purpose: '球赛',
        startsAt: new Date('2026-12-05T01:00:00Z'),
        endsAt: new Date('2026-12-05T04:00:00Z'),
      },
    ]);
  });

  it.each([
    ['a kind that is none', '租,甲,2026-12-05 09:00,2026-12-05 10:00,球赛', 'LOAN_IMPORT_KIND'],
    ['a day that is none', '借用,甲,2026-02-29 09:00,2026-12-05 10:00,球赛', 'LOAN_IMPORT_TIME'],
    ['a leap day', '借用,甲,2028-02-29 09:00,2028-02-29 10:00,球赛', null],
    ['an hour that is none', '借用,甲,2026-12-05 24:30,2026-12-06 10:00,球赛', 'LOAN_IMPORT_TIME'],
    ['midnight', '借用,甲,2026-12-05 20:00,2026-12-05 24:00,球赛', null],
    ['an end before the start', '借用,甲,2026-12-05 10:00,2026-12-05 09:00,球赛', 'PERIOD_EMPTY'],
    ['no purpose', '停用,,2026-12-05 09:00,2026-12-05 10:00,', 'LOAN_IMPORT_PURPOSE'],
  ])('%s', (_name, line, code) => {
    const { problems } = readImport(`${head}\n${line}`);
    expect(problems).toEqual(code === null ? [] : [{ pointer: '/csv/2', code }]);
  });

  it.each([
    ['no columns', '', 'LOAN_IMPORT_COLUMNS'],
    ['a column that is missing', '类型,开始,结束,用途', 'LOAN_IMPORT_COLUMNS'],
    ['no lines', head, 'LOAN_IMPORT_EMPTY'],
    ['too many lines', `${head}\n${'停用,,x,y,z\n'.repeat(importedLoansMax + 1)}`, 'LOAN_IMPORT_TOO_LONG'],
  ])('%s', (_name, text, code) => {
    expect(() => readImport(text)).toThrow(code);
  });
});
