import { expect, it } from '@jest/globals';
import { nextReceiptAt } from './receipt-time.model.js';

const sentAt = new Date('2026-11-20T02:00:00Z');

it.each([
  ['2026-11-20T02:00:00Z', '2026-11-20T02:01:00.000Z'],
  ['2026-11-20T02:01:00Z', '2026-11-20T02:05:00.000Z'],
  ['2026-11-20T02:05:10Z', '2026-11-20T02:30:00.000Z'],
  ['2026-11-20T13:00:00Z', '2026-11-20T14:00:00.000Z'], // 12 hours after
  ['2026-11-21T02:00:00Z', '2026-11-22T02:00:00.000Z'],
  ['2026-11-22T02:00:00Z', null],
])('what has left at 02:00 is asked for after %s at %s', (now, expected) => {
  expect(nextReceiptAt(sentAt, new Date(now))?.toISOString() ?? null).toBe(expected);
});
