import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import { changedIsTold, moneyTests, posted, share } from '../money.fixture.js';
import { AnswerSection } from './answer-section.js';
import type { Confirmation } from './confirmation.model.js';

const open = moneyTests();
const texts = ['money', 'confirmation'] as const;
const path = '/confirmations/share/confirm';

const waiting = {
  ...share,
  kind: 'damage',
  title: 'Broken projector',
  costPoolId: null,
} satisfies Confirmation;

const shown = (confirmation: Confirmation, answers = {}) =>
  open(<AnswerSection confirmation={confirmation} />, { texts, answers });

describe('the answer to a share', () => {
  it('is agreed to once, after a question that names the party and what it is for', async () => {
    const { press, asked, reply, acts } = await shown(waiting, { [`POST ${path}`]: waiting });
    await press('Confirm this share');
    expect(asked()).toBe('Confirm the share of Mill Union in “Broken projector”?');
    expect(acts()).toEqual([]);
    await reply('Confirm');
    await waitFor(() => expect(acts()).toEqual([posted(path, 2)]));
  });

  it('shows in words why the platform does not take it', async () => {
    const { press, reply } = await shown(waiting, { [`POST ${path}`]: () => refusal(409, 'NETTED') });
    await press('Confirm this share');
    await reply('Confirm');
    expect(await screen.findByText('NETTED in words')).toBeTruthy();
  });

  it('is not given to a share that somebody else has changed', async () => {
    const { press, reply } = await shown(waiting, { [`POST ${path}`]: () => refusal(412, 'VERSION_STALE') });
    await press('Confirm this share');
    await reply('Confirm');
    await changedIsTold();
  });

  it('may still be a dispute once it is given, and no longer an agreement', async () => {
    await shown({ ...waiting, mayConfirm: false });
    expect(screen.getByText('I do not agree with this share')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Confirm this share' })).toBeNull();
  });

  it('is not asked for from who may not answer, nor where the entry was reversed', async () => {
    const first = await shown({ ...waiting, mayConfirm: false, mayDispute: false });
    expect(screen.queryByText('Please confirm')).toBeNull();
    first.unmount();
    await shown({ ...waiting, state: 'lapsed' });
    expect(screen.getByText(/The entry has been reversed: there is nothing left to confirm\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Confirm this share' })).toBeNull();
  });
});
