import { commandsOf, press } from '../../../app/acts.fixture.js';
import { pageTests } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { Occasion } from './occasion.model.js';
import { OccasionItem } from './occasion-item.js';

const show = pageTests();
const texts = ['occasion', 'matter'] as const;
const due: Occasion = {
  personId: 'p1',
  personName: 'Li Na',
  kind: 'birthday',
  on: '2026-11-12',
  state: 'due',
  serviceName: 'Visits',
  matterId: null,
  reason: null,
  doneBy: null,
  doneByName: null,
  doneAt: null,
  openable: true,
  visits: [{ kind: 'wedding', on: '2026-05-01', matterState: 'closed' }],
  ownMatters: 1,
  bound: null,
  boundSource: null,
};

describe('somebody to visit', () => {
  it('is shown with what was done this year, and gets a matter after one question', async () => {
    const { sent, user } = await show(<OccasionItem occasion={due} unionId="u1" />, {
      answers: { 'POST /unions/u1/occasions/matters': [201, { ...due, state: 'opened', matterId: 'm1' }] },
      texts,
    });
    expect(await screen.findByText(/Visits of this year: Wedding/)).toBeTruthy();
    expect(screen.getByText(/sent 1 such matter/)).toBeTruthy();
    await press(user, 'Open a matter: Li Na, Birthday');
    await user.click(within(await screen.findByRole('dialog', { hidden: true })).getByText('Open a matter'));
    await waitFor(() =>
      expect(commandsOf(sent).map(({ path, body }) => [path, body])).toEqual([
        ['/unions/u1/occasions/matters', { personId: 'p1', kind: 'birthday', on: '2026-11-12' }],
      ]),
    );
  });

  it('is left out with a reason, which has to be said', async () => {
    const { sent, user } = await show(<OccasionItem occasion={due} unionId="u1" />, {
      answers: { 'POST /unions/u1/occasions/skips': { ...due, state: 'skipped' } },
      texts,
    });
    await press(user, 'No visit needed: Li Na, Birthday');
    await press(user, 'None is needed');
    expect(await screen.findByText('Please give a reason')).toBeTruthy();
    await user.type(screen.getByLabelText('Why none is needed (the member can read it)'), 'moved');
    await press(user, 'None is needed');
    await waitFor(() => expect(commandsOf(sent).at(-1)?.body).toMatchObject({ reason: 'moved' }));
  });

  it('has nothing more to do once a matter is there', async () => {
    await show(
      <OccasionItem occasion={{ ...due, state: 'opened', matterId: 'm1', openable: false }} unionId="u1" />,
      {
        texts,
      },
    );
    expect(await screen.findByRole('link', { name: 'See the matter: Li Na, Birthday' })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
