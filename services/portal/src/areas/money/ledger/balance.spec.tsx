import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { fen, moneyTests } from '../money.fixture.js';
import { Balance } from './balance.js';

const open = moneyTests();

it.each([
  ['12345', 'Receivable ¥123.45'],
  ['-12345', 'Payable ¥123.45'],
  ['0', '¥0.00'],
])('a balance of %s fen is said as %s', async (amount, words) => {
  await open(<Balance amount={fen(amount)} />, { texts: ['money'] });
  expect(await screen.findByText(words)).toBeTruthy();
});
