import { describe, expect, it } from '@jest/globals';
import { deliveryReport, lastDays } from './delivery-report.js';

describe('what became of the messages of some days', () => {
  const dates = ['2026-11-19', '2026-11-20'];
  const report = deliveryReport(dates, {
    setUp: new Set(['push', 'mail', 'sms'] as const),
    reported: new Set(['sms'] as const),
    months: new Map([['mail', { sent: 40, max: 50 }]] as const),
    ended: [
      { date: '2026-11-19', channel: 'mail', state: 'failed', reason: '550', count: 2 },
      { date: '2026-11-20', channel: 'mail', state: 'failed', reason: '550', count: 1 },
      { date: '2026-11-20', channel: 'mail', state: 'sent', reason: null, count: 7 },
      { date: '2026-11-20', channel: 'mail', state: 'dropped', reason: 'budget', count: 5 },
      { date: '2026-11-20', channel: 'sms', state: 'sent', reason: null, count: 1 },
      { date: '2026-11-20', channel: 'sms', state: 'delivered', reason: null, count: 4 },
    ],
    waiting: [{ channel: 'push', count: 3, lateSince: new Date('2026-11-20T01:00:00Z') }],
  });

  it('has a way that this deployment does not have any more', () => {
    const gone = deliveryReport(dates, {
      setUp: new Set(),
      reported: new Set(),
      months: new Map(),
      waiting: [],
      ended: [{ date: '2026-11-20', channel: 'sms', state: 'sent', reason: null, count: 1 }],
    });
    expect(gone.channels).toMatchObject([{ channel: 'sms', isSetUp: false, sent: 1, delivered: null }]);
  });

  it('is told by each way that is there', () => {
    const unbounded = { monthSent: null, monthMax: null };
    expect(report.channels).toEqual([
      {
        channel: 'push',
        isSetUp: true,
        waiting: 3,
        sent: 0,
        failed: 0,
        dropped: 0,
        delivered: null,
        lateSince: '2026-11-20T01:00:00.000Z',
        ...unbounded,
      },
      {
        // 2 + 1 have failed.
        channel: 'mail',
        isSetUp: true,
        waiting: 0,
        sent: 7,
        failed: 3,
        dropped: 5,
        delivered: null,
        lateSince: null,
        monthSent: 40,
        monthMax: 50,
      },
      {
        // 1 + 4 were taken, of which 4 have arrived.
        channel: 'sms',
        isSetUp: true,
        waiting: 0,
        sent: 5,
        failed: 0,
        dropped: 0,
        delivered: 4,
        lateSince: null,
        ...unbounded,
      },
    ]);
  });

  it('has each day, and the reasons of what has not left, the most frequent first', () => {
    expect(report.days).toEqual([
      { date: '2026-11-19', sent: 0, failed: 2, dropped: 0 },
      { date: '2026-11-20', sent: 12, failed: 1, dropped: 5 },
    ]);
    expect(report.unsent).toEqual([
      { channel: 'mail', state: 'dropped', reason: 'budget', count: 5 },
      { channel: 'mail', state: 'failed', reason: '550', count: 3 },
    ]);
  });

  it.each([
    // 00:30 in China is the day before in UTC.
    ['2026-03-01T00:30:00+08:00', ['2026-02-27', '2026-02-28', '2026-03-01']],
    ['2026-03-01T23:59:00+08:00', ['2026-02-27', '2026-02-28', '2026-03-01']],
  ])('ends with the day that it is in China at %s', (now, expected) => {
    const { dates, begin } = lastDays(3, new Date(now));
    expect(dates).toEqual(expected);
    expect(begin).toEqual(new Date('2026-02-26T16:00:00Z'));
  });
});
