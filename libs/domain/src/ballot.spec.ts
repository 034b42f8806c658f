import { describe, expect, it } from '@jest/globals';
import { isCarried } from './ballot.js';

describe('the ballot of an assembly', () => {
  it.each([
    ['two thirds are there and more than half of all say yes', [90, 60, 46], 'twoThirds', 'all', true],
    ['exactly half of all say yes', [90, 60, 45], 'twoThirds', 'all', false],
    ['exactly half of all, where that is enough', [90, 60, 45], 'twoThirds', 'halfOfAll', true],
    ['less than half of all', [91, 61, 45], 'twoThirds', 'halfOfAll', false],
    ['one less than two thirds', [90, 59, 59], 'twoThirds', 'all', false],
    ['one less than two thirds, though half of all say yes', [90, 59, 45], 'twoThirds', 'halfOfAll', false],
    ['more than half of those who are there', [90, 60, 31], 'twoThirds', 'present', true],
    ['abstentions count as there', [90, 60, 30], 'twoThirds', 'present', false],
    ['exactly half are there', [90, 45, 45], 'half', 'present', false],
    ['one more than half is there', [90, 46, 24], 'half', 'present', true],
    ['one more than half is there, too few of all say yes', [90, 46, 45], 'half', 'all', false],
    ['one more than half is there, and all say yes', [90, 46, 46], 'half', 'all', true],
    ['one more than half is there, and half of all say yes', [90, 46, 45], 'half', 'halfOfAll', true],
    ['nobody may vote', [0, 0, 0], 'half', 'present', false],
  ] as const)('%s', (_what, [entitled, present, yes], quorum, majority, expected) => {
    expect(isCarried({ entitled, present, yes }, quorum, majority)).toBe(expected);
  });
});
