import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { personId, refusal } from '../../../app/page.fixture.js';
import type { RoleName } from '../../../session/use-offices.js';
import { changedIsTold, fen, harbour, mill, moneyTests, otherId, posted } from '../money.fixture.js';
import { ClosureCard } from './closure-card.js';
import type { Closure } from './closure.model.js';

const open = moneyTests();
const texts = ['money', 'strictLedger'] as const;
const approve = 'Approve the closure of Mill Union';
const withdraw = 'Withdraw the closure of Mill Union';

const proposed = {
  id: 'closure',
  version: 2,
  party: mill,
  successor: harbour,
  reason: 'It was merged',
  state: 'proposed',
  remainders: [{ incomeKind: 'dues', balance: fen('-4550') }],
  proposedBy: otherId,
  proposedByName: 'Wang Fang',
  proposedAt: '2026-10-01T08:00:00Z',
  decidedBy: null,
  decidedByName: null,
  decidedAt: null,
  entryId: null,
} satisfies Closure;

const shown = (closure: Closure, roles: readonly RoleName[], answers = {}) =>
  open(<ClosureCard closure={closure} />, { roles, texts, answers });

describe('a proposed closure of accounts', () => {
  it('says what is left, with its sign, and who takes it', async () => {
    await shown(proposed, ['auditor']);
    expect(screen.getByText('−¥45.50')).toBeTruthy();
    expect(screen.getByText('Harbour Union')).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('is approved once by an approver, who is asked whose accounts go to whom', async () => {
    const path = '/account-closures/closure/approve';
    const { press, asked, reply, acts } = await shown(proposed, ['approver'], { [`POST ${path}`]: proposed });
    await press(approve);
    expect(asked()).toBe(
      'Close the accounts of Mill Union? What is left goes to Harbour Union; this cannot be taken back.',
    );
    await reply('Not now');
    expect(acts()).toEqual([]);
    await press(approve);
    await reply('Approve');
    await waitFor(() => expect(acts()).toEqual([posted(path, 2)]));
  });

  it('is not approved by who proposed it, who may withdraw it as finance', async () => {
    const path = '/account-closures/closure/withdraw';
    const own = { ...proposed, proposedBy: personId };
    const { press, asked, reply, acts } = await shown(own, ['approver', 'finance'], {
      [`POST ${path}`]: own,
    });
    expect(screen.queryByRole('button', { name: approve })).toBeNull();
    await press(withdraw);
    expect(asked()).toBe('Withdraw the proposal about Mill Union?');
    await reply('Withdraw');
    await waitFor(() => expect(acts()).toEqual([posted(path, 2)]));
  });

  it('says why it was not approved, and that somebody else has changed it', async () => {
    const refusals = [refusal(409, 'SUCCESSOR_FROZEN'), refusal(412, 'VERSION_STALE')];
    const { press, reply } = await shown(proposed, ['approver'], {
      'POST /account-closures/closure/approve': () => refusals.shift() ?? {},
    });
    await press(approve);
    await reply('Approve');
    expect(await screen.findByText('SUCCESSOR_FROZEN in words')).toBeTruthy();
    await press(approve);
    await reply('Approve');
    await changedIsTold();
  });

  it('is decided once: a closed one offers nothing', async () => {
    await shown({ ...proposed, state: 'closed', decidedAt: '2026-10-02T08:00:00Z' }, ['approver', 'finance']);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
