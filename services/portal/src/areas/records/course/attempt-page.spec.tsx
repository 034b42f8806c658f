import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { pageTests } from '../../../app/page.fixture.js';
import { AttemptPage } from './attempt-page.js';

const show = pageTests();
const choices = [
  { letter: 'A', text: 'Water', right: null, chosen: null },
  { letter: 'B', text: 'The switch', right: null, chosen: null },
];
const open = {
  courseId: 'c1',
  title: 'Fire',
  passPercent: 50,
  number: 1,
  state: 'open',
  begunAt: '2026-11-21T09:00:00+08:00',
  handedInAt: null,
  percent: null,
  questions: [
    { question: 2, text: 'What comes first?', several: false, choices, explanation: null },
    { question: 1, text: 'What is wrong?', several: true, choices, explanation: null },
  ],
};
const done = {
  ...open,
  state: 'failed',
  percent: 0,
  questions: open.questions.map((question) => ({
    ...question,
    explanation: 'Cut the power',
    choices: [
      { letter: 'A', text: 'Water', right: false, chosen: true },
      { letter: 'B', text: 'The switch', right: true, chosen: false },
    ],
  })),
};

it('says how many questions have no answer before it is handed in, and what is right afterwards', async () => {
  let attempt: object = open;
  const { user, sent } = await show(
    <Routes>
      <Route path="/courses/:courseId/attempts/:number" element={<AttemptPage />} />
    </Routes>,
    {
      at: '/courses/c1/attempts/1',
      answers: {
        'GET /courses/c1/attempts/1': () => attempt,
        'POST /courses/c1/attempts/1/hand-in': () => {
          attempt = done;
          return done;
        },
      },
      texts: ['course'],
    },
  );
  const first = await screen.findByRole('group', { name: '1. What comes first?' });
  await user.click(within(first).getByRole('radio', { name: 'A. Water' }));
  await user.click(screen.getByRole('button', { name: 'Hand it in' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('1 question has no answer and counts as wrong.');
  await user.click(within(dialog).getByRole('button', { name: 'Hand it in' }));
  expect(await screen.findByText('Not passed: 0% right (50% to pass).')).toBeTruthy();
  expect(screen.getAllByText('Explanation: Cut the power')).toHaveLength(2);
  expect(sent.find(({ method }) => method === 'POST')).toMatchObject({
    path: '/courses/c1/attempts/1/hand-in',
    body: { answers: [{ question: 2, choices: ['A'] }] },
  });
});
