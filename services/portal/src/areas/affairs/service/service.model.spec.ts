import { expect, it } from '@jest/globals';
import { complaintServiceId } from '@gongxiang/domain/complaints';
import { answersIn, failingSteps, questionsFor, topicWordsOf } from './service.model.js';

it.each([
  ['工资、拖欠，奖金; 工资', ['工资', '拖欠', '奖金']],
  ['  ', []],
  ['加班费、', ['加班费']],
])('the words of a topic are read from what is typed: “%s”', (text, words) => {
  expect(topicWordsOf(text)).toEqual(words);
});

it('an outcome may need a step to have failed that can fail and that it does not need to pass', () => {
  const steps = [
    { id: 'check', kind: 'record', label: '初审' },
    { id: 'vote', kind: 'ballot', label: '表决' },
    { id: 'ruling', kind: 'outsideDecision', label: '裁定' },
  ] as const;
  const failing = failingSteps(steps, { id: 'refused', label: '未获赔付', needs: ['vote'] });
  expect(failing.map(({ id }) => id)).toEqual(['ruling']);
});

it('a link answers questions of one line that are there, and no longer than an answer may be', () => {
  const questions = [
    { id: 'page', kind: 'shortText', title: '页面', required: false },
    { id: 'text', kind: 'longText', title: '内容', required: true },
    { id: 'far', kind: 'shortText', title: '别处', required: false },
  ] as const;
  const search = new URLSearchParams({
    page: '/activities',
    text: '别人写的',
    far: '长'.repeat(101),
    other: '1',
  });
  expect(answersIn(search, { questions: [...questions] })).toEqual({ page: '/activities' });
});

it('on which page one was is asked only of whoever came from one', () => {
  const questions = [
    { id: 'text', kind: 'longText', title: '内容', required: true },
    { id: 'page', kind: 'shortText', title: '页面', required: false },
  ] as const;
  const idsFor = (id: string, known: Record<string, string>) =>
    questionsFor({ id, questions: [...questions] }, known).map((one) => one.id);
  expect(idsFor(complaintServiceId, {})).toEqual(['text']);
  expect(idsFor(complaintServiceId, { page: '/my' })).toEqual(['text', 'page']);
  expect(idsFor('another', {})).toEqual(['text', 'page']);
});
