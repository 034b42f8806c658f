import { describe, expect, it } from '@jest/globals';
import { isMatch } from './entity-tag.js';

describe('If-None-Match', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['"a"', true],
    ['W/"a"', true],
    ['"b", W/"a"', true],
    ['"b"', false],
    ['a', false],
    ['*', true],
  ])('%s is met by "a": %s', (header, expected) => {
    expect(isMatch(header, '"a"')).toBe(expected);
  });
});
