import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import type { RoleName } from '../../../session/use-offices.js';
import { changedIsTold, fen, harbour, mill, moneyTests, posted } from '../money.fixture.js';
import { PaymentCard } from './payment-card.js';
import type { Payment } from './payment.model.js';

const open = moneyTests();
const texts = ['money', 'settling'] as const;

const due = {
  id: 'payment',
  version: 6,
  nettingRunId: 'run',
  payer: mill,
  payee: harbour,
  amount: fen('98765'),
  payeeAccount: {
    accountName: 'Harbour Union',
    accountNumber: '3202015509000123456',
    bankName: 'ICBC Harbour',
  },
  payeeAccountSince: '2026-05-02T08:00:00Z',
  isPayeeAccountConfirmed: true,
  remark: '轧差0A1B2C3D',
  state: 'open',
  mayConfirm: [],
  createdAt: '2026-10-01T08:00:00Z',
  dueOn: '2026-10-31',
  isOverdue: true,
  reminderCount: 2,
  remindedAt: '2026-11-02T08:00:00Z',
  bankReference: null,
  receivedReference: null,
  sentAt: null,
  receivedAt: null,
  failReason: null,
  entryId: null,
} satisfies Payment;

const shown = (payment: Payment, roles: readonly RoleName[] = [], answers = {}) =>
  open(<PaymentCard payment={payment} />, { roles, texts, answers });

describe('a payment', () => {
  it('says who pays whom, how much, until when, and that it is overdue', async () => {
    await shown(due);
    expect(screen.getByRole('article', { name: 'Mill Union pays Harbour Union' })).toBeTruthy();
    expect(screen.getByText('¥987.65')).toBeTruthy();
    expect(screen.getByText(/31/).textContent).toContain('Overdue');
    expect(screen.getByText(/reminded 2 times/)).toBeTruthy();
  });

  it('says where it is to be sent, each part by itself to be copied, to whoever sends it', async () => {
    await shown({ ...due, mayConfirm: ['sent'] }, ['finance']);
    for (const part of ['Account name', 'Account number', 'Bank', 'Amount (yuan)', 'Remark'])
      expect(screen.getByRole('button', { name: `Copy ${part}` })).toBeTruthy();
    expect(screen.getByText('3202015509000123456')).toBeTruthy();
    expect(screen.getByText('987.65')).toBeTruthy();
  });

  it('warns of an account that changed after the debt was netted, or that one person has named', async () => {
    const changed = { ...due, payeeAccountSince: '2026-10-05T08:00:00Z', mayConfirm: ['sent'] };
    await shown(changed as Payment, ['finance']);
    expect(screen.getByRole('alert').textContent).toMatch(/changed this account on .*, confirmed by two/);
  });

  it('says that an account which one person has named was confirmed by nobody', async () => {
    await shown({ ...due, isPayeeAccountConfirmed: false, mayConfirm: ['sent'] } as Payment, ['finance']);
    expect(screen.getByRole('alert').textContent).toContain('not confirmed by anyone else');
  });

  it('says whom to ask where the payee has named no account', async () => {
    const none = { ...due, payeeAccount: null, payeeAccountSince: null, mayConfirm: ['sent'] };
    await shown(none as Payment, ['finance']);
    expect(screen.getByText(/Harbour Union has not entered an account yet/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Copy Account number' })).toBeNull();
  });

  it('offers nothing to who may confirm neither side and is no approver', async () => {
    await shown(due, ['finance']);
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.queryByText('Write it off')).toBeNull();
  });

  it('is recorded as sent with the number of the bank, which has to be given', async () => {
    const path = '/payments/payment/confirm-sent';
    const { press, write, acts, asked, reply } = await shown({ ...due, mayConfirm: ['sent'] }, ['finance'], {
      [`POST ${path}`]: due,
    });
    await press('Record as sent');
    expect(await screen.findByText('Please enter the bank reference')).toBeTruthy();
    expect(acts()).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Record as received' })).toBeNull();
    await write('Bank reference', 'ＩＣＢＣ－７');
    await press('Record as sent');
    expect(asked()).toBe('Has the bank sent ¥987.65 to Harbour Union? This cannot be undone.');
    expect(acts()).toEqual([]);
    await reply('Yes, sent');
    await waitFor(() => expect(acts()).toEqual([posted(path, 6, { bankReference: 'ICBC-7' })]));
  });

  it('shows at the number what the platform has against it', async () => {
    const { press, write, reply } = await shown({ ...due, mayConfirm: ['sent'] }, ['finance'], {
      'POST /payments/payment/confirm-sent': () => refusal(422, 'REFERENCE_USED', '/bankReference'),
    });
    await write('Bank reference', 'ICBC-7');
    await press('Record as sent');
    await reply('Yes, sent');
    expect(await screen.findByText('REFERENCE_USED in words')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Bank reference').value).toBe('ICBC-7');
  });

  it('is recorded as received after a question with the amount and the payer, unless somebody was first', async () => {
    const path = '/payments/payment/confirm-received';
    const answers = [refusal(412, 'VERSION_STALE'), due];
    const { press, asked, reply, acts } = await shown({ ...due, mayConfirm: ['received'] }, ['finance'], {
      [`POST ${path}`]: () => answers.shift() ?? {},
    });
    await press('Record as received');
    expect(asked()).toBe('Have the ¥987.65 from Mill Union arrived? This cannot be taken back.');
    await reply('They arrived');
    await changedIsTold();
    await press('Record as received');
    await reply('They arrived');
    await waitFor(() => expect(acts()).toEqual([posted(path, 6, {}), posted(path, 6, {})]));
  });

  it('is given up by an approver, with a reason and after a question, as long as it has not arrived', async () => {
    const path = '/payments/payment/fail';
    const { press, write, asked, reply, acts, unmount } = await shown(due, ['approver'], {
      [`POST ${path}`]: { ...due, state: 'failed' },
    });
    await write('Reason', 'The account was closed');
    await press('Write it off');
    expect(asked()).toContain('Write off the ¥987.65 that Mill Union should pay Harbour Union?');
    expect(acts()).toEqual([]);
    await reply('Write it off');
    await waitFor(() => expect(acts()).toEqual([posted(path, 6, { reason: 'The account was closed' })]));
    unmount();
    await shown({ ...due, receivedAt: '2026-11-03T08:00:00Z' }, ['approver']);
    expect(screen.queryByText('Write it off')).toBeNull();
  });
});
