import { describe, expect, it } from '@jest/globals';
import { barHeightPx } from '../../../kit/bar-chart.model.js';
import { heatMapOption } from './heat-map.model.js';

const axes = { columns: ['信息', 'Management'], rows: ['文体', 'Culture and sport'], fontSizePx: 10 };
const option = (isSlanted: boolean, max = 5) =>
  heatMapOption(
    [
      { column: 0, row: 1, value: 1 },
      { column: 1, row: 0, value: max },
    ],
    { ...axes, isSlanted },
    { min: 1, max },
  ) as {
    readonly grid: { readonly left: number; readonly top: number };
  };

describe('a heat map', () => {
  it('leaves room for its longest names: 17 Latin letters of 0.6 em, 10 px each', () => {
    expect(option(false).grid.left).toBe(102 + 12); // 17 · 0.6 · 10
    expect(option(false).grid.top).toBe(20);
    expect(Math.round(option(true).grid.top)).toBe(59); // 20 + 10 · 0.6 · 10 · sin 40°
  });
});

it('gives each bar room for two lines above it, more in large type', () => {
  // 2 · (2 lines · 1.25 · 13 + 7 + 4) = 87; of 20 px: 122
  expect(barHeightPx(2, 13, 1)).toBe(109); // 2 × 2 × (1.25 × 13 + 7 + 4)
  expect([barHeightPx(1, 13), barHeightPx(1, 20), barHeightPx(3, 20)]).toEqual([87, 122, 366]);
});
