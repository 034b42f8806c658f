import { expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import { AttemptResult } from './attempt-result.js';
import type { Attempt } from './course.model.js';
import { QuizForm } from './quiz-form.js';

const show = pageTests();
const attempt: Attempt = {
  courseId: 'c1',
  title: 'Fire',
  passPercent: 50,
  number: 1,
  state: 'open',
  begunAt: '2026-11-21T09:00:00+08:00',
  handedInAt: null,
  percent: null,
  questions: [2, 1].map((question) => ({
    question,
    text: `Question ${question}`,
    several: question === 1,
    choices: [
      { letter: 'A', text: 'Water', right: null, chosen: null },
      { letter: 'B', text: 'The switch', right: null, chosen: null },
    ],
    explanation: null,
  })),
};

it('says how many questions have no answer before it is handed in, by the numbers of the course', async () => {
  const { user, sent } = await show(<QuizForm attempt={attempt} />, {
    answers: { 'POST /courses/c1/attempts/1/hand-in': attempt },
    texts: ['course'],
  });
  const first = screen.getByRole('group', { name: '1. Question 2' });
  await user.click(within(first).getByRole('radio', { name: 'B. The switch' }));
  // The one of the form stands before the one of its question.
  const [submit] = screen.getAllByRole('button', { name: 'Submit it' });
  if (submit !== undefined) await user.click(submit);
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('1 question has no answer and counts as wrong.');
  await user.click(within(dialog).getByRole('button', { name: 'Submit it' }));
  await waitFor(() => expect(sent.some(({ method }) => method === 'POST')).toBe(true));
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
    answers: [{ question: 2, choices: ['B'] }],
  });
});

it('says what was right and why once it is handed in, and how many attempts are left', async () => {
  const questions = attempt.questions.map((question) => ({
    ...question,
    choices: [
      { letter: 'A' as const, text: 'Water', right: false, chosen: true },
      { letter: 'B' as const, text: 'The switch', right: true, chosen: false },
    ],
    explanation: 'cut the power',
  }));
  await show(<AttemptResult attempt={{ ...attempt, state: 'failed', percent: 0, questions }} />, {
    answers: {
      'GET /courses/c1': {
        attemptsMax: 3,
        progress: { lessonsRead: 1, attempts: [{}], certificateNumber: null, recordId: null },
      },
    },
    texts: ['course'],
  });
  expect(screen.getByText('Not passed: 0% right (50% to pass).')).toBeTruthy();
  expect(screen.getAllByText('Explanation: cut the power')).toHaveLength(2);
  expect(await screen.findByText('2 attempts left.')).toBeTruthy();
});
