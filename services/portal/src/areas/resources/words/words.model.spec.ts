import { describe, expect, it } from '@jest/globals';
import { bodyOf, groupsWith, typedOf, type WordGroup, wordsIn } from './words.model.js';

const coach: WordGroup = {
  word: '大巴',
  same: ['客车', '班车'],
  hints: ['接送'],
  wider: '车辆',
  kind: 'vehicle',
  version: 0,
  origin: 'shipped',
  reason: null,
  changedAt: null,
};

describe('a group as it is typed', () => {
  it.each([
    ['客车 班车', ['客车', '班车']],
    ['客车、班车，中巴；', ['客车', '班车', '中巴']],
    ['  ', []],
  ])('has the words of 「%s」', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it('is sent as it was shown where nothing is changed, and without a wider one where that is empty', () => {
    const { same, hints, wider, kind } = coach;
    expect(bodyOf(typedOf(coach))).toEqual({ same, hints, wider, kind });
    expect(bodyOf({ ...typedOf(coach), wider: ' ' }).wider).toBeNull();
  });
});

it('a group is found by any of its words', () => {
  expect(groupsWith([coach], '班')).toEqual([coach]);
  expect(groupsWith([coach], '接送')).toEqual([coach]);
  expect(groupsWith([coach], '轿车')).toEqual([]);
});
