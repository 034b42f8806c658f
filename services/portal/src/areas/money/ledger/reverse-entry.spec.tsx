import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { refusal } from '../../../app/page.fixture.js';
import type { RoleName } from '../../../session/use-offices.js';
import { fen, moneyTests, posted } from '../money.fixture.js';
import type { Entry } from './ledger.model.js';
import { ReverseEntry } from './reverse-entry.js';

const open = moneyTests();
const texts = ['money'] as const;
const path = '/ledger/entries/entry/reverse';

const costs = {
  id: 'entry',
  kind: 'costs',
  title: 'Autumn hike',
  postedOn: '2026-10-03',
  amount: fen('123456'),
  sourceId: 'pool',
  reason: null,
  reversalOf: null,
  reversedBy: null,
  postingCount: 0,
  postings: [],
} satisfies Entry;

const shown = (entry: Entry, roles: readonly RoleName[], answers = {}) =>
  open(
    <Routes>
      <Route path="/" element={<ReverseEntry entry={entry} />} />
      <Route path="/ledger/entries/opposite" element={<h1>The opposite entry</h1>} />
    </Routes>,
    { roles, texts, answers },
  );

describe('the reversal of an entry', () => {
  it('is made once by an approver, with a reason and after a question, and is shown then', async () => {
    const { press, write, asked, reply, acts } = await shown(costs, ['approver'], {
      [`POST ${path}`]: { ...costs, id: 'opposite' },
    });
    await press('Reverse this entry');
    expect(await screen.findByText('Please give the reason')).toBeTruthy();
    expect(asked()).toBeNull();
    await write('Reason', 'The invoice was entered twice');
    await press('Reverse this entry');
    expect(asked()).toContain('Reverse “Autumn hike”? This cannot be undone');
    expect(acts()).toEqual([]);
    await reply('Reverse');
    expect(await screen.findByText('The opposite entry')).toBeTruthy();
    expect(acts()).toEqual([posted(path, null, { reason: 'The invoice was entered twice' })]);
  });

  it('says why the platform refuses it, and keeps the reason', async () => {
    const { press, write, reply } = await shown(costs, ['approver'], {
      [`POST ${path}`]: () => refusal(409, 'ALREADY_REVERSED'),
    });
    await write('Reason', 'The invoice was entered twice');
    await press('Reverse this entry');
    await reply('Reverse');
    expect(await screen.findByText('The entry could not be reversed')).toBeTruthy();
    expect(screen.getByText('ALREADY_REVERSED in words')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('The invoice was entered twice');
  });

  it('is made at its source for entries of nettings and transfers', async () => {
    await shown({ ...costs, kind: 'netting' }, ['approver']);
    expect(screen.getByText(/are not reversed here/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Reverse this entry' })).toBeNull();
  });

  it('is not there for others than approvers, nor a second time', async () => {
    const first = await shown(costs, ['finance', 'officer', 'auditor']);
    expect(screen.queryByText('Reverse')).toBeNull();
    first.unmount();
    await shown({ ...costs, reversedBy: 'opposite' }, ['approver']);
    expect(screen.queryByText('Reverse')).toBeNull();
  });
});
