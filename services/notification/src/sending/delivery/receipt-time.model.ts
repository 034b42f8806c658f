import { hourMs, minuteMs } from '@gongxiang/domain';

/**
 * How long after a message has left its provider is asked what became of it. Most arrive within seconds; carriers report
 * for up to two days.
 */
const askedAfterMs = [
  minuteMs,
  5 * minuteMs,
  30 * minuteMs,
  3 * hourMs,
  12 * hourMs,
  24 * hourMs,
  48 * hourMs,
];

/** @returns when it is asked next; null once it will say no more */
export function nextReceiptAt(sentAt: Date, now: Date): Date | null {
  const passedMs = now.getTime() - sentAt.getTime();
  const afterMs = askedAfterMs.find((ms) => ms > passedMs);
  return afterMs === undefined ? null : new Date(sentAt.getTime() + afterMs);
}
