import { describe, expect, it } from '@jest/globals';
import type { ServicePaysDto } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { matterPaymentStates } from '@gongxiang/contracts/words/matter-payment';
import { toWire } from '@gongxiang/domain';
import { mayRequestPayment, ruledPayment } from './matter-payment.model.js';

const pays: ServicePaysDto = { expenseCode: '2.5', most: toWire(50_000n) };
const shared: ServicePaysDto = {
  expenseCode: '3.4',
  most: null,
  split: [
    { label: '提出人', weight: 60 },
    { label: '实施人', weight: 40 },
  ],
};
const one = [{ label: '收款人' }];
const two = [{ label: '提出人' }, { label: '实施人' }];

describe('a payment for a matter', () => {
  it.each([
    ['up to the bound', pays, 50_000n, one, { expenseCode: '2.5', amountFen: 50_000n, weights: [1] }],
    ['one fen', pays, 1n, one, { expenseCode: '2.5', amountFen: 1n, weights: [1] }],
    [
      'split, without a bound',
      shared,
      10_001n,
      two,
      { expenseCode: '3.4', amountFen: 10_001n, weights: [60, 40] },
    ],
  ])('%s', (_what, rule, fen, payees, expected) => {
    expect(ruledPayment(rule, null, { amount: toWire(fen), payees })).toEqual(expected);
  });

  it.each([
    ['of a service that pays nothing', null, 1n, one, 'MATTER_PAYS_NOTHING'],
    ['of nothing', pays, 0n, one, 'AMOUNT_NOT_POSITIVE'],
    ['of less than nothing', pays, -1n, one, 'AMOUNT_NOT_POSITIVE'],
    ['one fen above the bound', pays, 50_001n, one, 'MATTER_PAYMENT_ABOVE'],
    ['to two where there is no split', pays, 1n, two, 'MATTER_PAYEES_UNLIKE'],
    ['to one of two', shared, 1n, two.slice(1), 'MATTER_PAYEES_UNLIKE'],
    ['in another order than the split', shared, 1n, [...two].reverse(), 'MATTER_PAYEES_UNLIKE'],
  ])('is refused %s', (_what, rule, fen, payees, code) => {
    expect(() => ruledPayment(rule, null, { amount: toWire(fen), payees })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('is asked for again only once it was refused or came back', () => {
    const again = matterPaymentStates.filter((state) => mayRequestPayment(pays, { state }));
    expect(again).toEqual(['refused', 'returned']);
    const request = { amount: toWire(1n), payees: one };
    expect(() => ruledPayment(pays, { state: 'paid' }, request)).toThrow(
      expect.objectContaining({ code: 'MATTER_PAYMENT_ASKED' }),
    );
  });
});
