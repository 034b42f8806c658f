import { describe, expect, it } from '@jest/globals';
import type { IndicatorNode, SurveyQuestion } from '@gongxiang/contracts';
import { checkAnswers, questionsOf } from './questions.model.js';

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
const questions = questionsOf(nodes, [words]);

describe('the questions of a survey', () => {
  it('are its survey indicators and those beyond them', () => {
    expect(questions).toEqual([{ key: 'liked', text: '满意度', kind: 'likert' }, words]);
  });

  it('are at least one, each with a key of its own', () => {
    expect(() => questionsOf([], [])).toThrow('SURVEY_EMPTY');
    expect(() => questionsOf(nodes, [{ ...words, key: 'liked' }])).toThrow('DUPLICATE_ID');
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
