import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import type { components } from '../../../api/schema.js';
import { DelegateForm } from './delegate-form.js';
import { DelegationSection } from './delegation-section.js';
import { OwnDelegations } from './own-delegations.js';

const show = pageTests();
const closed: string[] = [];

afterEach(() => {
  closed.length = 0;
});

const led: components['schemas']['DelegationView'] = {
  id: 'delegation-1',
  version: 1,
  matterKind: 'club',
  matterId: 'club-runners',
  matterName: 'Runners',
  personId: null,
  maskedName: 'Li *',
  isMine: false,
  mayDelegate: false,
  state: 'active',
  createdAt: '2026-11-01T02:00:00.000Z',
  createdById: null,
  createdByName: 'Wang *',
  validTo: '2026-12-31T10:00:00.000Z',
  endedAt: null,
  revokedBy: null,
  revokedById: null,
  revokedByName: null,
  note: null,
  mayRevoke: false,
};

const listOf = (items: readonly object[], mayDelegate: boolean): Answers => {
  const page = { items, nextCursor: null, mayDelegate };
  return { 'GET /delegations?matterKind=club&matterId=club-runners&limit=50': page };
};

const section = (answers: Answers) =>
  show(<DelegationSection matterKind="club" matterId="club-runners" />, { answers, texts: ['delegation'] });

describe('the representatives of a party', () => {
  it('are shown to everybody, with their end; nobody but those who may names one or revokes', async () => {
    await section(listOf([led], false));
    expect(await screen.findByText('Li *')).toBeTruthy();
    expect(screen.getByText(/^Until .*18:00/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('are revoked by whoever may, at the version that was seen, and it stands with who and when', async () => {
    const over = {
      ...led,
      id: 'delegation-2',
      state: 'revoked' as const,
      endedAt: '2026-11-20T02:00:00.000Z',
      revokedBy: 'granter' as const,
      revokedByName: 'Wang *',
    };
    const { sent, user } = await section({
      ...listOf([{ ...led, mayRevoke: true }, over], true),
      'POST /delegations/delegation-1/revoke': over,
    });
    expect(await screen.findByText(/^Revoked by Wang \* on .*10:00/)).toBeTruthy();
    await press(user, 'Revoke');
    await user.click((await screen.findAllByRole('button', { name: 'Revoke' })).at(-1) as HTMLElement);
    await waitFor(() => expect(commandsOf(sent)).toHaveLength(1));
    expect(commandsOf(sent)[0]).toMatchObject({
      path: '/delegations/delegation-1/revoke',
      version: '"1"',
    });
  });
});

describe('delegating', () => {
  const found = {
    id: 'member-1',
    personId: 'person-li',
    name: 'Li Na',
    unionName: 'Mill union',
    state: 'active',
  };
  const members = { 'GET /members?q=Li%20Na&limit=10&state=active': { items: [found], nextCursor: null } };
  async function form(answers: Answers) {
    const onClose = () => closed.push('closed');
    const part = <DelegateForm matterKind="activity" matterId="activity-1" onClose={onClose} />;
    const shown = await show(part, { answers: { ...members, ...answers }, texts: ['delegation'] });
    const { user } = shown;
    await user.type(screen.getByRole('searchbox', { name: /^Find a member/ }), 'Li Na');
    await user.click(await screen.findByRole('button', { name: /Li Na/ }));
    await user.type(screen.getByLabelText(/^Valid until \(Beijing time; optional\)/), '2099-12-31T18:00');
    return shown;
  }

  it('sends the end in Beijing, and nothing that was not said', async () => {
    const { sent, user } = await form({ 'POST /delegations': led });
    await press(user, 'Delegate');
    await waitFor(() => expect(closed).toEqual(['closed']));
    expect(commandsOf(sent).map(({ body }) => body)).toEqual([
      {
        matterKind: 'activity',
        matterId: 'activity-1',
        personId: 'person-li',
        // 18:00 at UTC+8.
        validTo: '2099-12-31T10:00:00.000Z',
      },
    ]);
  });

  it('says at the field why it is refused', async () => {
    const refused = () => refusal(422, 'DELEGATION_BEYOND_OWN', '/validTo');
    const { user } = await form({ 'POST /delegations': refused });
    await press(user, 'Delegate');
    expect(await screen.findByText('DELEGATION_BEYOND_OWN in words')).toBeTruthy();
    expect(closed).toEqual([]);
  });
});

it('shows people what is delegated to them, and lets them give it back', async () => {
  const mine = { ...led, isMine: true, mayRevoke: true, note: 'Leads the club' };
  await show(<OwnDelegations />, {
    answers: { 'GET /me/delegations?limit=50': { items: [mine], nextCursor: null } },
    texts: ['delegation'],
  });
  const link = await screen.findByRole('link', { name: 'Club “Runners”' });
  expect(link.getAttribute('href')).toBe('/parties/clubs/club-runners');
  expect(screen.getByText('Leads the club')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Give up' })).toBeTruthy();
});
