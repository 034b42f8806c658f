import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import { Ballot } from './ballot.js';
import type { WorksCall } from './call.model.js';

const show = pageTests();
const call = {
  id: 'c1',
  version: 5,
  state: 'judging',
  votesPerPerson: 2,
  judgeUntil: '2026-12-31T10:00:00.000Z',
  chosenIds: ['w1'],
} as unknown as WorksCall;
const work = (id: string, title: string, isMine = false) => ({ id, title, isMine, coverId: null });

it('takes as many choices as each voter has, none for a work of their own, and replaces what was chosen', async () => {
  const { user, sent } = await show(<Ballot call={call} />, {
    answers: {
      'GET /works-calls/c1/works?state=admitted&limit=200': {
        items: [work('w1', 'Fire'), work('w2', 'Lane'), work('w3', 'Own', true), work('w4', 'Square')],
        nextCursor: null,
      },
      'PUT /works-calls/c1/ballot': { ...call, chosenIds: ['w1', 'w2'] },
    },
    texts: ['works'],
  });
  const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
  expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: /Fire/ })).checked).toBe(true);
  expect([box(/Own/), box(/Square/)].map(({ disabled }) => disabled)).toEqual([true, false]);
  await user.click(box(/Lane/));
  expect(box(/Square/).disabled).toBe(true);
  expect(screen.getByText(/2 of 2 chosen/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Change my vote' }));
  expect(sent.find(({ method }) => method === 'PUT')).toMatchObject({
    path: '/works-calls/c1/ballot',
    body: { workIds: ['w1', 'w2'] },
  });
});
