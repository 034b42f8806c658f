import { changedWords, commandsOf, press, question, withNotice } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { activity } from '../activities.fixture.js';
import { CancelSection } from './cancel-section.js';
import type { CancellationEffect } from './cancellation-effects.js';

const show = pageTests();
const path = '/activities/activity-1';

const effect: CancellationEffect = {
  activityId: 'activity-1',
  activityVersion: 7,
  phase: 'signUpOpen',
  problem: null,
  seats: { confirmed: 4, companions: 0, held: 0, waiting: 1, checkedIn: 0 },
  draw: null,
  coHosts: [{ kind: 'union', id: 'union-harbour', name: 'Harbour union' }],
  invitations: 0,
  tasks: 0,
  reminders: 0,
  loan: null,
  agreement: null,
  endsPendingAgreement: false,
  notices: { participants: 5, entrants: 0, hosts: 2 },
};

function section(answers: Answers) {
  return show(withNotice(<CancelSection activity={activity} />), {
    answers: { [`GET ${path}/cancellation-effect`]: effect, ...answers },
    texts: ['activity', 'life', 'activityForm', 'organising'],
  });
}

describe('an activity that is cancelled', () => {
  it('says before whose seats are void and who is told, and asks with their number', async () => {
    const { sent, user } = await section({ [`POST ${path}/cancel`]: {} });
    expect(await screen.findByText('People with a seat: 4. Their seats are void.')).toBeTruthy();
    expect(screen.getByText('Told: Harbour union.')).toBeTruthy();
    await press(user, 'Cancel the activity');
    expect(await screen.findByText('Please give a reason')).toBeTruthy();
    expect(question()).toBeNull();
    await user.type(screen.getByLabelText(/^Why/), ' Storm ');
    await press(user, 'Cancel the activity');
    // 5 who take part, nobody in a draw, 2 who speak for hosts.
    await waitFor(() =>
      expect(question()).toBe('Cancel this activity? 7 people are notified; this cannot be undone.'),
    );
    await press(user, 'Not now');
    expect(commandsOf(sent)).toEqual([]);
    await press(user, 'Cancel the activity');
    await waitFor(() => expect(question()).not.toBeNull());
    await press(user, 'Cancel the activity');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)).toEqual([
      {
        method: 'POST',
        path: `${path}/cancel`,
        key: expect.any(String),
        version: '"7"',
        body: { reason: 'Storm' },
      },
    ]);
  });

  it('is shown to nobody who may not cancel it', async () => {
    const { sent, container } = await section({
      [`GET ${path}/cancellation-effect`]: () => refusal(403, 'NOT_PERMITTED'),
    });
    await waitFor(() => expect(sent.length).toBe(1));
    await waitFor(() => expect(container.querySelector('section')).toBeNull());
  });

  it('cannot be cancelled any more once it is closed', async () => {
    await section({ [`GET ${path}/cancellation-effect`]: { ...effect, problem: 'ACTIVITY_CLOSED' } });
    expect(await screen.findByText('People with a seat: 4. Their seats are void.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cancel the activity' })).toBeNull();
  });

  it('keeps the reason where somebody else has changed the activity', async () => {
    const { user } = await section({ [`POST ${path}/cancel`]: () => refusal(412, 'VERSION_STALE') });
    await user.type(await screen.findByLabelText(/^Why/), 'Storm');
    await press(user, 'Cancel the activity');
    await waitFor(() => expect(question()).not.toBeNull());
    await press(user, 'Cancel the activity');
    expect(await screen.findByText(changedWords)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Why/).value).toBe('Storm');
  });
});
