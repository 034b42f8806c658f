import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { Navigate, Route, Routes } from 'react-router';
import { fen, moneyTests, unionId } from '../money.fixture.js';
import { BankStatementPage } from './bank-statement-page.js';
import type { BankLine, BankStatement } from './bank-statement.model.js';

const open = moneyTests();
const id = '019a0000-0000-7000-8000-0000000000cc';
const assignAll = 'Match dues by reference';
const openLines = `GET /bank-statements/${id}/lines?used=false&limit=50`;

const statement = {
  id,
  version: 1,
  unionId,
  unionName: 'Harbour Union',
  account: 'Main account',
  state: 'imported',
  encoding: 'utf-8',
  lineCount: 1,
  knownCount: 0,
  usedCount: 0,
  skippedCount: 0,
  skipped: [],
  firstOn: '2026-10-20',
  lastOn: '2026-10-20',
  importedBy: unionId,
  importedByName: null,
  importedAt: '2026-10-21T01:00:00Z',
  undoneAt: null,
} satisfies BankStatement;

const line = {
  number: 12,
  bookedOn: '2026-10-20',
  direction: 'in',
  amount: fen('6000'),
  counterparty: '王**',
  summary: 'Dues',
  serial: null,
  paymentId: null,
  usedAt: null,
  duesReference: null,
  dues: null,
  suggestions: [],
} satisfies BankLine;

/** The page, with these lines that are not used yet. */
const shown = (items: readonly BankLine[], nextCursor: string | null = null) =>
  open(
    <Routes>
      <Route path="/" element={<Navigate to={`/bank-statements/${id}`} />} />
      <Route path="/bank-statements/:bankStatementId" element={<BankStatementPage />} />
    </Routes>,
    {
      roles: ['finance'],
      texts: ['money', 'settling'],
      answers: {
        [`GET /bank-statements/${id}`]: statement,
        [openLines]: { items, nextCursor },
      },
    },
  );

describe('a bank statement', () => {
  it.each([
    ['a line has a reference', [{ ...line, duesReference: 'HF260000123469' }], null],
    ['there are more lines than are loaded', [line], 'more'],
  ])('has its dues assigned all at once where %s', async (_why, items, nextCursor) => {
    await shown(items, nextCursor);
    expect(await screen.findByRole('button', { name: assignAll })).toBeTruthy();
  });

  it.each([
    ['no line has a reference', [line]],
    ['all lines are used', []],
  ])('offers nothing of dues where %s', async (_why, items) => {
    const { sent } = await shown(items);
    await waitFor(() => expect(sent.map(({ method, path }) => `${method} ${path}`)).toContain(openLines));
    expect(await screen.findByRole('button', { name: 'Undo import' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: assignAll })).toBeNull();
  });
});
