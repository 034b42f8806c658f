import { describe, expect, it } from '@jest/globals';
import { csvLine, sheetCell, sheetName } from './table-cell.js';

describe('a cell of a table', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+8613800000000', "'+8613800000000"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1+1', "'\t=1+1"],
    ['\r=1+1', "'\r=1+1"],
    ['=HYPERLINK("http://evil.example")', '\'=HYPERLINK("http://evil.example")'],
  ])('E115: %j is text in .csv', (text, harmless) => {
    expect(csvLine([text, 'b'])).toMatch(/^"?'/);
    const bare = csvLine([text]).replace(/^"|"\r\n$|\r\n$/g, '');
    expect(bare.replaceAll('""', '"')).toBe(harmless);
  });

  it('is quoted in .csv where it holds what separates cells', () => {
    expect(csvLine(['a,b', 'c"d', 'e\nf', 1.5, null])).toBe('"a,b","c""d","e\nf",1.5,\r\n');
  });

  it('keeps a number that is one', () => {
    expect([sheetCell(-5), sheetCell(null), csvLine([-5])]).toEqual([-5, null, '-5\r\n']);
  });
});

it.each([
  ['付款', '付款'],
  ['2026/11: a [draft]?', '2026 11  a  draft'],
  ['一'.repeat(40), '一'.repeat(31)],
  ['//', '1'],
])('the sheet of %s is called %s', (title, expected) => {
  expect(sheetName(title)).toBe(expected);
});
