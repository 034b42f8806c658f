import { beforeAll, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { press } from '../../../app/acts.fixture.js';
import { pageTests } from '../../../app/page.fixture.js';
import { ListFileButtons } from './list-file-buttons.js';

const show = pageTests();

beforeAll(() => {
  // Missing in this DOM.
  Object.assign(URL, { createObjectURL: () => 'blob:list', revokeObjectURL: () => undefined });
});

it('a list is saved by one word, Export, in the format and with the filters that are chosen', async () => {
  const path = '/activities/a1/lists/registrations?state=confirmed&format=csv';
  const buttons = <ListFileButtons activityId="a1" list="registrations" filter={{ state: 'confirmed' }} />;
  const { sent, user } = await show(buttons, {
    answers: { [`GET ${path}`]: () => new Response('rows', { headers: { 'Content-Type': 'text/csv' } }) },
    texts: ['checkIn'],
  });
  expect(screen.getByText('Export')).toBeTruthy();
  await user.click(screen.getByText('Export'));
  await press(user, 'CSV file (.csv)');
  await waitFor(() => expect(sent.map(({ path: asked }) => asked)).toContain(path));
});
