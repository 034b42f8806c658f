import { commandsOf, press } from '../../../app/acts.fixture.js';
import { type Answers, pageTests, refusal } from '../../../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { Dues } from './dues-facts.js';
import { today } from './dues-form.js';
import { RecordPayment } from './record-payment.js';

const show = pageTests();

const fen = (amount: string) => ({ amount, currency: 'CNY' as const });
const dues: Dues = {
  memberId: 'member-1',
  personId: 'person-1',
  memberName: 'Li **',
  unionId: 'union-1',
  unionName: 'Harbour union',
  reference: 'HF260000123469',
  monthly: fen('2835'),
  due: fen('8505'),
  paid: fen('5670'),
  arrears: fen('2835'),
  monthsUnknown: 0,
  months: [{ month: '2026-11', due: fen('2835') }],
};
const path = 'POST /members/member-1/dues-payments';

const form = (answers: Answers) => show(<RecordPayment dues={dues} />, { answers, texts: ['dues'] });

describe('the form of a payment of dues', () => {
  it('proposes what is owed, sends fen, and shows the number of the receipt', async () => {
    const made = { amount: fen('2000'), receiptYear: 2026, receiptNumber: 12 };
    const { sent, user } = await form({ [path]: made });
    const amount = screen.getByLabelText('Amount');
    expect((amount as HTMLInputElement).value).toBe('28.35');
    await user.clear(amount);
    await user.type(amount, '20');
    await press(user, 'Record payment');
    expect(await screen.findByText(/2026-000012/)).toBeTruthy();
    expect(commandsOf(sent).map(({ body }) => body)).toEqual([
      { amount: fen('2000'), paidOn: today(), note: null },
    ]);
    // Pressed once more by mistake, nothing is recorded twice.
    await press(user, 'Record payment');
    expect(await screen.findByText('Please enter an amount above zero, such as 28.35')).toBeTruthy();
    expect(commandsOf(sent).length).toBe(1);
  });

  it('shows a refusal at its field', async () => {
    const { sent, user } = await form({ [path]: () => refusal(422, 'DUES_PAID_AHEAD', '/paidOn') });
    await press(user, 'Record payment');
    await waitFor(() => expect(commandsOf(sent).length).toBe(1));
    expect(await screen.findByText('DUES_PAID_AHEAD in words')).toBeTruthy();
  });
});
