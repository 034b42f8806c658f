import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { components } from '../../../api/schema.js';
import { OwnLapse } from './own-lapse.js';

const show = pageTests();

const warning: components['schemas']['LapseWarningView'] = {
  id: 'warning-1',
  version: 1,
  memberId: 'member-1',
  unionId: 'union-1',
  unionName: 'Harbour union',
  state: 'open',
  warnedAt: '2026-11-20T01:00:00.000Z',
  endableFrom: '2026-12-20',
  monthsUnpaid: 10,
  lastPaidOn: null,
  lastPartOn: '2026-04-30',
  mended: false,
  answer: null,
  answeredAt: null,
  closedAt: null,
  decision: null,
  unionAboveId: 'union-0',
  unionAboveName: 'City federation',
};

const shown = (part: Partial<typeof warning>, answers: Answers = {}) =>
  show(<OwnLapse />, {
    answers: { 'GET /me/lapse-warning': { warning: { ...warning, ...part } }, ...answers },
    texts: ['lapse'],
  });

describe('the warning of a lapse, for its member', () => {
  it('says what it rests on and until when, and takes one answer', async () => {
    const { sent, user } = await shown(
      {},
      { 'POST /me/lapse-warning/answer': { ...warning, answer: 'ill' } },
    );
    expect(await screen.findByText(/before .*20.*Dec|before .*Dec.* 20/)).toBeTruthy();
    expect(screen.getByText('Nothing on record')).toBeTruthy();
    await press(user, 'Send');
    expect(await screen.findByText('Please say how it is')).toBeTruthy();
    await user.type(screen.getByLabelText('What I have to say'), ' I was ill ');
    await press(user, 'Send');
    expect(commandsOf(sent).map(({ body }) => body)).toEqual([{ words: 'I was ill' }]);
  });

  it('is over once they have paid or come', async () => {
    await shown({ mended: true });
    expect(await screen.findByText(/The warning is over/)).toBeTruthy();
    expect(screen.queryByLabelText('What I have to say')).toBeNull();
  });

  it('names the decision and where to appeal once it has lapsed', async () => {
    await shown({ state: 'ended', decision: 'No. 7 of 2026' });
    expect(await screen.findByText('Decision: No. 7 of 2026')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'City federation' }).getAttribute('href')).toBe(
      '/unions/union-0',
    );
  });

  it('shows a refusal', async () => {
    const { user } = await shown(
      {},
      { 'POST /me/lapse-warning/answer': () => refusal(409, 'LAPSE_ANSWERED') },
    );
    await user.type(await screen.findByLabelText('What I have to say'), 'ill');
    await press(user, 'Send');
    expect(await screen.findByText(/LAPSE_ANSWERED/)).toBeTruthy();
  });
});
