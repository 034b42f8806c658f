import { describe, expect, it } from '@jest/globals';
import { faultOfLines } from './line-bounds.js';

const bounds = { bytesMax: 3, linesMax: 2 };

describe('the lines of a table', () => {
  it.each<[string, string, ReturnType<typeof faultOfLines>]>([
    ['nothing', '', null],
    ['as long as they may be', 'abc\nabc', null],
    ['as many as there may be', 'a\r\nb\r\n', null],
    ['one too long', 'abcd', 'lineTooLong'],
    ['one too long after others', 'a\nabcd\n', 'lineTooLong'],
    ['commas alone', ',,,,,,', 'lineTooLong'],
    ['too many', 'a\nb\nc\n', 'tooManyLines'],
    ['too many that are blank', '\r\n\r\n\r\n', 'tooManyLines'],
    ['too many that end by a return', 'a\rb\rc\r', 'tooManyLines'],
  ])('%s', (_name, text, expected) => {
    expect(faultOfLines(Buffer.from(text), bounds)).toBe(expected);
  });
});
