import { expect, it } from '@jest/globals';
import { changeOf, pairedBarHeightPx, pairedBarOption } from './season-results.model.js';

it.each([
  [4, 3.5, 0.5],
  [3, 4, -1],
  [null, 4, null],
  [4, null, null],
])('a season at %s after one at %s has changed by %s', (now, before, expected) => {
  expect(changeOf(now, before)).toBe(expected);
});

it('draws a hatched bar beside a plain one, and none where nothing is shown', () => {
  const groups = [
    { name: '工会', values: [4, 3.5] },
    { name: '俱乐部', values: [null, null] },
  ];
  const { series } = pairedBarOption(groups, { series: ['认同感', '满意度'], fontSizePx: 13 }) as {
    series: { data: unknown[]; itemStyle: { decal: unknown } }[];
  };
  expect(series.map(({ data }) => data)).toEqual([
    [4, '-'],
    [3.5, '-'],
  ]);
  expect(series.map(({ itemStyle }) => itemStyle.decal === null)).toEqual([true, false]);
  expect(pairedBarHeightPx(2, 13)).toBe(142); // 26 + 16 + 2 · 50
});
