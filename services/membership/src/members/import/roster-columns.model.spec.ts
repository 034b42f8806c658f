import { describe, expect, it } from '@jest/globals';
import { columnsOf, delimiterOf, plainCell } from './roster-columns.model.js';

describe('the columns of a roster', () => {
  it('are known by their names, in any order', () => {
    expect(columnsOf(['入会日期', '*证件号码（必填）', '备注', ' 姓 名 ', '手机号码'])).toEqual({
      validFrom: 0,
      residentNumber: 1,
      name: 3,
      phone: 4,
      union: -1,
      enterprise: -1,
      employmentKind: -1,
      sex: -1,
    });
    expect(columnsOf(['Name', 'ID number', 'Union'])).toMatchObject({ name: 0, residentNumber: 1, union: 2 });
    expect(columnsOf(['姓名', '证件号码', '用工形式（选填）'])).toMatchObject({ employmentKind: 2 });
    expect(columnsOf(['姓名', '性别', '证件号码'])).toMatchObject({ sex: 1 });
  });

  it('must include name and number', () => {
    expect(columnsOf(['姓名', '手机号'])).toBeNull();
  });
});

describe('a file from a spreadsheet', () => {
  it.each([
    ['姓名,证件号码', ','],
    ['姓名;证件号码;手机号', ';'],
    ['姓名\t证件号码', '\t'],
    ['"姓名, 全称";证件号码', ';'],
  ])('E116: %j is parted by %j', (line, delimiter) => {
    expect(delimiterOf(line)).toBe(delimiter);
  });

  it.each([
    ['="11010519491231002X"', '11010519491231002X'],
    ["'11010519491231002X", '11010519491231002X'],
    [' 张三\t', '张三'],
  ])('%j means %j', (cell, expected) => {
    expect(plainCell(cell)).toBe(expected);
  });
});
