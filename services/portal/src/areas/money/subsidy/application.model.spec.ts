import { expect, it } from '@jest/globals';
import { compared } from './application.model.js';

const one = (title: string, createdAt: string, isFirst = false) => ({ title, createdAt, isFirst });

it('puts applications first where the programme says so, then in the order in which they came', () => {
  const items = [one('丙', '3'), one('乙', '2', true), one('甲', '1'), one('丁', '4', true)];
  expect(compared(items).map(({ title }) => title)).toEqual(['乙', '丁', '甲', '丙']);
});
