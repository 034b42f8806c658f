import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { pageTests } from '../../../app/page.fixture.js';
import { VisitPage } from './visit-page.js';

const show = pageTests();
const page = (
  <Routes>
    <Route path="/visits/:visitId" element={<VisitPage />} />
  </Routes>
);
const visit = {
  id: 'v1',
  version: 2,
  state: 'promised',
  reason: 'sickness',
  visitedOn: '2026-11-20',
  personName: 'Z*',
  unionName: 'River union',
  followUpOn: '2026-12-04',
  own: false,
  personId: 'p1',
  visitors: [{ personId: 'p2', name: 'L*' }],
  brought: 'Rice',
  amount: { amount: '50000', currency: 'CNY' },
  matterNumber: 'A1',
  paid: { amount: '0', currency: 'CNY' },
  found: 'Well again',
  promised: 'Meals',
  outcome: null,
  followedUpAt: null,
  withdrawnFor: null,
  enteredByName: 'L*',
  enteredAt: '2026-11-20T08:00:00.000Z',
  acts: [{ act: 'followUp' }],
};
const done = { ...visit, version: 3, state: 'done', outcome: 'Arranged', acts: [] };

it('says what was promised, and is seen to once somebody says what became of it', async () => {
  const { user, sent } = await show(page, {
    answers: { 'GET /visits/v1': visit, 'POST /visits/v1/follow-up': done },
    at: '/visits/v1',
    texts: ['visit'],
  });
  expect(await screen.findByText('Meals')).toBeTruthy();
  expect(screen.getByText('¥500.00')).toBeTruthy();
  const label = screen.getByRole('textbox', { name: 'What became of it' });
  await user.type(label, 'Arranged');
  await user.click(screen.getByRole('button', { name: 'It is seen to' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'It is seen to' }));
  expect(sent.find(({ method }) => method === 'POST')).toMatchObject({
    path: '/visits/v1/follow-up',
    version: '"2"',
    body: { outcome: 'Arranged' },
  });
  expect(screen.queryByText('Take this visit back')).toBeNull();
});

it('is for its person to read, and leads back to their own visits', async () => {
  await show(page, {
    answers: { 'GET /visits/v1': { ...visit, own: true, personId: null, acts: [] } },
    at: '/visits/v1',
    texts: ['visit'],
  });
  expect(await screen.findByText('Well again')).toBeTruthy();
  expect(screen.getByText(/only you, those who went/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'It is seen to' })).toBeNull();
});
