import { describe, expect, it } from '@jest/globals';
import { farthestApart } from './round-result.model.js';

describe('the pair about which judges differ most', () => {
  it.each([
    ['the greatest factor', [[1, 2.67], [1.4]], { row: 0, column: 2, factor: 2.67 }],
    ['the first of equal ones', [[2, 2], [2]], { row: 0, column: 1, factor: 2 }],
    ['not one that fewer than two judged', [[null, null], [1]], { row: 1, column: 2, factor: 1 }],
    ['none below two judges', [[null]], null],
  ])('is %s', (_what, spread, expected) => {
    expect(farthestApart(spread)).toEqual(expected);
  });
});
