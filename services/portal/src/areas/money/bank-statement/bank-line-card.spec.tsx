import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../app/page.fixture.js';
import { fen, mill, moneyTests, posted, unionId } from '../money.fixture.js';
import { BankLineCard } from './bank-line-card.js';
import type { BankLine } from './bank-statement.model.js';

const open = moneyTests();
const texts = ['money', 'settling'] as const;
const path = '/bank-statements/statement/confirm-line';
const confirm = 'Confirm with this line: received from Mill Union';

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
  duesReference: null,
  dues: null,
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
  open(<BankLineCard statementId="statement" unionId={unionId} line={of} />, {
    roles: ['finance'],
    texts,
    answers,
  });

describe('a line of the bank', () => {
  it('confirms a transfer once, after a question with its direction, party and amount', async () => {
    const { press, asked, reply, acts } = await shown(line, { [`POST ${path}`]: {} });
    expect(screen.getByText('In ¥987.65')).toBeTruthy();
    await press(confirm);
    expect(asked()).toContain('Confirm received from Mill Union, ¥987.65?');
    await reply('Not now');
    expect(acts()).toEqual([]);
    await press(confirm);
    await reply('Confirm with this line');
    await waitFor(() => expect(acts()).toEqual([posted(path, null, { number: 12, paymentId: 'payment' })]));
  });

  it('says why it did not confirm it', async () => {
    const { press, reply } = await shown(line, { [`POST ${path}`]: () => refusal(409, 'LINE_USED') });
    await press(confirm);
    await reply('Confirm with this line');
    expect(await screen.findByText('Could not be confirmed')).toBeTruthy();
    expect(screen.getByText('LINE_USED in words')).toBeTruthy();
  });

  it('is left to a colleague by who has confirmed the other side', async () => {
    const [suggestion] = line.suggestions;
    await shown({ ...line, suggestions: [{ ...suggestion, mayConfirm: false }] } as BankLine);
    expect(
      screen.getByText(
        /This has to be confirmed by a finance colleague who has not confirmed the other side\./,
      ),
    ).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('confirms nothing where no transfer has its amount, nor a second time', async () => {
    const first = await shown({ ...line, suggestions: [] });
    expect(screen.getByText(/No open transfer has this amount/)).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
    first.unmount();
    await shown({ ...line, paymentId: 'payment' });
    expect(screen.getByText('Used to confirm a transfer')).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});

describe('a line of the bank that is dues', () => {
  const reference = 'HF260000123469';
  const money = { ...line, suggestions: [], amount: fen('6000'), counterparty: '王**' };
  const assigned = (dues: Partial<NonNullable<BankLine['dues']>>): BankLine => ({
    ...money,
    dues: {
      reference,
      state: 'returned',
      reason: 'overpaid',
      receipt: null,
      refundReference: null,
      changedAt: '2026-11-20T01:00:00Z',
      ...dues,
    },
  });
  const acts = (name: string) => `POST /bank-statements/statement/${name}-dues`;
  const sentTo = (name: string, body: object) =>
    posted(`/bank-statements/statement/${name}-dues`, null, body);

  it('is assigned by the reference in its note, after a question', async () => {
    const {
      press,
      reply,
      acts: sent,
    } = await shown({ ...money, duesReference: reference }, { [acts('assign')]: {} });
    await press(`Match to ${reference}`);
    await reply('Match');
    await waitFor(() => expect(sent()).toEqual([sentTo('assign', { number: 12, reference })]));
  });

  it('that came back says why, and can be kept', async () => {
    const { press, asked, reply, acts: sent } = await shown(assigned({}), { [acts('keep')]: {} });
    expect(
      screen.getByText(
        /More than is due by the end of that year, perhaps paid twice\. Refund it, or keep it for later months\./,
      ),
    ).toBeTruthy();
    await press('Keep for later months');
    expect(asked()).toContain('¥60.00');
    await reply('Keep for later months');
    await waitFor(() => expect(sent()).toEqual([sentTo('keep', { number: 12 })]));
  });

  it('that is booked shows its receipt, and is released with a warning', async () => {
    const booked = assigned({ state: 'booked', reason: null, receipt: '2026-000012' });
    const { press, asked, reply, acts: sent } = await shown(booked, { [acts('release')]: {} });
    expect(screen.getByText(/receipt 2026-000012/)).toBeTruthy();
    await press('Not dues');
    expect(asked()).toContain('a new receipt');
    await reply('Not dues');
    await waitFor(() => expect(sent()).toEqual([sentTo('release', { number: 12 })]));
  });

  it('is shown, and not dealt with, by an auditor', async () => {
    await open(<BankLineCard statementId="statement" unionId={unionId} line={assigned({})} />, {
      roles: ['auditor'],
      texts,
    });
    expect(screen.getByText('Returned')).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
