import { buttons, changedWords, commandsOf, press, withNotice } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { loan } from '../resources.fixture.js';
import { ActForm, type FormAct } from './act-form.js';

const show = pageTests();
const closed: string[] = [];

afterEach(() => {
  closed.length = 0;
});

const own = { ...loan, endsAt: '2099-03-02T18:00:00+08:00' };

function form(act: FormAct, needsReason: boolean, answers: Answers = {}) {
  const close = () => closed.push(act);
  const part = withNotice(<ActForm loan={own} act={act} needsReason={needsReason} onClose={close} />);
  return show(part, { answers, texts: ['loans'] });
}

describe('the form of an act on a loan', () => {
  it('refuses for a reason that the borrower reads, and sends nothing without one', async () => {
    const { sent, user } = await form('refuse', true, { 'POST /loans/loan-1/refuse': {} });
    expect(screen.getByText('The borrower reads this.')).toBeTruthy();
    await press(user, 'Refuse it');
    expect(await screen.findByText('Please give a reason')).toBeTruthy();
    expect(sent).toEqual([]);
    await user.type(screen.getByLabelText('Why you refuse'), ' It is broken ');
    await press(user, 'Refuse it');
    await waitFor(() => expect(closed).toEqual(['refuse']));
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/loans/loan-1/refuse',
        key: expect.any(String),
        version: '"4"',
        body: { reason: 'It is broken' },
      },
    ]);
  });

  it('lets the borrower cancel without a reason, after it has said that it is final', async () => {
    const { sent, user } = await form('cancel', false, { 'POST /loans/loan-1/cancel': {} });
    expect(screen.getByText('The time becomes free; this cannot be taken back.')).toBeTruthy();
    await press(user, 'Cancel it');
    await waitFor(() => expect(closed).toEqual(['cancel']));
    expect(sent[0]?.body).toEqual({ reason: null });
  });

  it('extends until the time that was chosen, in Beijing', async () => {
    const { sent, user } = await form('extend', true, { 'POST /loans/loan-1/extend': {} });
    const end = screen.getByLabelText<HTMLInputElement>('New time of return');
    expect(end.value).toBe('2099-03-02T18:00');
    await user.clear(end);
    await user.type(end, '2099-03-03T12:30');
    await press(user, 'Extend it');
    await waitFor(() => expect(closed).toEqual(['extend']));
    // 12:30 in Beijing is 04:30 UTC.
    expect(sent[0]?.body).toEqual({ endsAt: '2099-03-03T04:30:00.000Z' });
  });

  it('says at the time why it cannot be extended until then, and keeps it', async () => {
    const refused = () => refusal(422, 'END_BEFORE_START', '/endsAt');
    const { user } = await form('extend', true, { 'POST /loans/loan-1/extend': refused });
    await press(user, 'Extend it');
    expect(await screen.findByText('END_BEFORE_START in words')).toBeTruthy();
    expect(screen.queryByText('Could not be completed')).toBeNull();
    expect(closed).toEqual([]);
  });

  it('keeps the reason where somebody else has changed the loan', async () => {
    const { sent, user } = await form('refuse', true, {
      'POST /loans/loan-1/refuse': () => refusal(412, 'VERSION_STALE'),
    });
    await user.type(screen.getByLabelText('Why you refuse'), 'It is broken');
    await press(user, 'Refuse it');
    expect(await screen.findByText(changedWords)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Why you refuse').value).toBe('It is broken');
    expect(commandsOf(sent).length).toBe(1);
    expect(buttons()).toContain('Refuse it');
    expect(closed).toEqual([]);
  });
});
