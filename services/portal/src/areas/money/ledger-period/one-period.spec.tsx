import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import { moneyTests, posted } from '../money.fixture.js';
import { OnePeriod } from './one-period.js';
import type { PeriodWithHistory } from './use-period.js';

const open = moneyTests();
const texts = ['money', 'strictLedger'] as const;
const base = '/ledger/periods/2026-09';

const month = {
  month: '2026-09',
  lastDay: '2026-09-30',
  state: 'open',
  accountsDone: 0,
  accountsTotal: 0,
  entryCount: null,
  turnover: null,
  history: [],
} satisfies PeriodWithHistory;

const shown = (period: PeriodWithHistory, path: string, answers = {}) =>
  open(<OnePeriod month="2026-09" />, {
    roles: ['approver'],
    path,
    texts,
    answers: { [`GET ${base}`]: period, ...answers },
  });

describe('a month of the books', () => {
  it('is closed by an approver at the root, after a question', async () => {
    const { press, asked, reply, acts } = await shown(month, '1.', { [`POST ${base}/close`]: month });
    await press('Close 2026-09');
    expect(asked()).toContain('Close 2026-09? Nothing can be dated in it afterwards');
    expect(acts()).toEqual([]);
    await reply('Close');
    await waitFor(() => expect(acts()).toEqual([posted(`${base}/close`, null)]));
  });

  it('says why it cannot be closed', async () => {
    const { press, reply } = await shown(month, '1.', {
      [`POST ${base}/close`]: () => refusal(409, 'EARLIER_MONTH_OPEN'),
    });
    await press('Close 2026-09');
    await reply('Close');
    expect(await screen.findByText('EARLIER_MONTH_OPEN in words')).toBeTruthy();
  });

  it('is opened again for a reason, after a question', async () => {
    const closed = {
      ...month,
      state: 'closed',
      accountsDone: 7,
      accountsTotal: 7,
    } satisfies PeriodWithHistory;
    const { press, write, asked, reply, acts } = await shown(closed, '1.', {
      [`POST ${base}/reopen`]: month,
    });
    expect(await screen.findByText('Closed · 7 of 7 accounts kept')).toBeTruthy();
    await write('Reason', 'A bill was forgotten');
    await press('Open 2026-09 again');
    expect(asked()).toContain('The balances kept are void until it is closed again');
    await reply('Open again');
    const body = { reason: 'A bill was forgotten' };
    await waitFor(() => expect(acts()).toEqual([posted(`${base}/reopen`, null, body)]));
  });

  it('names colleagues among those who closed and opened it, and nobody else', async () => {
    const at = '2026-10-02T02:00:00.000Z';
    const history = [
      { act: 'reopened', at, byId: 'person-2', by: 'L* Na', reason: 'A bill was forgotten' },
      { act: 'closed', at: '2026-10-01T02:00:00.000Z', byId: 'person-3', by: 'W* Wei', reason: null },
    ] satisfies PeriodWithHistory['history'];
    const colleagues = { items: [{ personId: 'person-2', name: 'Li Na', roles: ['approver'] }] };
    await shown({ ...month, history }, '1.2.', { 'GET /me/colleagues': colleagues });
    expect(await screen.findByText(/Li Na/)).toBeTruthy();
    expect(screen.getByText(/W\* Wei/)).toBeTruthy();
  });

  it('is only looked at by an approver of a union below', async () => {
    await shown(month, '1.2.');
    expect(await screen.findByText('Nobody has done anything yet')).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
