import { expect, it } from '@jest/globals';
import { linesShown } from './lines-shown.model.js';

const lines = [
  { pool: 'all', maskedName: 'Li *' },
  { pool: 'own', maskedName: 'Li *' },
  { pool: 'own', maskedName: 'Wu *' },
];

it.each([
  ['', '', lines],
  ['own', '', lines.slice(1)],
  ['own', ' Li ', lines.slice(1, 2)],
  ['', 'Wu', lines.slice(2)],
  ['gone', '', []],
])('of the pool “%s” and a name with “%s”', (pool, text, shown) => {
  expect(linesShown(lines, { pool, text })).toEqual(shown);
});

it.each([
  ['张', ['张*', '张**']],
  ['张三', ['张*', '张**']],
  ['张三丰', ['张**']],
  ['张三丰子', []],
  ['*', []],
  ['李四', ['李*']],
])('“%s” finds everybody whose name it may be', (text, found) => {
  const people = ['张*', '张**', '李*'].map((maskedName) => ({ pool: 'all', maskedName }));
  expect(linesShown(people, { pool: '', text }).map(({ maskedName }) => maskedName)).toEqual(found);
});
