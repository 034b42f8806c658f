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
