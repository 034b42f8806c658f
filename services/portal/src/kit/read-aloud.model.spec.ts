import { expect, it } from '@jest/globals';
import { utterancesOf } from './read-aloud.model.js';

it.each([
  ['sentences, one by one', '周日爬山。九点集合！带水吗？', ['周日爬山。', '九点集合！', '带水吗？']],
  [
    'English ones, but no figure in the middle',
    'It costs 3.50 yuan. Come early.',
    ['It costs 3.50 yuan.', 'Come early.'],
  ],
  ['lines', '时间\n周日\n\n地点\n体育馆', ['时间', '周日', '地点', '体育馆']],
  ['nothing of what has no word in it', '—\n。\n好', ['好']],
  ['nothing', '', []],
])('reads %s', (_what, text, expected) => {
  expect(utterancesOf(text)).toEqual(expected);
});

it('cuts a long sentence behind a comma, and loses nothing of it', () => {
  const clause = '请穿运动鞋并带好会员卡和身份证，';
  const pieces = utterancesOf(clause.repeat(20));
  expect(pieces.join('')).toBe(clause.repeat(20));
  expect(pieces.every((piece) => piece.length <= 120 && piece.endsWith('，'))).toBe(true);
});

it('cuts what has no comma where the bound is', () => {
  expect(utterancesOf('好'.repeat(250)).map(({ length }) => length)).toEqual([120, 120, 10]);
});
