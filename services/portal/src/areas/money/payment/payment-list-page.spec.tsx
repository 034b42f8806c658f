import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { fen, harbour, mill, moneyTests } from '../money.fixture.js';
import { PaymentListPage } from './payment-list-page.js';
import type { Payment } from './payment.model.js';

const open = moneyTests();
const asked = 'GET /payments?state=open&limit=200';

const due = {
  id: 'payment',
  version: 6,
  nettingRunId: 'run',
  payer: harbour,
  payee: mill,
  amount: fen('98765'),
  payeeAccount: null,
  payeeAccountSince: null,
  isPayeeAccountConfirmed: false,
  remark: '轧差0A1B2C3D',
  state: 'open',
  mayConfirm: ['sent'],
  createdAt: '2026-10-01T08:00:00Z',
  dueOn: '2026-10-31',
  isOverdue: false,
  reminderCount: 0,
  remindedAt: null,
  bankReference: null,
  receivedReference: null,
  sentAt: null,
  receivedAt: null,
  failReason: null,
  entryId: null,
} satisfies Payment;

const shown = (items: readonly Payment[]) =>
  open(<PaymentListPage />, {
    roles: ['finance'],
    texts: ['money', 'settling', 'listDesk'],
    answers: { [asked]: { items, nextCursor: null } },
  });

describe('the payments', () => {
  it('of each step are counted in its tab, and a file for the bank is offered where there is one to send', async () => {
    await shown([due, { ...due, id: 'other', mayConfirm: [], isOverdue: true }]);
    expect(await screen.findByRole('link', { name: 'To send 1' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'All open 2' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Overdue 1' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'To receive' })).toBeTruthy();
    expect(screen.getByText('Export for the bank')).toBeTruthy();
  });

  it('that are none say where they come from, and offer no file', async () => {
    await shown([]);
    expect((await screen.findByRole('link', { name: 'View netting runs' })).getAttribute('href')).toBe(
      '/netting-runs',
    );
    expect(screen.queryByText('Export for the bank')).toBeNull();
  });
});
