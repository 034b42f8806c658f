import { buttons, changedWords, press, question, withNotice } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { handover } from '../resources.fixture.js';
import { AnswerHandover } from './answer-handover.js';
import type { Handover } from './handover.js';

const show = pageTests();
const path = '/loans/loan-1/handovers/handover-1';

function answer(answers: Answers = {}, given: Handover = handover) {
  return show(withNotice(<AnswerHandover handover={given} />), { answers, texts: ['handovers'] });
}

describe('the answer to a handover', () => {
  it('is asked for once, with the direction, and confirms the version that was seen', async () => {
    const { sent, user } = await answer({ [`POST ${path}/confirm`]: {} });
    await press(user, 'Confirm');
    expect(question()).toBe('Is it as it is recorded (Returned)?');
    expect(sent).toEqual([]);
    await press(user, 'Confirm');
    await waitFor(() => expect(sent.length).toBe(1));
    expect(sent).toEqual([
      { method: 'POST', path: `${path}/confirm`, key: expect.any(String), version: '"2"', body: null },
    ]);
  });

  it('disputes it in words, and asks for them where they are missing', async () => {
    const { sent, user } = await answer({ [`POST ${path}/dispute`]: {} });
    await press(user, 'It was otherwise');
    await press(user, 'Say so');
    expect(await screen.findByText('Please say what was otherwise')).toBeTruthy();
    expect(sent).toEqual([]);
    await user.type(screen.getByLabelText('What was otherwise'), 'The cable is missing');
    await press(user, 'Say so');
    await waitFor(() => expect(buttons()).toEqual(['Confirm', 'It was otherwise']));
    expect(sent).toEqual([
      {
        method: 'POST',
        path: `${path}/dispute`,
        key: expect.any(String),
        version: '"2"',
        body: { words: 'The cable is missing' },
      },
    ]);
  });

  it('can still be a confirmation once it was disputed, but no second dispute', async () => {
    await answer({}, { ...handover, state: 'disputed', dispute: 'The cable is missing' });
    expect(buttons()).toEqual(['Confirm']);
  });

  it('says why it was refused, and that the deadline has answered meanwhile', async () => {
    const refusals = [refusal(409, 'HANDOVER_ANSWERED'), refusal(412, 'VERSION_STALE')];
    const { user } = await answer({ [`POST ${path}/confirm`]: () => refusals.shift() ?? {} });
    await press(user, 'Confirm');
    await press(user, 'Confirm');
    expect(await screen.findByText('Not sent')).toBeTruthy();
    expect(screen.getByText('HANDOVER_ANSWERED in words')).toBeTruthy();
    await press(user, 'Confirm');
    await press(user, 'Confirm');
    expect(await screen.findByText(changedWords)).toBeTruthy();
  });
});
