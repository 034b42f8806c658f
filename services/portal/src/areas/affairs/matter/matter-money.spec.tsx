import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { pageTests } from '../../../app/page.fixture.js';
import type { Matter } from './matter.model.js';
import { MatterMoney, StopPayments } from './matter-money.js';
import { RequestPayment } from './request-payment.js';

const show = pageTests();

const money = (fen: string) => ({ amount: fen, currency: 'CNY' as const });
const instalments = [
  { dueOn: '2026-12-01', amount: money('100000'), state: 'paid', paidOn: '2026-12-03' },
  { dueOn: '2027-01-01', amount: money('100000'), state: 'returned', paidOn: '2027-01-02' },
  { dueOn: '2027-02-01', amount: money('100000'), state: 'planned', paidOn: null },
];

function matterWith(changes: object): Matter {
  return {
    id: 'm1',
    version: 4,
    outcome: null,
    outcomes: [],
    steps: [],
    pays: { expenseCode: '2.5', most: null, split: null },
    payment: null,
    instalments: [],
    acts: [],
    ...changes,
  } as unknown as Matter;
}

it('shows how far each instalment is', async () => {
  await show(<MatterMoney money={matterWith({ instalments })} />, { texts: ['matterMoney'] });
  const items = (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent);
  expect(items).toHaveLength(3);
  expect(items[0]).toMatch(/Instalment 1.*1,000.00.*Paid/s);
  expect(items[1]).toContain('Sent back by the bank');
  expect(items[2]).toContain('Not due yet');
  expect(screen.getByText('¥1,000.00 of ¥3,000.00 paid')).toBeTruthy();
});

it('asks for a payment in equal parts, which can be changed', async () => {
  const matter = matterWith({});
  const { user, sent } = await show(<RequestPayment matter={matter} />, {
    answers: { 'POST /matters/m1/payment-requests': matter },
    texts: ['matterMoney'],
  });
  await user.type(await screen.findByLabelText('Amount (yuan)'), '100');
  await user.selectOptions(screen.getByLabelText('How it is paid'), 'In 3 instalments');
  const second = await screen.findByLabelText<HTMLInputElement>('Amount of instalment 2 (yuan)');
  await waitFor(() => expect(second.value).toBe('33.33'));
  await user.clear(second);
  await user.type(second, '30');
  expect(await screen.findByText('The instalments are ¥3.33 less than the amount.')).toBeTruthy();
  const third = screen.getByLabelText('Amount of instalment 3 (yuan)');
  await user.clear(third);
  await user.type(third, '36.66');
  await user.click(screen.getByRole('button', { name: 'Ask for the payment' }));
  const [, yes] = await screen.findAllByRole('button', { name: 'Ask for the payment', hidden: true });
  if (yes !== undefined) await user.click(yes);
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/matters/m1/payment-requests',
      version: '"4"',
      body: {
        amount: money('10000'),
        instalments: [{ amount: money('3334') }, { amount: money('3000') }, { amount: money('3666') }],
      },
    }),
  );
});

it('asks again for the one that came back, with its amount and no instalments', async () => {
  await show(<RequestPayment matter={matterWith({ instalments })} />, { texts: ['matterMoney'] });
  const amount = await screen.findByLabelText<HTMLInputElement>('Amount (yuan)');
  await waitFor(() => expect(amount.value).toBe('1000.00'));
  expect(screen.queryByLabelText('How it is paid')).toBeNull();
  expect(screen.getByText(/This instalment came back/)).toBeTruthy();
});

it('stops what is not due, with a reason', async () => {
  const matter = matterWith({ instalments, acts: [{ act: 'stopPayments' }] });
  const { user, sent } = await show(<StopPayments matter={matter} />, {
    answers: { 'POST /matters/m1/payment-stops': matter },
    texts: ['matterMoney'],
  });
  await user.click(await screen.findByText('Stop the further instalments'));
  await user.type(screen.getByLabelText('Reason (whoever brought it reads it)'), 'Has work again');
  await user.click(screen.getByRole('button', { name: 'Stop them' }));
  const [, yes] = await screen.findAllByRole('button', { name: 'Stop them', hidden: true });
  if (yes !== undefined) await user.click(yes);
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/matters/m1/payment-stops',
      body: { reason: 'Has work again' },
    }),
  );
});
