import { describe, expect, it } from '@jest/globals';
import { actsOn, isInView, type Payment, paymentViewOf, sidesInReach, stateOf } from './payment.model.js';

const party = (id: string) => ({ kind: 'union' as const, id, name: id });
const open = {
  payer: party('a'),
  payee: party('b'),
  sentAt: null,
  receivedAt: null,
} as Payment;

describe('the view of the payments', () => {
  it.each([
    { address: '', view: 'toSend' },
    { address: 'view=failed', view: 'failed' },
    { address: 'view=nonsense', view: 'toSend' },
  ])('of the address “$address” is $view', ({ address, view }) => {
    expect(paymentViewOf(new URLSearchParams(address))).toBe(view);
  });

  it.each([
    { view: 'toSend', state: 'open' },
    { view: 'toReceive', state: 'open' },
    { view: 'settled', state: 'settled' },
    { view: 'failed', state: 'failed' },
  ] as const)('$view asks for what is $state', ({ view, state }) => {
    expect(stateOf(view)).toBe(state);
  });
});

describe('what may be done about an open payment', () => {
  const both = { payer: true, payee: true };
  const finance = { isFinance: true, isApprover: false };
  const sentAt = '2026-11-20T00:00:00Z';
  it.each([
    { sentAt: null, receivedAt: null, sides: both, offices: finance, may: [true, true, false] },
    { sentAt, receivedAt: null, sides: both, offices: finance, may: [false, true, false] },
    { sentAt: null, receivedAt: sentAt, sides: both, offices: finance, may: [true, false, false] },
    {
      sentAt: null,
      receivedAt: null,
      sides: { payer: true, payee: false },
      offices: { isFinance: true, isApprover: true },
      may: [true, false, true],
    },
  ])('sent $sentAt, received $receivedAt → $may', ({ sides, offices, may, ...payment }) => {
    const { maySend, mayReceive, mayFail } = actsOn(payment, sides, offices);
    expect([maySend, mayReceive, mayFail]).toEqual(may);
  });
});

describe('the sides of a payment', () => {
  it.each([
    { own: ['a'], isOfRoot: false, payer: true, payee: false },
    { own: ['b'], isOfRoot: false, payer: false, payee: true },
    { own: ['a', 'b'], isOfRoot: false, payer: true, payee: true },
    { own: ['above'], isOfRoot: false, payer: true, payee: true },
    { own: ['a'], isOfRoot: true, payer: true, payee: true },
  ])('are payer: $payer, payee: $payee for $own (root: $isOfRoot)', ({ own, isOfRoot, payer, payee }) => {
    expect(sidesInReach(open, own, isOfRoot)).toEqual({ payer, payee });
  });

  it.each([
    { view: 'toSend', sentAt: null, isIn: true },
    { view: 'toSend', sentAt: '2026-11-20T00:00:00Z', isIn: false },
    { view: 'toReceive', sentAt: null, isIn: false },
    { view: 'settled', sentAt: null, isIn: true },
  ] as const)('a payer finds what was sent at $sentAt under $view: $isIn', ({ view, sentAt, isIn }) => {
    expect(isInView({ ...open, sentAt }, view, { payer: true, payee: false })).toBe(isIn);
  });
});
