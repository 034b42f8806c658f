import { changedWords, commandsOf, press, question, withNotice } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { AnswerAt } from '../../../api/use-read.js';
import { invitation } from '../activities.fixture.js';
import { LeavingPart } from './leaving-part.js';

type Leaving = AnswerAt<'/activities/{activityId}/co-hosts/{coHostId}/leaving'>;

const show = pageTests();
const path = '/activities/activity-1/co-hosts/invitation-1';

const leaving: Leaving = {
  coHostId: 'invitation-1',
  activityId: 'activity-1',
  party: invitation.party,
  activityVersion: 7,
  problem: null,
  until: '2099-03-02T18:00:00+08:00',
  pools: [],
  caps: [],
  tasks: [{ id: 'task-1', title: 'Bring the tools', dueOn: null }],
  loans: [],
  cost: null,
  endsAgreement: true,
};

async function part(given: Partial<Leaving>, answers: Answers = {}) {
  const shown = await show(
    withNotice(<LeavingPart coHost={{ ...invitation, state: 'accepted' }} onBack={() => undefined} />),
    {
      answers: { [`GET ${path}/leaving`]: { ...leaving, ...given }, ...answers },
      texts: ['coHosting', 'activityForm', 'organising'],
    },
  );
  await screen.findByText('Bring the tools');
  return shown;
}

describe('a co-host that leaves', () => {
  it('reads first what becomes of agreement and tasks, and until when it may', async () => {
    await part({});
    expect(screen.getByText(/^Co-hosts may leave until .*18:00/)).toBeTruthy();
    expect(
      screen.getByText(
        /^The current agreement ends immediately\. The activity still takes place; costs can be split once the remaining parties have signed a new one\./,
      ),
    ).toBeTruthy();
  });

  it('leaves for a reason, once it was asked for whom', async () => {
    const { sent, user } = await part({}, { [`POST ${path}/leave`]: {} });
    await press(user, 'Leave');
    expect(await screen.findByText('Please give a reason')).toBeTruthy();
    expect(question()).toBeNull();
    await user.type(screen.getByLabelText('Reason (visible to the other hosts)'), 'We move');
    await press(user, 'Leave');
    await waitFor(() =>
      expect(question()).toMatch(/^Withdraw Mill union from co-hosting\? This cannot be undone/),
    );
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Leave');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)).toEqual([
      {
        method: 'POST',
        path: `${path}/leave`,
        key: expect.any(String),
        version: '"2"',
        body: { reason: 'We move' },
      },
    ]);
  });

  it('stays where the time is over', async () => {
    await part({ problem: 'CO_HOST_LEAVE_CLOSED' });
    expect(screen.getByText('It is too late to leave.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Leave' })).toBeNull();
  });

  it('keeps the reason where something has changed meanwhile', async () => {
    const { user } = await part({}, { [`POST ${path}/leave`]: () => refusal(412, 'VERSION_STALE') });
    await user.type(screen.getByLabelText('Reason (visible to the other hosts)'), 'We move');
    await press(user, 'Leave');
    await waitFor(() => expect(question()).not.toBeNull());
    await press(user, 'Leave');
    expect(await screen.findByText(changedWords)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reason (visible to the other hosts)').value).toBe(
      'We move',
    );
  });
});
