import { describe, expect, it } from '@jest/globals';
import {
  byUrgency,
  type DeskLine,
  kindOf,
  ofConfirmations,
  ofDisputes,
  ofPayments,
  waitOf,
} from './desk.model.js';

const line = (id: string, since: string, until: string | null): DeskLine => ({
  kind: 'costPools',
  id,
  to: '/',
  title: id,
  party: '',
  money: null,
  since,
  until,
});

describe('the desk', () => {
  it('has the nearest deadline at the top, and then what has waited longest', () => {
    const lines = [
      line('new, no deadline', '2026-11-20T09:00:00Z', null),
      line('old, no deadline', '2026-11-01T09:00:00Z', null),
      line('due later', '2026-11-01T09:00:00Z', '2026-11-30T09:00:00Z'),
      line('overdue', '2026-11-19T09:00:00Z', '2026-11-20T09:00:00Z'),
    ];
    expect(byUrgency(lines).map(({ id }) => id)).toEqual([
      'overdue',
      'due later',
      'old, no deadline',
      'new, no deadline',
    ]);
  });

  it.each([
    // since, how long by 2026-11-21 09:00
    ['2026-11-21T08:01:00Z', null],
    ['2026-11-21T08:00:00Z', { unit: 'hours', count: 1 }],
    ['2026-11-19T10:00:00Z', { unit: 'hours', count: 47 }],
    ['2026-11-19T09:00:00Z', { unit: 'days', count: 2 }],
    ['2026-11-11T08:00:00Z', { unit: 'days', count: 10 }],
  ])('says of what waits since %s that it has waited %o', (since, expected) => {
    expect(waitOf(since, new Date('2026-11-21T09:00:00Z'))).toEqual(expected);
  });

  const party = { kind: 'union' as const, id: 'u', name: '工会B' };
  const cny = (amount: string) => ({ amount, currency: 'CNY' as const });

  it('shows of a share what is owed, and of one who only is owed, that', () => {
    const share = {
      id: 'c',
      version: 1,
      state: 'waiting' as const,
      kind: 'costs' as const,
      title: '运动会',
      entryId: 'e',
      costPoolId: 'p',
      party,
      askedAt: '2026-11-01T09:00:00Z',
      confirmBy: '2026-11-08T09:00:00Z',
      silence: 'agrees' as const,
      way: null,
      answeredBy: null,
      answeredByName: null,
      answeredAt: null,
      disputeId: null,
      mayConfirm: true,
      mayDispute: true,
      mayRefuse: false,
    };
    const shown = ofConfirmations([
      { ...share, owes: cny('4000'), owed: cny('0') },
      { ...share, owes: cny('0'), owed: cny('8000') },
    ]);
    expect(shown.map(({ money }) => money?.amount)).toEqual(['4000', '8000']);
    expect(shown[0]).toMatchObject({ to: '/confirmations/c', until: '2026-11-08T09:00:00Z' });
  });

  it.each([
    // may the reader decide, when it was referred: since when it waits, and until when
    [false, null, '2026-11-01T09:00:00Z', '2026-11-08T09:00:00Z'],
    [true, '2026-11-03T09:00:00Z', '2026-11-03T09:00:00Z', null],
    [true, null, '2026-11-08T09:00:00Z', null],
  ])(
    'of a dispute that may be decided (%s), referred at %s, waits since %s until %s',
    (mayDismiss, referredAt, since, until) => {
      const dispute = {
        id: 'd',
        version: 1,
        state: 'open' as const,
        kind: 'costs' as const,
        title: '运动会',
        party,
        confirmationId: 'c',
        entryId: 'e',
        costPoolId: 'p',
        owes: cny('1'),
        owed: cny('0'),
        item: null,
        reason: '有误',
        openedBy: null,
        openedByName: null,
        openedAt: '2026-11-01T09:00:00Z',
        talkUntil: '2026-11-08T09:00:00Z',
        referredAt,
        decidedAt: party,
        endedBy: null,
        endedByName: null,
        endedAt: null,
        endReason: null,
        reversalId: null,
        mayWrite: true,
        mayRefer: false,
        mayDismiss,
        mayUphold: mayDismiss,
        mayWithdraw: false,
      };
      expect(ofDisputes([dispute])[0]).toMatchObject({ since, until });
    },
  );

  it('names a payment by the other side', () => {
    const payment = {
      id: 'p',
      version: 1,
      nettingRunId: 'r',
      amount: cny('4000'),
      state: 'open' as const,
      bankReference: null,
      payer: { ...party, name: '工会B' },
      payee: { ...party, name: '工会A' },
      createdAt: '2026-11-01T09:00:00Z',
      receivedAt: null,
      failReason: null,
      entryId: null,
      receivedReference: null,
      dueOn: '2026-12-01',
      isOverdue: false,
      reminderCount: 0,
      payeeAccount: null,
      payeeAccountSince: null,
      isPayeeAccountConfirmed: false,
      remark: '轧差0A1B2C3D',
      remindedAt: null,
    };
    const [toSend, toReceive] = ofPayments([
      { ...payment, sentAt: null, mayConfirm: ['sent'] },
      { ...payment, sentAt: '2026-11-02T09:00:00Z', mayConfirm: ['received'] },
    ]);
    expect([toSend?.title, toSend?.to]).toEqual(['工会A', '/payments?view=toSend']);
    expect([toReceive?.title, toReceive?.since]).toEqual(['工会B', '2026-11-02T09:00:00Z']);
  });

  it.each([
    ['disputes', 'disputes'],
    ['nothing', undefined],
    [null, undefined],
  ])('reads the kind %s of its address as %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});
