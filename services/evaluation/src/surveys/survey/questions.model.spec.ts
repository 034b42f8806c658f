import { describe, expect, it } from '@jest/globals';
import type { SurveyQuestion } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { checkAnswers, optionsOf, questionsOf, scaleOf } from './questions.model.js';

const leaf = {
  kind: 'survey',
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: 'service',
  business: 'culture',
} as const;
const nodes: IndicatorNode[] = [
  { key: 'top', name: '效能', parentKey: null, leaf: null },
  { key: 'liked', name: '满意度', parentKey: 'top', leaf },
  { key: 'filled', name: '上座率', parentKey: 'top', leaf: { ...leaf, kind: 'fact', fact: 'fillRate' } },
];
const words: SurveyQuestion = { key: 'words', text: '您的建议', kind: 'text' };
const again: SurveyQuestion = { key: 'again', text: '您会推荐给同事吗？', kind: 'nps' };
const way: SurveyQuestion = {
  key: 'way',
  text: '您怎样来的？',
  kind: 'choice',
  choices: [
    { key: 'bus', text: '班车' },
    { key: 'walk', text: '步行' },
  ],
};
const questions = questionsOf(nodes, [words]);
const allKinds = questionsOf(nodes, [again, way]);

describe('the questions of a survey', () => {
  it('are its survey indicators and those beyond them', () => {
    expect(questions).toEqual([{ key: 'liked', text: '满意度', kind: 'likert' }, words]);
  });

  it('are asked as their indicators say, choices with what they are worth', () => {
    const choices = [
      { key: 'never', text: '从不', value: 1 },
      { key: 'often', text: '经常', value: 5 },
    ];
    const asked = (key: string, item: 'nps' | 'choice' | 'text'): IndicatorNode => ({
      key,
      name: key,
      parentKey: 'top',
      leaf: { ...leaf, item, ...(item === 'choice' ? { choices } : {}) },
    });
    const tree = [asked('again', 'nps'), asked('how', 'choice'), asked('said', 'text')];
    expect(questionsOf(tree, [])).toEqual([
      { key: 'again', text: 'again', kind: 'nps' },
      { key: 'how', text: 'how', kind: 'choice', choices },
      { key: 'said', text: 'said', kind: 'text' },
    ]);
  });

  it('are at least one, each with a key of its own', () => {
    expect(() => questionsOf([], [])).toThrow('SURVEY_EMPTY');
    expect(() => questionsOf(nodes, [{ ...words, key: 'liked' }])).toThrow('DUPLICATE_ID');
  });

  it.each([
    ['no choices', undefined],
    ['one choice', [{ key: 'bus', text: '班车' }]],
    ['a choice twice', [{ key: 'bus', text: '班车' }, { key: 'bus', text: '大巴' }]], // prettier-ignore
    ['a value of one alone', [{ key: 'bus', text: '班车', value: 1 }, { key: 'walk', text: '步行' }]], // prettier-ignore
  ])('of the kind choice are not asked with %s', (_case, choices) => {
    const asked = { ...way, ...(choices === undefined ? {} : { choices }) };
    delete (choices === undefined ? (asked as Partial<SurveyQuestion>) : {}).choices;
    expect(() => questionsOf([], [asked])).toThrow('QUESTION_CHOICES');
  });

  it('of another kind have no choices', () => {
    const choices = way.choices ?? [];
    expect(() => questionsOf([], [{ ...words, choices }])).toThrow('QUESTION_CHOICES');
  });

  it('have options: five steps, three groups of eleven, the choices, none for words', () => {
    const told = (question: SurveyQuestion) =>
      optionsOf(question).map((band) => band.map(({ option }) => option).join(' '));
    expect(told(questions[0] ?? words)).toEqual(['1', '2', '3', '4', '5']);
    expect(told(again)).toEqual(['0 1 2 3 4 5 6', '7 8', '9 10']);
    expect(told(way)).toEqual(['bus', 'walk']);
    expect(told(words)).toEqual([]);
    expect([again, way].map(scaleOf)).toEqual([
      { scaleMin: 0, scaleMax: 10 },
      { scaleMin: null, scaleMax: null },
    ]);
  });

  it.each([
    [{ liked: 5, again: 0, way: 'bus' }, null],
    [{ liked: 5, again: 10, way: 'walk' }, null],
    [{ liked: 5, again: 11, way: 'bus' }, 'ANSWER_FORMAT'],
    [{ liked: 5, again: 2.5, way: 'bus' }, 'ANSWER_FORMAT'],
    [{ liked: 5, again: 5, way: 'toString' }, 'ANSWER_FORMAT'],
    [{ liked: 5, again: 5, way: 1 }, 'ANSWER_FORMAT'],
    [{ liked: 5, again: 5 }, 'ANSWER_MISSING'],
    [{ liked: 5, way: 'bus' }, 'ANSWER_MISSING'],
  ])('of every kind take %j: %s', (answers: Record<string, number | string>, code) => {
    const check = () => checkAnswers(allKinds, answers);
    if (code === null) expect(check).not.toThrow();
    else expect(check).toThrow(code);
  });

  it.each([
    [{ liked: 5 }, null],
    [{ liked: 1, words: '' }, null],
    [{}, 'ANSWER_MISSING'],
    [{ liked: 0 }, 'ANSWER_FORMAT'],
    [{ liked: 6 }, 'ANSWER_FORMAT'],
    [{ liked: '5' }, 'ANSWER_FORMAT'],
    [{ liked: 5, words: 5 }, 'ANSWER_FORMAT'],
    [{ liked: 5, other: 1 }, 'ANSWER_UNKNOWN'],
  ])('take %j: %s', (answers: Record<string, number | string>, code) => {
    const check = () => checkAnswers(questions, answers);
    if (code === null) expect(check).not.toThrow();
    else expect(check).toThrow(code);
  });
});
