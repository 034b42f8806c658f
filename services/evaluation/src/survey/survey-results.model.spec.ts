import { describe, expect, it } from '@jest/globals';
import { publishAnswers, publishTexts } from './survey-results.model.js';

const cuts = [{ dimension: 'organiser', keys: ['A'] }];

function groupOf(count: number) {
  return [{ keys: { organiser: 'A' }, count, sums: [count * 4] }];
}

describe('what is published of a survey', () => {
  it('E127: nothing below five answers, and the same as for nobody (E129)', () => {
    const four = publishAnswers(groupOf(4), cuts, ['liked']);
    expect(four).toEqual(publishAnswers(groupOf(0), cuts, ['liked']));
    expect(four.map(({ answerCount, answerSum }) => [answerCount, answerSum])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('E127: everything from five answers on', () => {
    expect(publishAnswers(groupOf(5), cuts, ['liked'])).toEqual([
      { dimension: 'all', key: '', questionKey: 'liked', answerCount: 5, answerSum: 20 },
      { dimension: 'organiser', key: 'A', questionKey: 'liked', answerCount: 5, answerSum: 20 },
    ]);
  });

  it('keeps texts back where fewer than five wrote one, and sorts the others', () => {
    expect(publishTexts(['d', 'c', 'b', 'a', ' '])).toEqual([]);
    expect(publishTexts(['e', 'd', 'c', 'b', 'a'])).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
