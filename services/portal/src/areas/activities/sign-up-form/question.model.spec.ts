import { describe, expect, it } from '@jest/globals';
import { answerFields, answersOf, type Question, typedFrom, typedOf } from './question.model.js';

const question = (id: string, kind: Question['kind'], perHead = false): Question => ({
  id,
  kind,
  title: id,
  required: false,
  perHead,
  visibleTo: 'organiser',
});
const questions = [
  question('note', 'shortText'),
  question('height', 'number'),
  question('bus', 'yesNo'),
  question('food', 'choices'),
  question('shirt', 'choice', true),
];

describe('answers on their way to the platform', () => {
  it('become numbers and flags, each head its own; what is blank is left out', () => {
    const typed = { note: '', height: '170.5', bus: 'no', food: ['m'], shirt: ['m', undefined, 'l'] };
    expect(answersOf(questions, typed, 2)).toEqual({
      height: 170.5,
      bus: false,
      food: ['m'],
      shirt: ['m', null],
    });
  });

  it('are sent as they were typed where they are no number', () => {
    expect(answersOf(questions, { height: '一米七' }, 1)).toMatchObject({ height: '一米七' });
  });

  it('come back as they were typed', () => {
    const answers = { height: 170.5, bus: true, food: ['m', 'l'], shirt: ['m', null] };
    expect(answersOf(questions, typedOf(questions, answers), 2)).toEqual(answers);
  });

  it.each([null, {}, { answers: 7 }, { answers: [] }, { answers: { height: 7 } }])(
    'a draft that holds none is none: %j',
    (draft) => {
      expect(typedFrom(draft)).toEqual({});
    },
  );

  it('each have a field, and one for each head', () => {
    expect(answerFields([question('shirt', 'choice', true)])).toEqual(['answers/shirt', 'answers/shirt/*']);
  });
});
