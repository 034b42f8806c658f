import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import type { RoleName } from '../../../session/use-offices.js';
import { changedIsTold, fen, harbour, mill, moneyTests, posted, union } from '../money.fixture.js';
import { SubsidyActs } from './subsidy-acts.js';
import type { Subsidy } from './subsidy.model.js';

const open = moneyTests();
const texts = ['money', 'subsidy', 'subsidyGiven'] as const;

/** The reader's roles are at Harbour Union. */
const got = {
  id: 'subsidy',
  version: 3,
  programmeId: 'programme',
  programmeTitle: 'Hikes 2026',
  applicationId: 'application',
  title: 'Autumn hike',
  giverUnionId: mill.id,
  giverUnionName: mill.name,
  receiverUnionId: harbour.id,
  receiverUnionName: harbour.name,
  activityId: null,
  activityTitle: null,
  state: 'offered',
  payment: 'bank',
  granted: fen('300000'),
  drawn: fen('0'),
  returned: fen('0'),
  left: fen('300000'),
  reportDueAt: '2026-12-31T08:00:00Z',
  overdue: false,
  createdAt: '2026-10-01T08:00:00Z',
  conditions: 'At least two unions',
  needsReceipts: true,
  acceptedAt: null,
  bankReference: null,
  sentAt: null,
  receivedAt: null,
  entryId: null,
  report: null,
  reason: null,
  moves: [],
} satisfies Subsidy;
const given = {
  ...got,
  giverUnionId: harbour.id,
  giverUnionName: harbour.name,
  receiverUnionId: mill.id,
  receiverUnionName: mill.name,
} satisfies Subsidy;

const shown = (subsidy: Subsidy, roles: readonly RoleName[], answers = {}) =>
  open(<SubsidyActs subsidy={subsidy} />, {
    roles,
    texts,
    answers: {
      [`GET /unions/${mill.id}`]: { ...union, id: mill.id, name: mill.name, path: '1.3.' },
      ...answers,
    },
  });

describe('the next step of a subsidy', () => {
  it('the receiver accepts its conditions, after being asked once', async () => {
    const path = '/subsidies/subsidy/accept';
    const { press, asked, reply, acts } = await shown(got, ['finance'], { [`POST ${path}`]: got });
    await press('Accept the conditions');
    expect(asked()).toContain('It is then used as agreed, and reported on in time');
    expect(acts()).toEqual([]);
    await reply('Accept the conditions');
    await waitFor(() => expect(acts()).toEqual([posted(path, 3)]));
  });

  it('the receiver does without it for a reason, unless somebody else was first', async () => {
    const path = '/subsidies/subsidy/decline';
    const { press, write, asked, reply, acts } = await shown(got, ['officer'], {
      [`POST ${path}`]: () => refusal(412, 'VERSION_STALE'),
    });
    await write('Why you do without it', 'The hike was cancelled');
    await press('Do without it');
    expect(asked()).toContain('This cannot be undone');
    await reply('Do without it');
    await changedIsTold();
    expect(acts()).toEqual([posted(path, 3, { reason: 'The hike was cancelled' })]);
  });

  it('the giver cannot accept it, and records the transfer with the number of the bank', async () => {
    const path = '/subsidies/subsidy/confirm-sent';
    const first = await shown(given, ['finance']);
    await screen.findByText(/once the receiver has accepted the conditions/);
    expect(screen.queryAllByRole('button')).toEqual([]);
    first.unmount();
    const { press, write, acts } = await shown({ ...given, state: 'accepted' }, ['finance'], {
      [`POST ${path}`]: () => refusal(422, 'REFERENCE_USED', '/bankReference'),
    });
    await write('Reference of the bank', 'ICBC-7');
    await press('It was transferred');
    expect(await screen.findByText('REFERENCE_USED in words')).toBeTruthy();
    expect(acts()).toEqual([posted(path, 3, { bankReference: 'ICBC-7' })]);
  });

  it('the receiver says that it has arrived once it was sent', async () => {
    const path = '/subsidies/subsidy/confirm-received';
    const accepted = { ...got, state: 'accepted' } satisfies Subsidy;
    const first = await shown(accepted, ['finance']);
    await screen.findByText(/The giver transfers it/);
    expect(screen.queryAllByRole('button')).toEqual([]);
    first.unmount();
    const sent = { ...accepted, sentAt: '2026-10-05T08:00:00Z' };
    const { press, asked, reply, acts } = await shown(sent, ['finance'], { [`POST ${path}`]: sent });
    await press('It has arrived');
    expect(asked()).toContain('Has the money arrived?');
    await reply('It has arrived');
    await waitFor(() => expect(acts()).toEqual([posted(path, 3)]));
  });

  it('only an approver of the giver claims back what is left, with a reason and after a question', async () => {
    const path = '/subsidies/subsidy/claw-back';
    const accounted = { ...given, state: 'accounted' } satisfies Subsidy;
    const first = await shown(accounted, ['finance']);
    await screen.findByText(/An approver of the giver claims back/);
    expect(screen.queryAllByRole('button')).toEqual([]);
    first.unmount();
    const { press, write, asked, reply, acts } = await shown(accounted, ['approver'], {
      [`POST ${path}`]: accounted,
    });
    await write('Why it is claimed back', 'Half was used');
    await press('Claim back what is left');
    expect(asked()).toContain('becomes a debt to the giver');
    await reply('Claim back what is left');
    await waitFor(() => expect(acts()).toEqual([posted(path, 3, { reason: 'Half was used' })]));
  });
});
