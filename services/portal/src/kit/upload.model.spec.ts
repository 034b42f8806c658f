import { describe, expect, it } from '@jest/globals';
import { type FileKind, fileProblem, fileSizeText, megabytesOf } from './upload.model.js';

const limit = 20 * 1024 * 1024;
const text: FileKind = { isLike: ({ name }) => name.endsWith('.txt'), contentTypes: ['text/plain'] };

describe('a file before it is sent', () => {
  it.each([
    { name: 'a.txt', size: 1, problem: null },
    { name: 'a.txt', size: limit, problem: null },
    { name: 'a.txt', size: limit + 1, problem: 'size' },
    { name: 'a.txt', size: 0, problem: 'empty' },
    { name: 'a.exe', size: 0, problem: 'type' },
  ])('$name with $size bytes: $problem', ({ name, size, problem }) => {
    expect(fileProblem({ name, type: '', size }, text)).toBe(problem);
  });

  it('just above the limit does not read as on it', () => {
    expect(megabytesOf(limit + 1)).toBe(20.1);
  });

  it.each([
    [1, '1 KB'],
    [1_024, '1 KB'],
    [1_025, '2 KB'],
    [1_024 * 1_024 - 1, '1024 KB'],
    [1_024 * 1_024, '1 MB'],
    [limit + 1, '20.1 MB'],
  ])('of %i bytes reads as %s', (size, words) => {
    expect(fileSizeText(size, String)).toBe(words);
  });
});
