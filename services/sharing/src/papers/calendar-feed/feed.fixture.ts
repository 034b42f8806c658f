import type { CreatedCalendarFeedView } from '@gongxiang/contracts/sharing/papers/calendar-feed.contract';

/** Requires a value in a test. */
export function required<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('it is not there');
  return value;
}

/** The token in the address of a new feed. */
export function feedTokenOf({ address }: CreatedCalendarFeedView): string {
  return required(/^\/calendars\/([A-Za-z0-9_-]{43})\.ics$/.exec(required(address))?.[1]);
}
