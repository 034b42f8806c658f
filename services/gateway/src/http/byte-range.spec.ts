import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { byteRangeOf, RangeOfBytes } from './byte-range.js';

describe('the part of a file of ten bytes', () => {
  it.each<[string | undefined, readonly [number, number] | null]>([
    ['bytes=0-', [0, 9]],
    ['bytes=0-1', [0, 1]],
    ['bytes=3-5', [3, 5]],
    ['bytes=3-99', [3, 9]],
    ['bytes=-4', [6, 9]],
    ['bytes=-40', [0, 9]],
    ['bytes=9-9', [9, 9]],
    ['bytes=10-', null],
    ['bytes=5-3', null],
    ['bytes=-0', null],
    ['bytes=-', null],
    ['bytes=0-1,3-4', null],
    ['lines=0-1', null],
    ['', null],
    [undefined, null],
  ])('that %s asks for is %j', (header, expected) => {
    const range = byteRangeOf(header, 10);
    expect(range && [range.first, range.last]).toEqual(expected);
  });
});

describe('a range of bytes', () => {
  it.each([
    [0, 1],
    [2, 3],
    [1, 8],
    [9, 9],
    [0, 9],
  ])('from %i to %i is what passes, however the file comes in parts', async (first, last) => {
    const parts = ['012', '3', '45678', '9'].map((part) => Buffer.from(part));
    const passed = await buffer(Readable.from(parts).pipe(new RangeOfBytes({ first, last })));
    expect(passed.toString()).toBe('0123456789'.slice(first, last + 1));
  });
});
