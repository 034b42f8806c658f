import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import { JudgedWork } from './judged-work.js';

const show = pageTests();
const work = {
  id: 'w1',
  version: 2,
  title: 'Fire',
  text: 'At four in the morning.',
  files: [
    { id: 'f1', name: 'by Zhang San.pdf', contentType: 'application/pdf', bytes: 2_048, hasPreview: false },
  ],
  coverId: null,
  isMine: false,
  authorName: null,
  unionName: null,
  isScored: false,
  points: [],
  acts: [{ act: 'score' }],
};
const criteria = [
  { name: 'Idea', weight: 6_000 },
  { name: 'Craft', weight: 4_000 },
];

it('a juror gives points for each criterion, and reads no name in the name of a file', async () => {
  const scored: string[] = [];
  const { user, sent } = await show(
    <JudgedWork workId="w1" criteria={criteria} onScored={() => scored.push('w1')} />,
    {
      answers: {
        'GET /works/w1': work,
        'PUT /works/w1/score': { ...work, isScored: true },
      },
      texts: ['works'],
    },
  );
  expect(await screen.findByRole('button', { name: 'Save File 1' })).toBeTruthy();
  expect(document.body.textContent).not.toContain('Zhang San');
  await user.type(screen.getByLabelText('Idea (60%)'), '80');
  await user.type(screen.getByLabelText('Craft (40%)'), '90');
  expect(screen.getByText('Weighed: 84 points')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save the points' }));
  await waitFor(() => expect(scored).toEqual(['w1']));
  expect(sent.find(({ method }) => method === 'PUT')).toMatchObject({
    path: '/works/w1/score',
    body: {
      points: [
        { criterion: 0, points: 80 },
        { criterion: 1, points: 90 },
      ],
    },
  });
});
