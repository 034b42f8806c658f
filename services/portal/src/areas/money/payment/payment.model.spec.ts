import { describe, expect, it } from '@jest/globals';
import { isInView, mayFail, paymentViewOf, stateOf } from './payment.model.js';

describe('the view of the payments', () => {
  it.each([
    { address: '', isFinance: true, view: 'toSend' },
    { address: '', isFinance: false, view: 'open' },
    { address: 'view=failed', isFinance: true, view: 'failed' },
    { address: 'view=toReceive', isFinance: false, view: 'toReceive' },
    { address: 'view=nonsense', isFinance: true, view: 'toSend' },
  ])('of the address “$address” is $view (finance: $isFinance)', ({ address, isFinance, view }) => {
    expect(paymentViewOf(new URLSearchParams(address), isFinance)).toBe(view);
  });

  it.each([
    { view: 'toSend', state: 'open' },
    { view: 'toReceive', state: 'open' },
    { view: 'open', state: 'open' },
    { view: 'overdue', state: 'open' },
    { view: 'settled', state: 'settled' },
    { view: 'failed', state: 'failed' },
  ] as const)('$view asks for what is $state', ({ view, state }) => {
    expect(stateOf(view)).toBe(state);
  });

  // E83: a person who confirmed the sending may not confirm the receipt, even with offices on both sides.
  it.each([
    { mayConfirm: ['sent', 'received'], views: ['toSend', 'toReceive', 'open', 'settled', 'failed'] },
    { mayConfirm: ['sent'], views: ['toSend', 'open', 'settled', 'failed'] },
    { mayConfirm: ['received'], views: ['toReceive', 'open', 'settled', 'failed'] },
    { mayConfirm: [], views: ['open', 'settled', 'failed'] },
  ] as const)('who may confirm $mayConfirm finds it under $views', ({ mayConfirm, views }) => {
    const all = ['toSend', 'toReceive', 'open', 'overdue', 'settled', 'failed'] as const;
    expect(isInView({ mayConfirm: [...mayConfirm], isOverdue: true }, 'overdue')).toBe(true);
    expect(all.filter((view) => isInView({ mayConfirm: [...mayConfirm], isOverdue: false }, view))).toEqual(
      views,
    );
  });
});

describe('a payment', () => {
  const receivedAt = '2026-11-20T00:00:00Z';
  it.each([
    { isApprover: true, state: 'open', receivedAt: null, may: true },
    { isApprover: false, state: 'open', receivedAt: null, may: false },
    { isApprover: true, state: 'open', receivedAt, may: false },
    { isApprover: true, state: 'settled', receivedAt, may: false },
    { isApprover: true, state: 'failed', receivedAt: null, may: false },
  ] as const)('$state, received $receivedAt, may be given up: $may', ({ isApprover, may, ...payment }) => {
    expect(mayFail(payment, isApprover)).toBe(may);
  });
});
