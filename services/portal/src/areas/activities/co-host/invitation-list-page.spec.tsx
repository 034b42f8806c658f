import { changedWords, commandsOf, press, question, withNotice } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { invitation, meWith } from '../activities.fixture.js';
import type { CoHost } from '../hosts/use-co-hosts.js';
import { InvitationListPage } from './invitation-list-page.js';

const show = pageTests();
const path = '/co-host-invitations/invitation-1';

async function page(given: Partial<CoHost>, answers: Answers = {}) {
  const items = [{ ...invitation, ...given }];
  const shown = await show(withNotice(<InvitationListPage />), {
    answers: {
      'GET /me': meWith('officer'),
      'GET /co-host-invitations?limit=50': { items, nextCursor: null },
      ...answers,
    },
    texts: ['activity', 'activityForm', 'organising'],
  });
  await screen.findByText('Repairing bicycles');
  return shown;
}

describe('an invitation to co-host', () => {
  it('is accepted for the party that it names, once that was asked about', async () => {
    const { sent, user } = await page({}, { [`POST ${path}/accept`]: {} });
    expect(screen.getByText('Let us do it together')).toBeTruthy();
    await press(user, 'Accept');
    expect(question()).toMatch(/^Accept for Mill union\? .*binds only once it is signed\.$/);
    await press(user, 'Not now');
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Accept');
    await press(user, 'Accept');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)).toEqual([
      { method: 'POST', path: `${path}/accept`, key: expect.any(String), version: '"2"', body: null },
    ]);
  });

  it('is declined for a reason that the organiser reads, and not without', async () => {
    const { sent, user } = await page(
      {},
      { [`POST ${path}/decline`]: () => refusal(422, 'TOO_SHORT', '/reason') },
    );
    await press(user, 'Decline');
    await screen.findByLabelText('Why (the organiser will read it)');
    await press(user, 'Decline');
    expect(await screen.findByText('Please give a reason')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
    await user.type(screen.getByLabelText('Why (the organiser will read it)'), ' No time ');
    await press(user, 'Decline');
    expect(await screen.findByText('TOO_SHORT in words')).toBeTruthy();
    expect(screen.queryByText('Could not be declined')).toBeNull();
    expect(commandsOf(sent)).toMatchObject([
      { path: `${path}/decline`, version: '"2"', body: { reason: 'No time' } },
    ]);
  });

  it('is answered by other terms, which leave it open', async () => {
    const { sent, user } = await page({}, { [`POST ${path}/counter-propose`]: {} });
    await press(user, 'Propose other terms');
    await user.type(
      await screen.findByLabelText(/^Your terms for co-hosting \(visible to the organiser\)/),
      '30 seats for us',
    );
    await press(user, 'Propose');
    await waitFor(() =>
      expect(screen.queryByLabelText(/^Your terms for co-hosting \(visible to the organiser\)/)).toBeNull(),
    );
    expect(commandsOf(sent)).toMatchObject([
      { path: `${path}/counter-propose`, version: '"2"', body: { note: '30 seats for us' } },
    ]);
  });

  it('takes no second counter-proposal, and no answer once it is answered', async () => {
    const first = await page({ state: 'countered', counterNote: '30 seats for us' });
    expect(screen.getByText('We propose: 30 seats for us')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Propose other terms' })).toBeNull();
    first.unmount();
    await page({ state: 'accepted' });
    expect(screen.queryByRole('button', { name: 'Decline' })).toBeNull();
    expect(screen.getByRole('link', { name: 'To the agreement' })).toBeTruthy();
  });

  it('is read anew where the organiser has withdrawn it meanwhile', async () => {
    const list = [{ ...invitation }, { ...invitation, version: 3, state: 'withdrawn' as const }];
    const { user } = await page(
      {},
      {
        'GET /co-host-invitations?limit=50': () => ({
          items: [list.length > 1 ? list.shift() : list[0]],
          nextCursor: null,
        }),
        [`POST ${path}/accept`]: () => refusal(412, 'VERSION_STALE'),
      },
    );
    await press(user, 'Accept');
    await press(user, 'Accept');
    expect(await screen.findByText(changedWords)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Decline' })).toBeNull());
  });
});
