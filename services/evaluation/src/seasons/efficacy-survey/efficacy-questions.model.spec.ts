import { describe, expect, it } from '@jest/globals';
import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { DomainError } from '@gongxiang/domain';
import { checkSteps, efficacyQuestions } from './efficacy-questions.model.js';

const asked: NonNullable<IndicatorNode['leaf']> = {
  kind: 'survey',
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: 'facility',
  business: 'culture',
};
const leaf = (kind: 'survey' | 'fact' = 'survey'): IndicatorNode['leaf'] =>
  kind === 'fact' ? { ...asked, kind, fact: 'attendanceRate' } : asked;
const nodes: IndicatorNode[] = [
  { key: 'opinions', name: '评价', parentKey: null, leaf: null },
  { key: 'ours', name: '认同感', parentKey: 'opinions', leaf: null },
  { key: 'liked', name: '满意度', parentKey: 'opinions', leaf: null },
  { key: 'belonging', name: '归属', parentKey: 'ours', leaf: leaf() },
  { key: 'halls', name: '场地', parentKey: 'liked', leaf: leaf() },
  { key: 'came', name: '到场率', parentKey: 'liked', leaf: leaf('fact') },
  { key: 'words', name: '建议', parentKey: 'liked', leaf: { ...asked, item: 'text' } },
  { key: 'facts', name: '事实', parentKey: null, leaf: null },
  { key: 'rate', name: '到场率', parentKey: 'facts', leaf: leaf('fact') },
];

function codeOf(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof DomainError ? [error.code, error.errors[0]?.pointer] : error;
  }
}

describe('the questions of a season', () => {
  it('are the survey indicators on a scale of 1 to 5 below the two aspects: no facts, no words', () => {
    const questions = efficacyQuestions(nodes, { identificationKey: 'ours', satisfactionKey: 'liked' });
    expect(questions.map(({ key, aspect }) => [key, aspect])).toEqual([
      ['belonging', 'identification'],
      ['halls', 'satisfaction'],
    ]);
  });

  it.each([
    ['nowhere', 'liked', ['INDICATOR_UNKNOWN', '/identificationKey']],
    ['ours', 'facts', ['EFFICACY_NODE_EMPTY', '/satisfactionKey']],
    ['ours', 'ours', ['EFFICACY_NODES_OVERLAP', '/satisfactionKey']],
    ['ours', 'opinions', ['EFFICACY_NODES_OVERLAP', '/satisfactionKey']],
    ['belonging', 'halls', null],
  ])('of %s and %s: %j', (identificationKey, satisfactionKey, expected) => {
    expect(codeOf(() => efficacyQuestions(nodes, { identificationKey, satisfactionKey }))).toEqual(expected);
  });
});

describe('an answer', () => {
  const questions = efficacyQuestions(nodes, { identificationKey: 'ours', satisfactionKey: 'liked' });
  it.each([
    [{ belonging: 1, halls: 5 }, null],
    [{ belonging: 1 }, ['ANSWER_MISSING', '/answers/halls']],
    [{ belonging: 1, halls: 6 }, ['ANSWER_FORMAT', '/answers/halls']],
    [{ belonging: 0, halls: 5 }, ['ANSWER_FORMAT', '/answers/belonging']],
    [{ belonging: 1, halls: 5, came: 3 }, ['ANSWER_UNKNOWN', '/answers/came']],
  ])('%j: %j', (answers, expected) => {
    expect(codeOf(() => checkSteps(questions, answers as Record<string, number>))).toEqual(expected);
  });
});
