import { buttons, commandsOf, press, question } from '../../../app/acts.fixture.js';
import { pageTests } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { Transfer } from './new-union-form.js';
import { TransferActs } from './transfer-acts.js';

const show = pageTests();

const transfer: Transfer = {
  id: 'transfer-1',
  version: 4,
  state: 'asked',
  askedBy: 'person',
  personName: 'Zhang San',
  fromUnionId: 'union-1',
  fromUnionName: 'Harbour union',
  toUnionId: 'union-2',
  toUnionName: 'Bridge union',
  askedAt: '2026-11-20T01:00:00Z',
  personAgreed: true,
  newUnionAgreed: false,
  oldUnionAgreed: false,
  objectUntil: '2026-11-27T01:00:00Z',
  lapsesAt: '2026-12-20T01:00:00Z',
  objection: null,
  reason: null,
  endedAt: null,
  needsSuccessor: false,
  acts: [],
};

describe('the acts of a transfer', () => {
  it('are those that the platform offers, and agreeing says what follows', async () => {
    const { sent, user } = await show(
      <TransferActs transfer={{ ...transfer, acts: ['agree', 'refuse'] }} />,
      {
        answers: { 'POST /membership-transfers/transfer-1/agree': transfer },
        texts: ['transfer'],
      },
    );
    expect(buttons()).toEqual(['Agree', 'Refuse']);
    await press(user, 'Agree');
    expect(question()).toMatch(/“Zhang San” moves to Bridge union\?.*offices there\.$/);
    await press(user, 'Agree');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)[0]).toMatchObject({ version: '"4"' });
  });

  it('need a reason where they go against somebody', async () => {
    const { sent, user } = await show(<TransferActs transfer={{ ...transfer, acts: ['object'] }} />, {
      answers: { 'POST /membership-transfers/transfer-1/object': transfer },
      texts: ['transfer'],
    });
    await press(user, 'Object');
    expect(await screen.findByText('Please give a reason')).toBeTruthy();
    await user.type(screen.getByLabelText(/^Why/), 'Still employed here');
    await press(user, 'Object');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)[0]?.body).toEqual({ reason: 'Still employed here' });
  });

  it('decide a dispute either way, with one reason', async () => {
    const { sent, user } = await show(<TransferActs transfer={{ ...transfer, acts: ['decide'] }} />, {
      answers: { 'POST /membership-transfers/transfer-1/decide': transfer },
      texts: ['transfer'],
    });
    await user.type(screen.getByLabelText(/^Why/), 'Signed there');
    await press(user, 'The objection does not stand: go on');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(commandsOf(sent)[0]?.body).toEqual({ goesOn: true, reason: 'Signed there' });
  });
});
