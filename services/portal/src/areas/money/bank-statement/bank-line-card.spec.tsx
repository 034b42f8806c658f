import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import { fen, mill, moneyTests, posted } from '../money.fixture.js';
import { BankLineCard } from './bank-line-card.js';
import type { BankLine } from './bank-statement.model.js';

const open = moneyTests();
const texts = ['money', 'settling'] as const;
const path = '/bank-statements/statement/confirm-line';
const confirm = 'Confirm by this line: received from Mill Union';

const line = {
  number: 12,
  bookedOn: '2026-10-20',
  direction: 'in',
  amount: fen('98765'),
  counterparty: 'MILL UNION',
  summary: 'Hike',
  serial: 'ICBC-7',
  paymentId: null,
  usedAt: null,
  suggestions: [
    {
      paymentId: 'payment',
      confirms: 'received',
      counterparty: mill,
      dueOn: '2026-10-31',
      score: 90,
      reasons: ['the amount is the same'],
      mayConfirm: true,
    },
  ],
} satisfies BankLine;

const shown = (of: BankLine, answers = {}) =>
  open(<BankLineCard statementId="statement" line={of} />, { roles: ['finance'], texts, answers });

describe('a line of the bank', () => {
  it('confirms a transfer once, after a question with its direction, party and amount', async () => {
    const { press, asked, reply, acts } = await shown(line, { [`POST ${path}`]: {} });
    expect(screen.getByText('In ¥987.65')).toBeTruthy();
    await press(confirm);
    expect(asked()).toContain('Confirm received from Mill Union, ¥987.65?');
    await reply('Not now');
    expect(acts()).toEqual([]);
    await press(confirm);
    await reply('Confirm by this line');
    await waitFor(() => expect(acts()).toEqual([posted(path, null, { number: 12, paymentId: 'payment' })]));
  });

  it('says why it did not confirm it', async () => {
    const { press, reply } = await shown(line, { [`POST ${path}`]: () => refusal(409, 'LINE_USED') });
    await press(confirm);
    await reply('Confirm by this line');
    expect(await screen.findByText('This was not confirmed')).toBeTruthy();
    expect(screen.getByText('LINE_USED in words')).toBeTruthy();
  });

  it('is left to a colleague by who has confirmed the other side', async () => {
    const [suggestion] = line.suggestions;
    await shown({ ...line, suggestions: [{ ...suggestion, mayConfirm: false }] } as BankLine);
    expect(screen.getByText(/A colleague of finance who has not confirmed the other side/)).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('confirms nothing where no transfer has its amount, nor a second time', async () => {
    const first = await shown({ ...line, suggestions: [] });
    expect(screen.getByText(/No open transfer has this amount/)).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
    first.unmount();
    await shown({ ...line, paymentId: 'payment' });
    expect(screen.getByText('Has confirmed a transfer')).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
