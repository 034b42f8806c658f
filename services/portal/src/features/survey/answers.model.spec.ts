import { describe, expect, it } from '@jest/globals';
import { submittedAnswers, unanswered } from './answers.model.js';
import { isPublished, resultCuts } from './survey-results.model.js';

const questions = [
  { key: 'place', text: 'place', kind: 'likert' as const },
  { key: 'words', text: 'words', kind: 'text' as const },
  { key: 'guides', text: 'guides', kind: 'likert' as const },
];

describe('the answers', () => {
  it.each([
    [{}, ['place', 'guides']],
    [{ guides: 3 }, ['place']],
    [{ guides: 3, place: 1 }, []],
  ])('%j leave %j to be answered; words may be left out', (answers, left) => {
    expect(unanswered(questions, answers).map(({ key }) => key)).toEqual(left);
  });

  it('are sent in the order of the questions, not in that of the thumb, and without empty words', () => {
    const sent = submittedAnswers(questions, { guides: 3, words: '  ', place: 1, stranger: 5 });
    expect(JSON.stringify(sent)).toBe('{"place":1,"guides":3}');
    expect(submittedAnswers(questions, { words: ' more \n' })).toEqual({ words: 'more' });
  });
});

describe('results', () => {
  const survey = { questions } as never;
  const cut = (dimension: string, mean: number | null) => ({
    dimension,
    key: '',
    questions: [{ key: 'place', mean, count: mean === null ? null : 7 }],
  });

  it('E129: say the same of a question without answers and of one with too few', () => {
    const cuts = resultCuts(survey, { cuts: [cut('organiser', null), cut('all', 4)] } as never);
    expect(cuts.map(({ dimension }) => dimension)).toEqual(['all', 'organiser']);
    expect(cuts[0]?.rows).toEqual([
      { key: 'place', text: 'place', mean: 4, count: 7 },
      { key: 'guides', text: 'guides', mean: null, count: null },
    ]);
    expect(cuts.map(isPublished)).toEqual([true, false]);
  });
});
