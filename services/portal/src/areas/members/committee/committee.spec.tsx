import { buttons, commandsOf, press } from '../../../app/acts.fixture.js';
import { pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { Election } from './committee-parts.js';
import { ElectionActs } from './election-page.js';
import { FileElection } from './file-election.js';
import { PublicCommittees } from './public-committees.js';

const show = pageTests();
const texts = ['committee'] as const;

const election: Election = {
  id: 'election-1',
  version: 3,
  state: 'waiting',
  form: 'term',
  unionId: 'union-1',
  unionName: 'Harbour union',
  kind: 'union',
  heldOn: '2026-11-16',
  entitled: 120,
  present: 96,
  toDay: '2031-11-15',
  seats: [{ id: 'seat-1', office: 'chair', name: 'Wang Li', vacant: false, fromDay: null }],
  replaces: null,
  proposedAt: '2026-11-20T01:00:00Z',
  decidedAt: null,
  approvalNumber: null,
  refusal: null,
  acts: [],
};

describe('what may be done with an election', () => {
  const acts = (...names: Election['acts']) =>
    show(<ElectionActs election={{ ...election, acts: names }} />, {
      answers: { 'POST /committee-elections/election-1/approve': () => refusal(409, 'COMMITTEE_ENDED') },
      texts: [...texts],
    });

  it('is withdrawing for whoever has filed it, and nothing for others', async () => {
    await acts('withdraw');
    expect(buttons()).toEqual(['Withdraw']);
  });

  it('is approving with a number for the union above, which reads why that did not work', async () => {
    const { sent, user } = await acts('approve', 'refuse');
    expect(buttons()).toEqual(['Approve', 'Refuse']);
    await press(user, 'Approve');
    expect(await screen.findByText('Please enter the number of the reply')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
    await user.type(screen.getByLabelText('Number of the reply'), ' 2026-18 ');
    await press(user, 'Approve');
    await waitFor(() => expect(commandsOf(sent)).toHaveLength(1));
    expect(commandsOf(sent)[0]?.body).toEqual({ approvalNumber: '2026-18' });
    expect(await screen.findByText('COMMITTEE_ENDED in words')).toBeTruthy();
  });
});

describe('the form of an election', () => {
  it('asks for the committee, its term, when it was held, and each who was elected', async () => {
    const { sent, user } = await show(<FileElection unionId="union-1" onClose={() => undefined} />, {
      texts: [...texts],
    });
    await press(user, 'Add another person');
    expect(screen.getAllByLabelText('Office')).toHaveLength(2);
    await user.type(screen.getByLabelText('Present'), 'many');
    await press(user, 'Send to the parent union');
    for (const text of [
      'Please choose a committee',
      'Please choose the term',
      'Please enter the day of the election',
      'Please enter how many were present',
    ])
      expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
    expect(screen.getAllByText('Please choose the member who was elected')).toHaveLength(2);
    expect(commandsOf(sent)).toEqual([]);
  });
});

describe('the committees on the public page of a union', () => {
  const path = 'GET /public/unions/union-1/committees';

  it('say who speaks for it, and until when', async () => {
    const seats = [
      { office: 'chair', name: 'Wang Li' },
      { office: 'member', name: 'Z***' },
      { office: 'member', name: 'Z***' },
    ];
    const items = [{ kind: 'union', fromDay: '2026-11-16', toDay: '2031-11-15', seats }];
    await show(<PublicCommittees unionId="union-1" />, { answers: { [path]: { items } }, texts: [...texts] });
    expect(await screen.findByText('Wang Li')).toBeTruthy();
    expect(screen.getAllByText('Z***')).toHaveLength(2);
    expect(screen.getByText(/2031/)).toBeTruthy();
  });

  it('are left out where none is on record', async () => {
    await show(<PublicCommittees unionId="union-1" />, {
      answers: { [path]: { items: [] } },
      texts: [...texts],
    });
    await waitFor(() => expect(screen.queryByText('Committees')).toBeNull());
  });
});
