import { describe, expect, it } from '@jest/globals';
import { fileNameText, fitFileName, harmlessText, workbookText } from './file-text.js';

describe('the text of a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['1=1', '1=1'],
    ['夏季=冬季', '夏季=冬季'],
  ])('E115: %j becomes %j', (text, expected) => {
    expect(workbookText(text)).toBe(expected);
  });

  it.each([
    ['_x0041_', '_x005F_x0041_'],
    ['a\uFFFFb', 'a_xFFFF_b'],
    ['_x41_', '_x41_'],
    ['a\u0001b', 'a_x0001_b'],
  ])('%j is written as %j, to be read as it was', (text, expected) => {
    expect(workbookText(text)).toBe(expected);
  });
});

describe('text in .csv', () => {
  it('E115: has an apostrophe before what could begin a formula, and nothing else', () => {
    expect(['=1', '+1', '-1', '@a', '\t=1', '1=1', '#N/A'].map(harmlessText)).toEqual([
      "'=1",
      "'+1",
      "'-1",
      "'@a",
      "'\t=1",
      '1=1',
      '#N/A',
    ]);
  });
});

describe('part of the name of a file', () => {
  it('has nothing that a system refuses or nobody sees, and so many characters', () => {
    expect(fileNameText('a/b\\c:d', 60)).toBe('a_b_c_d');
    expect(fileNameText('夜\u202Efdp.exe', 60)).toBe('夜_fdp.exe');
    expect(fileNameText('𠮷𠮷𠮷', 2)).toBe('𠮷𠮷');
  });
});

describe('the name of a file', () => {
  it.each([
    ['亲子工厂一日游 海报.pdf', '亲子工厂一日游 海报.pdf'],
    ['a/b\\c:d.pdf', 'a_b_c_d.pdf'],
    ['夜\u202Efdp.exe.pdf', '夜_fdp.exe.pdf'],
    [`${'很'.repeat(200)}.docx`, `${'很'.repeat(120)}.docx`],
    ['无名', '无名'],
  ])('%j is %j', (name, expected) => expect(fitFileName(name)).toBe(expected));
});
