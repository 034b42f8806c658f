import { expect, it } from '@jest/globals';
import { isSingleSource } from './sources.model.js';

type Row = readonly [unionId: string, admitter: string | null, people: number];

it.each<[string, readonly Row[], boolean]>([
  ['nobody', [], true],
  ['one union with many who admit', [['a', 'x', 10], ['a', 'y', 10]], true], // prettier-ignore
  ['two unions and an officer each', [['a', 'x', 10], ['b', 'y', 5]], false], // prettier-ignore
  ['four of another union: 14 − 10 = 4', [['a', 'x', 10], ['b', 'y', 4]], true], // prettier-ignore
  ['one officer above two unions, who admitted all', [['a', 'x', 10], ['b', 'x', 10]], true], // prettier-ignore
  ['the same, and four of others: 24 − 20 = 4', [['a', 'x', 10], ['b', 'x', 10], ['b', 'y', 4]], true], // prettier-ignore
  ['the same, and five of others: 25 − 20 = 5', [['a', 'x', 10], ['b', 'x', 10], ['b', 'y', 5]], false], // prettier-ignore
  ['two unions, in each one of whom nothing is known', [['a', null, 10], ['b', null, 5]], false], // prettier-ignore
  ['the unknown of one union and four others', [['a', null, 10], ['b', 'x', 4]], true], // prettier-ignore
])('could have been invented by one: %s', (_case, rows, expected) => {
  const admitted = rows.map(([unionId, admitter, people]) => ({ unionId, admitter, people }));
  expect(isSingleSource(admitted, 5)).toBe(expected);
});
