import { expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

it.each([
  ['张三', '张三'],
  ['a,b', '"a,b"'],
  ['他说"好"', '"他说""好"""'],
  ['=1+1', "'=1+1"],
  ['-5.20', '-5.20'],
  ['-cmd', "'-cmd"],
  ['两\n行', '"两\n行"'],
])('writes %j into a cell as %j', (text, cell) => {
  expect(csvOf([[text]])).toBe(`\uFEFF${cell}\r\n`);
});
