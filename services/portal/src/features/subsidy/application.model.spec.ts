import { describe, expect, it } from '@jest/globals';
import { compared } from './application.model.js';

const one = (title: string, createdAt: string, isFirst = false) => ({
  ...{ title, createdAt, isFirst, unionName: '绿源工会' },
});

describe('applications side by side', () => {
  const items = [one('丙', '3'), one('乙', '2', true), one('甲', '1'), one('丁', '4', true)];

  it('stand first where the programme says so, then in the order in which they came', () => {
    expect(compared(items, '').map(({ title }) => title)).toEqual(['乙', '丁', '甲', '丙']);
  });

  it('are found by title or union', () => {
    expect(compared(items, ' 丙 ').map(({ title }) => title)).toEqual(['丙']);
    expect(compared(items, '绿源')).toHaveLength(4);
    expect(compared(items, '书香')).toEqual([]);
  });
});
