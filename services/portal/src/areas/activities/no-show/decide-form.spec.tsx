import { changedWords, hoursFromNow, press, question, withNotice } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { DecideForm } from './decide-form.js';
import type { NoShow } from './no-show.model.js';

const show = pageTests();
const path = '/no-shows/no-show-1/decision';

const noShow: NoShow = {
  id: 'no-show-1',
  version: 2,
  activityId: 'activity-1',
  occurredAt: hoursFromNow(-48),
  state: 'appealed',
  appealText: 'My child was ill',
  appealedAt: hoursFromNow(-24),
  decisionReason: null,
  decidedAt: null,
  personId: 'person-1',
  maskedName: 'Wang *',
  unionName: 'Mill union',
};

function form(answers: Answers = {}) {
  return show(withNotice(<DecideForm noShow={noShow} />), { answers, texts: ['eligibility'] });
}

describe('the decision on a no-show', () => {
  it('excuses for a reason that the member reads, and not without', async () => {
    const { sent, user } = await form({ [`POST ${path}`]: {} });
    await press(user, 'Excuse');
    expect(screen.getByText('Please give a reason')).toBeTruthy();
    expect(sent).toEqual([]);
    await user.type(screen.getByLabelText('Reason (the member reads it)'), ' A child comes first ');
    await press(user, 'Excuse');
    await waitFor(() => expect(sent.length).toBe(1));
    expect(sent).toEqual([
      {
        method: 'POST',
        path,
        key: expect.any(String),
        version: '"2"',
        body: { excused: true, reason: 'A child comes first' },
      },
    ]);
  });

  it('asks once before it upholds, as that is final', async () => {
    const { sent, user } = await form({ [`POST ${path}`]: {} });
    await user.type(screen.getByLabelText('Reason (the member reads it)'), 'They wrote too late');
    await press(user, 'Uphold');
    expect(question()).toBe('Uphold this no-show? A decision cannot be changed.');
    await press(user, 'Not now');
    expect(sent).toEqual([]);
    await press(user, 'Uphold');
    await press(user, 'Uphold');
    await waitFor(() => expect(sent.length).toBe(1));
    expect(sent[0]?.body).toEqual({ excused: false, reason: 'They wrote too late' });
  });

  it('keeps the reason where it is refused, and where another officer was faster', async () => {
    const refusals = [refusal(409, 'NO_SHOW_DECIDED'), refusal(412, 'VERSION_STALE')];
    const { user } = await form({ [`POST ${path}`]: () => refusals.shift() ?? {} });
    await user.type(screen.getByLabelText('Reason (the member reads it)'), 'Ill');
    await press(user, 'Excuse');
    expect(await screen.findByText('NO_SHOW_DECIDED in words')).toBeTruthy();
    await press(user, 'Excuse');
    expect(await screen.findByText(changedWords)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Reason (the member reads it)').value).toBe('Ill');
  });
});
