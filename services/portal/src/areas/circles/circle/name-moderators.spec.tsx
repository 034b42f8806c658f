import { commandsOf, press } from '../../../app/acts.fixture.js';
import { pageTests, refusal } from '../../../app/page.fixture.js';
import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { NameModerators } from './name-moderators.js';

const show = pageTests();
const person = (id: string, name: string, act = 'nameModerator') => ({
  id,
  version: 1,
  state: 'member',
  name,
  isModerator: act === 'endModerator',
  since: '2026-11-01T00:00:00Z',
  reason: null,
  acts: [{ act }],
});
const items = [person('p1', 'Li Na'), person('p2', 'Li Wei'), person('p3', 'Li Min', 'endModerator')];
const answers = {
  'GET /circles/k1': { id: 'k1', version: 1, state: 'open', acts: [{ act: 'nameModerators' }] },
  'GET /circles/k1/people?limit=200': { items, nextCursor: null },
};
const texts = ['circle', 'membersField'] as const;

it('names several members at once, of those whom the officer may name', async () => {
  const { sent, user } = await show(<NameModerators circleId="k1" />, {
    answers: { ...answers, 'POST /circles/k1/moderators': { items: [] } },
    texts,
  });
  await user.click(await screen.findByText('Name several moderators at once'));
  await press(user, 'Make them moderators');
  expect(await screen.findByText('Please choose someone')).toBeTruthy();
  const find = screen.getByRole('searchbox', { name: 'Find a member by name' });
  for (const name of ['Li Na', 'Li Wei']) {
    await user.type(find, 'li');
    await user.click(await screen.findByRole('button', { name }));
  }
  await user.type(find, 'min');
  expect(await screen.findByText(/Nothing/)).toBeTruthy();
  await press(user, 'Make them moderators');
  await waitFor(() =>
    expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
      ['/circles/k1/moderators', { personIds: ['p1', 'p2'] }],
    ]),
  );
});

it('says why nobody was named', async () => {
  const { user } = await show(<NameModerators circleId="k1" />, {
    answers: {
      ...answers,
      'POST /circles/k1/moderators': () => refusal(409, 'CIRCLE_MODERATORS_MAX'),
    },
    texts,
  });
  await user.click(await screen.findByText('Name several moderators at once'));
  await user.type(screen.getByRole('searchbox', { name: 'Find a member by name' }), 'na');
  await user.click(await screen.findByRole('button', { name: 'Li Na' }));
  await press(user, 'Make them moderators');
  expect(await screen.findByText('CIRCLE_MODERATORS_MAX in words')).toBeTruthy();
});
