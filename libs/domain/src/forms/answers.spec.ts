import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answersOf, answersOfHeads, checkAnswers, storedAnswersOf, requiredMissing } from './answers.js';
import { question, shirt, sizes } from './form-question.fixture.js';
import type { FormQuestion } from './form-question.js';

const number = question({ id: 'q', kind: 'number', min: 0, max: 10 });
const choice = question({ id: 'q', kind: 'choice', options: sizes });
const choices = question({ id: 'q', kind: 'choices', options: sizes, minPicks: 1, maxPicks: 2 });

function said(asked: FormQuestion, value: unknown): string | null {
  const [problem] = checkAnswers([{ ...asked, id: 'q' }], { q: value }, 1);
  return problem?.code ?? null;
}

describe('one answer', () => {
  it.each([
    [question(), '不吃辣', null],
    [question(), '字'.repeat(100), null],
    [question(), '字'.repeat(101), 'ANSWER_TOO_LONG'],
    [question({ kind: 'longText' }), '字'.repeat(1_000), null],
    [question({ kind: 'longText' }), '字'.repeat(1_001), 'ANSWER_TOO_LONG'],
    [question(), 7, 'ANSWER_OF_WRONG_KIND'],
    [question(), { $ne: null }, 'ANSWER_OF_WRONG_KIND'],
    [question(), `a${String.fromCharCode(0)}`, 'ANSWER_OF_WRONG_KIND'],
    [number, 0, null],
    [number, 10, null],
    [number, -0.01, 'ANSWER_TOO_SMALL'],
    [number, 10.01, 'ANSWER_TOO_GREAT'],
    [number, '7', 'ANSWER_OF_WRONG_KIND'],
    [number, Number.NaN, 'ANSWER_OF_WRONG_KIND'],
    [choice, 'xl', null],
    [choice, 'xxl', 'ANSWER_NOT_AN_OPTION'],
    [choice, ['m'], 'ANSWER_NOT_AN_OPTION'],
    [choices, ['m', 'xl'], null],
    [choices, ['m', 'm'], 'ANSWER_OF_WRONG_KIND'],
    [choices, ['m', 'l', 'xl'], 'ANSWER_PICKS_MANY'],
    [{ ...choices, minPicks: 2 }, ['m'], 'ANSWER_PICKS_FEW'],
    [choices, ['s'], 'ANSWER_NOT_AN_OPTION'],
    [question({ kind: 'yesNo' }), false, null],
    [question({ kind: 'yesNo' }), 'no', 'ANSWER_OF_WRONG_KIND'],
    [question({ kind: 'date' }), '2028-02-29', null],
    [question({ kind: 'date' }), '2027-02-29', 'ANSWER_NOT_A_DATE'],
    [question({ kind: 'phone' }), '138 0013 8000', null],
    [question({ kind: 'phone' }), '+86-27-8888-0000', null],
    [question({ kind: 'phone' }), '8888000', null],
    [question({ kind: 'phone' }), '12345', 'ANSWER_NOT_A_PHONE'], // a hotline reaches nobody of the family
    [question({ kind: 'phone' }), '找我老婆', 'ANSWER_NOT_A_PHONE'],
  ] as const)('%j says %j: %s', (asked, value, code) => {
    expect(said(asked, value)).toBe(code);
  });

  it.each([undefined, null, '', '  ', []])('%j is none: refused only where one is required', (value) => {
    expect(said(question(), value)).toBeNull();
    expect(said(question({ required: true }), value)).toBe('ANSWER_REQUIRED');
  });
});

describe('answers of a form', () => {
  it('are refused each at its place; what nobody asked for is refused too', () => {
    const answers = { shirt: ['m', 'huge'], stranger: 1, constructor: 2 };
    expect(checkAnswers([shirt, question({ id: 'name', required: true })], answers, 3)).toEqual([
      { pointer: '/answers/stranger', code: 'ANSWER_TO_NO_QUESTION' },
      { pointer: '/answers/constructor', code: 'ANSWER_TO_NO_QUESTION' },
      { pointer: '/answers/shirt/1', code: 'ANSWER_NOT_AN_OPTION' },
      { pointer: '/answers/shirt/2', code: 'ANSWER_REQUIRED' },
      { pointer: '/answers/name', code: 'ANSWER_REQUIRED' },
    ]);
  });

  it('for each head are no more than there are heads, and are a list', () => {
    expect(checkAnswers([shirt], { shirt: ['m', 'l'] }, 1)).toMatchObject([
      { pointer: '/answers/shirt', code: 'ANSWERS_MORE_THAN_HEADS', params: { heads: 1 } },
    ]);
    expect(checkAnswers([shirt], { shirt: 'm' }, 1)).toMatchObject([{ code: 'ANSWER_OF_WRONG_KIND' }]);
  });

  it('go with the head that stays at home, and are to be completed for one that comes along', () => {
    const stored = storedAnswersOf([shirt], { shirt: ['m', 'l', 'xl'] }, 3);
    expect(answersOf([shirt], answersOfHeads(stored, [0, 1]))).toEqual({ shirt: ['m', 'l'] });
    expect(answersOf([shirt], answersOfHeads(stored, [0, 2]))).toEqual({ shirt: ['m', 'xl'] });
    // The third came along later and has not answered yet.
    expect(answersOf([shirt], answersOfHeads(stored, [0, 2, 3]))).toEqual({ shirt: ['m', 'xl'] });
    expect(requiredMissing([shirt], stored, 3)).toEqual([]);
    expect(requiredMissing([shirt], stored, 4)).toEqual(['shirt']);
    expect(requiredMissing([shirt], null, 1)).toEqual(['shirt']);
  });
});

describe('whatever is sent', () => {
  const asked = [shirt, { ...choices, id: 'food' }, { ...number, id: 'height' }, question()];

  it('is judged without failing, and what passes is complete and comes back as it was said', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('m', 'l', ['m', 'xl'], ['m'], 3, '好'));
    const answers = fc.dictionary(fc.constantFrom('shirt', 'food', 'height', 'note', 'else'), value);
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 3 }), (given, heads) => {
        if (checkAnswers(asked, given, heads).length > 0) return;
        const stored = storedAnswersOf(asked, given, heads);
        expect(requiredMissing(asked, stored, heads)).toEqual([]);
        const back = answersOf(asked, stored);
        expect(checkAnswers(asked, back, heads)).toEqual([]);
        expect(storedAnswersOf(asked, back, heads)).toEqual(stored);
      }),
    );
  });
});
