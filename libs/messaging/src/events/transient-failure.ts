import { DomainError } from '@gongxiang/domain';
import { asksForRetry, isDatabaseAway, sqlState } from '@gongxiang/persistence';

const lockNotAvailable = '55P03';
const waitMinMs = 500;
const waitMaxMs = 60_000;

/**
 * Whether a failure is transient: a copy has not arrived yet, another service or the database is away, or a lock was
 * not available. Such a failure does not count as an attempt, however often it occurs.
 */
export function isTransient(error: unknown): boolean {
  if (error instanceof DomainError) return error.retryAfterSeconds !== null;
  return asksForRetry(error) || isDatabaseAway(error) || sqlState(error) === lockNotAvailable;
}

/**
 * The next delay in milliseconds: as long again as the work has already waited, between half a second and a minute.
 */
export function nextDelay(waitedMs: number): number {
  return Math.min(waitMaxMs, Math.max(waitMinMs, waitedMs));
}
