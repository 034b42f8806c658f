import {
  buttons,
  changedWords,
  commandsOf,
  hoursFromNow,
  press,
  question,
  settled,
  withNotice,
} from '../../../app/acts.fixture.js';
import { type Answers, pageTests, personId, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { activity, meWith, mill } from '../activities.fixture.js';
import type { Activity } from '../registration/registration.model.js';
import { ProposalCard } from './proposal-card.js';

const show = pageTests();
const path = '/activities/activity-1';
type Proposal = NonNullable<Activity['proposal']>;

const proposal: Proposal = {
  proposer: { kind: 'person', id: 'person-2', name: 'Wang Fang' },
  state: 'waiting',
  reason: null,
  heads: 12,
  needed: 'Two sets of tools',
  proposedAt: hoursFromNow(-24),
};

function card(given: Partial<Proposal>, answers: Answers = {}) {
  const proposed: Activity = { ...activity, state: 'draft', proposal: { ...proposal, ...given } };
  return show(withNotice(<ProposalCard activity={proposed} />), {
    answers: { 'GET /me': meWith('officer'), 'GET /unions/union-mill': mill, ...answers },
    texts: ['activity', 'proposal'],
  });
}

describe('a worker’s proposal', () => {
  it('is sponsored by an officer of its union, once that was asked about', async () => {
    const { sent, user } = await card({}, { [`POST ${path}/sponsor`]: {} });
    expect(screen.getByText('About 12 people')).toBeTruthy();
    await screen.findByRole('button', { name: 'Sponsor and organise it' });
    await press(user, 'Sponsor and organise it');
    expect(question()).toBe('Your union becomes the organiser; the name of who proposed it stays for good.');
    await press(user, 'Not now');
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Sponsor and organise it');
    await press(user, 'Sponsor and organise it');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)).toEqual([
      { method: 'POST', path: `${path}/sponsor`, key: expect.any(String), version: '"7"', body: null },
    ]);
  });

  it('is declined for a reason, which is asked about as well', async () => {
    const { sent, user } = await card({}, { [`POST ${path}/decline-proposal`]: {} });
    const reason = await screen.findByLabelText('Reason (told to who proposed it)');
    await press(user, 'Decline');
    expect(question()).toBeNull();
    await user.type(reason, ' No room ');
    await press(user, 'Decline');
    await waitFor(() => expect(question()).toBe('Do you really want to decline this proposal?'));
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Decline');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)[0]).toMatchObject({
      path: `${path}/decline-proposal`,
      version: '"7"',
      body: { reason: 'No room' },
    });
  });

  it('is not decided by an organiser, nor by an officer of another union', async () => {
    const first = await card({}, { 'GET /me': meWith('organiser') });
    await settled();
    expect(buttons()).toEqual([]);
    first.unmount();
    const { sent } = await card({}, { 'GET /unions/union-mill': { ...mill, path: '/harbour/' } });
    await settled();
    expect(sent.map((one) => one.path)).toContain('/unions/union-mill');
    expect(buttons()).toEqual([]);
  });

  it('is proposed once more by who proposed it, after it was declined', async () => {
    const proposer = { kind: 'person', id: personId, name: 'Li Na' } as const;
    const { sent, user } = await card(
      { proposer, state: 'declined', reason: 'No room' },
      { 'GET /me': meWith(), [`POST ${path}/renew-proposal`]: {} },
    );
    expect(screen.getByText('Declined because: No room')).toBeTruthy();
    expect(await screen.findByText('You can change it and propose it again.')).toBeTruthy();
    expect(screen.getByText(/You proposed it/)).toBeTruthy();
    expect(buttons()).toEqual(['Propose again']);
    await press(user, 'Propose again');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)[0]).toMatchObject({ path: `${path}/renew-proposal`, version: '"7"', body: null });
  });

  it('is not sponsored where it was changed meanwhile', async () => {
    const { user } = await card({}, { [`POST ${path}/sponsor`]: () => refusal(412, 'VERSION_STALE') });
    await screen.findByRole('button', { name: 'Sponsor and organise it' });
    await press(user, 'Sponsor and organise it');
    await press(user, 'Sponsor and organise it');
    expect(await screen.findByText(changedWords)).toBeTruthy();
    expect(screen.queryByText('Could not be completed')).toBeNull();
  });
});
