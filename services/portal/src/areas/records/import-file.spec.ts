import { describe, expect, it } from '@jest/globals';
import { templateWorkbook } from '../../kit/template-workbook.js';
import { tableOf } from './import-file.js';

const fileOf = (...parts: BlobPart[]) => new File(parts, 'records');
const table = [
  ['姓名', '名称'],
  ['张三', '电工'],
];
/** 姓名,名称 and 张三,电工 as a spreadsheet on a Chinese Windows writes them. */
const gb18030 = [
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xb5, 0xe7,
  0xb9, 0xa4,
];

describe('a table', () => {
  it('is read from the workbook that was downloaded as a template', async () => {
    const columns = [
      { title: '姓名', example: '张三' },
      { title: '名称', example: '电工' },
    ];
    const bytes = await templateWorkbook({ sheet: '技能', columns });
    expect((await tableOf(fileOf(new Uint8Array(bytes)))).slice(0, 2)).toEqual(table);
  });

  it.each<[string, BlobPart]>([
    ['with commas', '姓名,名称\r\n张三,电工\r\n'],
    ['with the mark of its encoding', '\uFEFF姓名,名称\n张三,电工'],
    ['with semicolons', '姓名;名称\n张三;电工'],
    ['with tabs', '姓名\t名称\n张三\t电工'],
    ['with a first line for its sign', 'sep=;\r\n姓名;名称\r\n张三;电工'],
    ['with quotes', '"姓名","名称"\n"张三","电工"'],
    ['of a Chinese Windows', new Uint8Array(gb18030)],
  ])('is read from a .csv %s', async (_, content) => {
    expect(await tableOf(fileOf(content))).toEqual(table);
  });

  it.each<[string, number[]]>([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]],
    ['a broken workbook', [0x50, 0x4b, 3, 4, 1, 2, 3]],
  ])('is not read from %s', async (_, bytes) => {
    await expect(tableOf(fileOf(new Uint8Array(bytes)))).rejects.toThrow();
  });
});
