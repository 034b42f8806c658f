import { describe, expect, it } from '@jest/globals';
import { awaitsOfPayment } from './payment-awaits.model.js';

const at = new Date('2026-11-20T01:00:00Z');
const dueAt = new Date('2026-12-20T15:59:00Z');
const payment = {
  id: 'payment',
  payerUnionId: 'b',
  payeeUnionId: 'a',
  amountFen: 6_500n,
  state: 'open',
  dueOn: '2026-12-20',
  sentAt: null,
  sentBy: null,
  receivedAt: null,
  receivedBy: null,
} as const;
const may = { confirmSent: { roles: ['finance'] }, confirmReceived: { roles: ['finance'] } } as const;
const awaitsOf = (more: object = {}, isFrozen = false) =>
  awaitsOfPayment(
    { ...payment, ...more },
    { payerName: '工会B', payeeName: '工会A', isFrozen, bookkeeperIds: ['street'] },
    may,
  );

describe('a payment', () => {
  it.each([
    ['its payer', {}, 'paymentToSend', 'b', [], ['owes', '工会A']],
    [
      'its payer, but not whoever has confirmed the receipt',
      { receivedAt: at, receivedBy: 'p1' },
      'paymentToSend',
      'b',
      ['p1'],
      ['owes', '工会A'],
    ],
    [
      'its payee, but not whoever has confirmed the sending',
      { sentAt: at, sentBy: 'p2' },
      'paymentToReceive',
      'a',
      ['p2'],
      ['owed', '工会B'],
    ],
  ])('waits for %s', (_what, more, kind, unionId, exceptIds, [direction, partyName]) => {
    expect(awaitsOf(more)).toMatchObject([
      {
        kind,
        offices: { roles: ['finance'], unionIds: [unionId, 'street'], isNearest: true, exceptIds },
        title: '工会B → 工会A',
        values: { fen: '6500', direction, partyName, at: dueAt.toISOString() },
        dueAt,
      },
    ]);
  });

  it.each([
    ['of a frozen party', {}, true],
    ['that is settled', { state: 'settled' }, false],
    ['that failed', { state: 'failed' }, false],
  ])('%s waits for nobody', (_what, more, isFrozen) => {
    expect(awaitsOf(more, isFrozen)).toEqual([]);
  });
});
