import { buttons, changedWords, press, withNotice } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { invitation } from '../activities.fixture.js';
import type { CoHost } from '../hosts/use-co-hosts.js';
import { AnswerCounter } from './answer-counter.js';

const show = pageTests();
const countered: CoHost = { ...invitation, state: 'countered', counterNote: '30 seats for us' };

function answer(answers: Answers = {}) {
  return show(withNotice(<AnswerCounter coHost={countered} />), {
    answers,
    texts: ['coHosting', 'activityForm', 'organising'],
  });
}

describe('the organiser’s answer to other terms', () => {
  it('invites the party anew on the terms that it proposed', async () => {
    const { sent, user } = await answer({ 'POST /activities/activity-1/co-hosts': {} });
    await press(user, 'Invite again on these terms');
    expect(screen.getByLabelText<HTMLTextAreaElement>('The new terms').value).toBe('30 seats for us');
    await press(user, 'Invite again on these terms');
    await waitFor(() => expect(sent.length).toBe(1));
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/activities/activity-1/co-hosts',
        key: expect.any(String),
        version: null,
        body: { party: { kind: 'union', id: 'union-mill' }, message: '30 seats for us' },
      },
    ]);
  });

  it('refuses them for a reason alone', async () => {
    const { sent, user } = await answer({ 'POST /co-host-invitations/invitation-1/withdraw': {} });
    await press(user, 'Refuse these terms');
    await press(user, 'Refuse');
    expect(await screen.findByText('Please give a reason')).toBeTruthy();
    expect(sent).toEqual([]);
    await user.type(screen.getByLabelText('Reason for declining (visible to the other party)'), 'Too many');
    await press(user, 'Refuse');
    await waitFor(() => expect(sent.length).toBe(1));
    expect(sent[0]).toMatchObject({ version: '"2"', body: { reason: 'Too many' } });
  });

  it('keeps the reason where the party has accepted meanwhile', async () => {
    const stale = () => refusal(412, 'VERSION_STALE');
    const { user } = await answer({ 'POST /co-host-invitations/invitation-1/withdraw': stale });
    await press(user, 'Refuse these terms');
    await user.type(screen.getByLabelText('Reason for declining (visible to the other party)'), 'Too many');
    await press(user, 'Refuse');
    expect(await screen.findByText(changedWords)).toBeTruthy();
    expect(
      screen.getByLabelText<HTMLTextAreaElement>('Reason for declining (visible to the other party)').value,
    ).toBe('Too many');
    expect(buttons()).toContain('Refuse');
  });
});
