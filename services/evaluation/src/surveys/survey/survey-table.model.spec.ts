import { expect, it } from '@jest/globals';
import type { SurveyQuestion } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { surveyTable, surveyTableTexts } from './survey-table.model.js';

const questions: SurveyQuestion[] = [
  { key: 'liked', text: '满意度', kind: 'likert' },
  {
    key: 'why',
    text: '为什么来',
    kind: 'choice',
    choices: [
      { key: 'near', text: '离得近', value: 0 },
      { key: 'kids', text: '带孩子', value: 100 },
    ],
  },
  { key: 'words', text: '建议', kind: 'text' },
];

const cuts = [
  {
    dimension: 'all',
    key: '',
    questions: [
      { key: 'liked', count: 30, mean: 4.5, distribution: [{ key: '1+2+3', count: 10 }] },
      { key: 'why', count: 30, mean: 50, distribution: [{ key: 'near+kids', count: 30 }] },
    ],
  },
];
const held = [
  {
    dimension: 'all',
    key: '',
    questions: [{ key: 'liked', count: null, mean: null, distribution: null }],
  },
];

const texts = surveyTableTexts['zh-CN'];

it('E129: gives real numbers, and nothing of what is held back or was answered by nobody: both look alike', () => {
  const survey = { questions, singleSource: false };
  expect(surveyTable(survey, { cuts }, texts)).toEqual({
    headingRows: 1,
    rows: [
      ['题目', '选项', '人数', '均分'],
      ['满意度', null, 30, 4.5],
      ['满意度', '1 或 2 或 3', 10, null],
      ['为什么来', null, 30, 50],
      ['为什么来', '离得近 或 带孩子', 30, null],
    ],
  });
  const nothing = [
    ['题目', '选项', '人数', '均分'],
    ['满意度', null, null, null],
    ['为什么来', null, null, null],
  ];
  expect(surveyTable(survey, { cuts: held }, texts).rows).toEqual(nothing);
  expect(surveyTable(survey, { cuts: [] }, texts).rows).toEqual(nothing);
});

it.each([
  [true, 2],
  [false, 1],
  // Surveys from before it was looked at say nothing of it.
  [null, 1],
])('warns above the heading where the threshold may not protect: %p', (singleSource, headingRows) => {
  const table = surveyTable({ questions, singleSource }, { cuts }, texts);
  expect(table.headingRows).toBe(headingRows);
  expect(table.rows.slice(0, -5).flat()).toEqual(singleSource === true ? [texts.singleSource] : []);
});
