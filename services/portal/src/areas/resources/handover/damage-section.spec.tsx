import { buttons, changedWords, commandsOf, press, question, withNotice } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { damage } from '../resources.fixture.js';
import { DamageSection } from './damage-section.js';
import type { Damage } from './handover.js';

const show = pageTests();
const path = '/loans/loan-1/damages/damage-1';

function section(given: Partial<Damage>, answers: Answers = {}) {
  const part = withNotice(<DamageSection damages={[{ ...damage, ...given }]} unionId="union-borrower" />);
  return show(part, { answers, texts: ['handovers'] });
}

describe('a damage that is claimed', () => {
  it('shows everybody what is asked and until when, and lets only who may answer', async () => {
    await section({});
    expect(screen.getByText('¥120.00 asked')).toBeTruthy();
    expect(screen.getByText(/^Please answer by .*silence is no consent/)).toBeTruthy();
    expect(buttons()).toEqual([]);
  });

  it('is accepted once the amount was asked about', async () => {
    const { sent, user } = await section({ mayAnswer: true }, { [`POST ${path}/accept`]: {} });
    expect(buttons()).toEqual(['Accept and bear it', 'Do not accept']);
    await press(user, 'Accept and bear it');
    expect(question()).toBe('¥120.00 will stand on the statements of both sides. Accept it?');
    expect(sent).toEqual([]);
    await press(user, 'Accept and bear it');
    await waitFor(() => expect(sent.length).toBe(1));
    expect(sent).toEqual([
      { method: 'POST', path: `${path}/accept`, key: expect.any(String), version: '"3"', body: null },
    ]);
  });

  it('says that somebody else has let it off meanwhile, and accepts nothing', async () => {
    const stale = () => refusal(412, 'VERSION_STALE');
    const { user } = await section({ mayAnswer: true }, { [`POST ${path}/accept`]: stale });
    await press(user, 'Accept and bear it');
    await press(user, 'Accept and bear it');
    expect(await screen.findByText(changedWords)).toBeTruthy();
    expect(screen.queryByText('Could not be completed')).toBeNull();
  });

  it('is decided by an amount and a reason, and not without both', async () => {
    const { sent, user } = await section(
      { state: 'disputed', objection: 'It was scratched before', mayDecide: true },
      { [`POST ${path}/decide`]: {} },
    );
    expect(screen.getByText('The borrower says: It was scratched before')).toBeTruthy();
    await press(user, 'Decide');
    await user.type(screen.getByLabelText('Why you decide so'), 'Half of it is old');
    await user.type(screen.getByLabelText('What is owed (yuan)'), 'sixty');
    await press(user, 'Send');
    expect(screen.getByText('Please give an amount from 0 up to what is asked')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
    await user.clear(screen.getByLabelText('What is owed (yuan)'));
    await press(user, 'Send');
    expect(screen.getByText('Please give an amount from 0 up to what is asked')).toBeTruthy();
    expect(commandsOf(sent)).toEqual([]);
    await user.type(screen.getByLabelText('What is owed (yuan)'), '60');
    await press(user, 'Send');
    await waitFor(() => expect(buttons()).toEqual(['Decide']));
    expect(sent).toEqual([
      {
        method: 'POST',
        path: `${path}/decide`,
        key: expect.any(String),
        version: '"3"',
        // 60 yuan are 6000 fen.
        body: { reason: 'Half of it is old', amount: { amount: '6000', currency: 'CNY' } },
      },
    ]);
  });

  it('says that what was posted is taken back where the owner lets it off, and keeps the words of a refusal', async () => {
    const owed = { amount: '12000', currency: 'CNY' } as const;
    const { sent, user } = await section(
      { state: 'accepted', owed, settledAt: '2026-11-20T09:00:00+08:00', mayWithdraw: true },
      { [`POST ${path}/withdraw`]: () => refusal(409, 'PERIOD_CLOSED') },
    );
    expect(screen.getByRole('link', { name: 'See the statement' }).getAttribute('href')).toBe(
      '/statements?union=union-borrower&from=2026-11-20&to=2026-11-20',
    );
    await press(user, 'Let it off');
    expect(screen.getByText('What was posted is taken back.')).toBeTruthy();
    await user.type(screen.getByLabelText('Why you let it off'), 'It was old');
    await press(user, 'Send');
    expect(await screen.findByText('PERIOD_CLOSED in words')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Why you let it off').value).toBe('It was old');
    expect(sent[0]?.body).toEqual({ reason: 'It was old' });
  });
});
