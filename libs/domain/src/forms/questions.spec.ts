import { describe, expect, it } from '@jest/globals';
import { question, shirt, sizes } from './form-question.fixture.js';
import { checkQuestions } from './questions.js';

const choices = question({ kind: 'choices', options: sizes });

describe('a form', () => {
  it.each([
    [[question(), shirt], []],
    [[question(), question()], ['/questions/1/id QUESTION_ID_TWICE']],
    [[question({ kind: 'choice' })], ['/questions/0/options QUESTION_OPTIONS_MISSING']],
    [
      [question({ kind: 'choice', options: sizes.slice(1, 2) })],
      ['/questions/0/options QUESTION_OPTIONS_MISSING'],
    ],
    [
      [{ ...choices, options: [...sizes, ...sizes.slice(0, 1)] }],
      ['/questions/0/options/3/id QUESTION_ID_TWICE'],
    ],
    [[question({ options: sizes })], ['/questions/0/options QUESTION_PART_UNUSED']],
    [[question({ kind: 'yesNo', min: 1 })], ['/questions/0/min QUESTION_PART_UNUSED']],
    [[question({ kind: 'number', min: 3, max: 2 })], ['/questions/0/max QUESTION_RANGE_EMPTY']],
    [[{ ...choices, minPicks: 3, maxPicks: 2 }], ['/questions/0/maxPicks QUESTION_RANGE_EMPTY']],
    [[{ ...choices, minPicks: 4 }], ['/questions/0/minPicks QUESTION_PICKS_IMPOSSIBLE']],
  ])('%#: %j', (questions, expected) => {
    expect(checkQuestions(questions, []).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
  });

  it('keeps the kind of a question that was answered; title and options may change', () => {
    const before = [shirt];
    expect(checkQuestions([question({ ...shirt, title: 'T 恤', options: sizes.slice(1) })], before)).toEqual(
      [],
    );
    expect(checkQuestions([question({ id: 'shirt' })], before)).toMatchObject([
      { pointer: '/questions/0/kind', code: 'QUESTION_KIND_CHANGED' },
    ]);
    expect(checkQuestions([{ ...shirt, perHead: false }], before)).toMatchObject([
      { code: 'QUESTION_KIND_CHANGED' },
    ]);
  });
});
