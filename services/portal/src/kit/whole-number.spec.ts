import { describe, expect, it } from '@jest/globals';
import { wholeNumberOf } from './whole-number.js';

describe('a whole number that is typed', () => {
  it.each([
    ['0', 0],
    [' 42 ', 42],
    ['100', 100],
    ['101', null],
    ['-1', null],
    ['1.5', null],
    ['1e2', null],
    ['', null],
    [undefined, null],
  ])('%j is %j of 0 to 100', (text, figure) => {
    expect(wholeNumberOf(text, 0, 100)).toBe(figure);
  });
});
