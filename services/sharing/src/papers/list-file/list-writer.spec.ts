import type { TableCell } from '@gongxiang/domain';
import { describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { writeList } from './list-writer.js';

const dangerous: readonly (readonly [text: string, harmless: string])[] = [
  ['=1+1', "'=1+1"],
  ['+8613800000000', "'+8613800000000"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', "'\t=1+1"],
  ['\r=1+1', "'\r=1+1"],
  ['=HYPERLINK("http://evil.example")', '\'=HYPERLINK("http://evil.example")'],
];

const table = (cells: readonly TableCell[]) => ({
  columns: cells.map((_cell, index) => ({
    title: `${index}`,
    width: 10,
    cell: (line: readonly TableCell[]) => line[index] ?? null,
  })),
  pages: (async function* () {
    yield Promise.resolve([cells]);
  })() as unknown as AsyncIterable<readonly (readonly TableCell[])[]>,
});

async function readBack(cells: readonly TableCell[]): Promise<unknown[]> {
  const bytes = await writeList(table(cells), { title: '名单', format: 'xlsx' });
  return (await readXlsx(bytes)).sheets[0]?.rows[1] ?? [];
}

describe('E115: what a spreadsheet would compute is text', () => {
  it.each(dangerous)('%j in .xlsx', async (text, harmless) => {
    expect(await readBack([text])).toEqual([harmless]);
  });
});

describe('a cell of a list', () => {
  it('E114: is text where it is an id, and a number where it can be added up', async () => {
    expect(await readBack(['420106199001011234', '007', 12, -3.5, null, '甲'])).toEqual([
      '420106199001011234',
      '007',
      12,
      -3.5,
      null,
      '甲',
    ]);
  });

  it('is read as it was, whatever a workbook makes of such words', async () => {
    expect(await readBack(['_x0041_', '#N/A', 'a<b>&"c"', '两\n行', '𠮷\uFFFE\u0001'])).toEqual([
      '_x0041_',
      "'#N/A",
      'a<b>&"c"',
      '两\n行',
      '𠮷\uFFFE\u0001',
    ]);
  });
});
