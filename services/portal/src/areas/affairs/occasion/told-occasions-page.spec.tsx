import { press } from '../../../app/acts.fixture.js';
import { pageTests } from '../../../app/page.fixture.js';
import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { ToldOccasionsPage } from './told-occasions-page.js';

const show = pageTests();
const told = {
  personId: 'p1',
  personName: 'Li Na',
  kind: 'birth',
  on: '2026-05-12',
  state: 'due',
  serviceName: 'Visits',
  matterId: null,
  reason: null,
  doneByName: null,
  doneAt: null,
  openable: true,
  visits: [],
  ownMatters: 0,
  bound: null,
  boundSource: null,
};

it('shows what waits of all that members have told, whatever its month, and the rest if asked', async () => {
  const { sent, user } = await show(
    <Routes>
      <Route path="/occasions/told/:unionId" element={<ToldOccasionsPage />} />
    </Routes>,
    {
      at: '/occasions/told/u1',
      answers: {
        'GET /unions/u1/occasions?told=true&state=due&limit=50': { items: [told], nextCursor: null },
        'GET /unions/u1/occasions?told=true&limit=50': { items: [], nextCursor: null },
        'POST /unions/u1/occasions/skips': { ...told, state: 'skipped' },
      },
      texts: ['occasion', 'matter'],
    },
  );
  expect(await screen.findByRole('heading', { name: 'Li Na' })).toBeTruthy();
  await press(user, 'No visit needed: Li Na, Birth of a child');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Progress' }), 'All');
  expect(await screen.findByText('Nothing to show.')).toBeTruthy();
  await waitFor(() =>
    expect(sent.map(({ path }) => path)).toContain('/unions/u1/occasions?told=true&limit=50'),
  );
});
