import { describe, expect, it } from '@jest/globals';
import { addMarginals, countedTogether } from './histogram.model.js';

describe('questions that are counted by one look', () => {
  it.each([
    ['four of five options: 625 combinations', [5, 5, 5, 5], ['abcd']],
    ['a fifth would make 3,125', [5, 5, 5, 5, 5], ['abcd', 'e']],
    ['11 · 11 = 121, and another 11 would make 1,331', [11, 11, 11], ['ab', 'c']],
    ['one alone, however many options it has', [20], ['a']],
    ['none', [], []],
  ])('%s', (_case, sizes, expected) => {
    const questions = sizes.map((options, index) => ({ key: 'abcdefgh'.charAt(index), options }));
    expect(countedTogether(questions).map((keys) => keys.join(''))).toEqual(expected);
  });

  it('give the counts of each by adding up', () => {
    const options = new Map(['a', 'b'].map((key) => [key, new Map<string, number>()]));
    addMarginals(
      options,
      ['a', 'b'],
      [
        { answers: ['1', 'x'], count: 3 },
        { answers: ['1', 'y'], count: 4 },
        { answers: ['2', 'x'], count: 5 },
      ],
    );
    expect([...(options.get('a') ?? [])]).toEqual([['1', 7], ['2', 5]]); // prettier-ignore
    expect([...(options.get('b') ?? [])]).toEqual([['x', 8], ['y', 4]]); // prettier-ignore
  });
});
