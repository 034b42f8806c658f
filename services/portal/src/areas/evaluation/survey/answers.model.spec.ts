import { describe, expect, it } from '@jest/globals';
import { submittedAnswers, unanswered } from './answers.model.js';
import { exportRows, isPublished, resultCuts } from './survey-results.model.js';

const questions = [
  { key: 'place', text: 'place', kind: 'likert' as const },
  { key: 'words', text: 'words', kind: 'text' as const },
  { key: 'guides', text: 'guides', kind: 'likert' as const },
];

describe('the answers', () => {
  it('of a choice are one of those that there are now, of 0 to 10 also the 0', () => {
    const kinds = [
      { key: 'again', text: 'again', kind: 'nps' as const },
      { key: 'way', text: 'way', kind: 'choice' as const, choices: [{ key: 'bus', text: '班车' }] },
    ];
    expect(unanswered(kinds, { again: 0, way: 'gone' }).map(({ key }) => key)).toEqual(['way']);
    expect(submittedAnswers(kinds, { way: 'bus', again: 0 })).toEqual({ again: 0, way: 'bus' });
    expect(submittedAnswers(kinds, { way: 'gone', again: 3 })).toEqual({ again: 3 });
  });

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
    questions: [{ key: 'place', mean, count: mean === null ? null : 7, distribution: null }],
  });

  it('E129: say the same of a question without answers and of one with too few', () => {
    const cuts = resultCuts(survey, { cuts: [cut('organiser', null), cut('all', 4)] } as never);
    expect(cuts.map(({ dimension }) => dimension)).toEqual(['all', 'organiser']);
    expect(cuts[0]?.rows).toEqual([
      { key: 'place', text: 'place', question: questions[0], mean: 4, count: 7, distribution: null },
      { key: 'guides', text: 'guides', question: questions[2], mean: null, count: null, distribution: null },
    ]);
    expect(cuts.map(isPublished)).toEqual([true, false]);
  });

  it('go into a file question by question, with how the answers divide', () => {
    const distribution = [{ key: '1+2+3', count: 8 }, { key: '4', count: 10 }]; // prettier-ignore
    const row = { key: 'place', text: '场地', question: questions[0] as never, mean: 3.5, count: 18 };
    expect(
      exportRows([
        { ...row, distribution },
        { ...row, mean: null, count: null, distribution: null },
      ]),
    ).toEqual([
      ['场地', '', '18', '3.5'],
      ['场地', '1–3', '8', ''],
      ['场地', '4', '10', ''],
      ['场地', '', '', ''],
    ]);
  });
});
