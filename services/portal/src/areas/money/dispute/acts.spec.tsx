import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import { changedIsTold, fen, harbour, mill, moneyTests, posted } from '../money.fixture.js';
import { Acts } from './acts.js';
import type { Dispute } from './dispute.model.js';

const open = moneyTests();
const texts = ['money', 'confirmation'] as const;

const talked = {
  id: 'dispute',
  version: 3,
  state: 'open',
  kind: 'costs',
  title: 'Autumn hike',
  confirmationId: 'share',
  entryId: 'entry',
  costPoolId: 'pool',
  party: mill,
  owes: fen('50000'),
  owed: fen('0'),
  item: null,
  reason: 'We were five',
  openedBy: null,
  openedByName: 'Wang Fang',
  openedAt: '2026-10-01T08:00:00Z',
  talkUntil: '2026-10-08T08:00:00Z',
  referredAt: null,
  decidedAt: harbour,
  endedBy: null,
  endedByName: null,
  endedAt: null,
  endReason: null,
  reversalId: null,
  mayWrite: true,
  mayRefer: false,
  mayDismiss: false,
  mayUphold: false,
  mayWithdraw: false,
} satisfies Dispute;

const shown = (may: Partial<Dispute>, answers = {}) =>
  open(<Acts dispute={{ ...talked, ...may }} />, { texts, answers });

describe('the ways to end a dispute', () => {
  it('are not shown to who has none', async () => {
    await shown({});
    expect(screen.queryByText('Actions')).toBeNull();
  });

  it('who raised it withdraws it, which confirms the share', async () => {
    const path = '/disputes/dispute/withdraw';
    const { press, asked, reply, acts } = await shown({ mayWithdraw: true }, { [`POST ${path}`]: talked });
    await press('Withdraw dispute');
    expect(asked()).toBe('Withdraw the dispute? The share is then confirmed.');
    await reply('Withdraw');
    await waitFor(() => expect(acts()).toEqual([posted(path, 3)]));
    expect(screen.queryByLabelText('Reason for the decision')).toBeNull();
  });

  it('either side asks the union above, by its name, to decide', async () => {
    const path = '/disputes/dispute/refer';
    const { press, asked, reply, acts } = await shown({ mayRefer: true }, { [`POST ${path}`]: talked });
    await press('Ask for a decision');
    expect(asked()).toBe('Ask Harbour Union to decide now?');
    await reply('Ask');
    await waitFor(() => expect(acts()).toEqual([posted(path, 3)]));
  });

  it('the union above decides with a reason: without one neither decision can be pressed', async () => {
    const path = '/disputes/dispute/decide';
    const may = { mayDismiss: true, mayUphold: true };
    const { press, write, asked, reply, acts } = await shown(may, { [`POST ${path}`]: talked });
    const uphold = screen.getByRole<HTMLButtonElement>('button', { name: 'Uphold dispute' });
    expect(uphold.disabled).toBe(true);
    await write('Reason for the decision', 'Five came, by the list');
    expect(uphold.disabled).toBe(false);
    await press('Uphold dispute');
    expect(asked()).toContain('The whole entry is reversed');
    await reply('Reverse');
    const body = { outcome: 'upheld', reason: 'Five came, by the list' };
    await waitFor(() => expect(acts()).toEqual([posted(path, 3, body)]));
  });

  it('a decision that is refused says why at its reason', async () => {
    const { press, write, reply, acts } = await shown(
      { mayDismiss: true },
      { 'POST /disputes/dispute/decide': () => refusal(422, 'TOO_SHORT', '/reason') },
    );
    expect(screen.queryByRole('button', { name: 'Uphold dispute' })).toBeNull();
    await write('Reason for the decision', 'no');
    await press('Dismiss dispute');
    await reply('Dismiss');
    expect(await screen.findByText('TOO_SHORT in words')).toBeTruthy();
    expect(acts()).toEqual([posted('/disputes/dispute/decide', 3, { outcome: 'dismissed', reason: 'no' })]);
  });

  it('a decision on what somebody else has ended meanwhile is not taken, and the reason stays', async () => {
    const { press, write, reply } = await shown(
      { mayDismiss: true },
      { 'POST /disputes/dispute/decide': () => refusal(412, 'VERSION_STALE') },
    );
    await write('Reason for the decision', 'Ten came');
    await press('Dismiss dispute');
    await reply('Dismiss');
    await changedIsTold();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reason for the decision').value).toBe('Ten came');
  });
});
