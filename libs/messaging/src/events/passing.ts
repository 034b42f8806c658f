import { DomainError } from '@gongxiang/domain';
import { asksForRetry, isDatabaseAway, sqlState } from '@gongxiang/persistence';

const lockNotAvailable = '55P03';
const waitMinMs = 500;
const waitMaxMs = 60_000;

/**
 * Whether the same work may succeed a little later, with nothing mended: a copy is on its way, another service or the
 * database is away, a lock was not to be had. Such a failure is no try, however often it comes.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof DomainError) return error.retryAfterSeconds !== null;
  return asksForRetry(error) || isDatabaseAway(error) || sqlState(error) === lockNotAvailable;
}

/** How long to wait, in milliseconds, after so long a wait: as long again, from half a second to a minute. */
export function waitAfter(waitedMs: number): number {
  return Math.min(waitMaxMs, Math.max(waitMinMs, waitedMs));
}
