import { DomainError } from '@gongxiang/domain';
import type { Logger } from '@gongxiang/observability';
import { isDatabaseAway, sqlState } from '@gongxiang/persistence';

/**
 * Maps whatever a handler threw to the caller's refusal: a rule's refusal as it is, an outage of the database as
 * retryable. Everything else is our own fault: logged once, without detail for the caller.
 */
export function refusalOf(error: unknown, request: unknown, logger: Logger): DomainError {
  if (error instanceof DomainError) return error;
  if (isDatabaseAway(error)) {
    logger.warn({ reason: String(error) }, 'a request found no database');
    return new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 });
  }
  if (isForeignCursor(error, request)) return new DomainError('CURSOR_INVALID', { pointer: '/cursor' });
  const stack = error instanceof Error ? error.stack : String(error);
  logger.error({ code: 'INTERNAL', stack }, 'a request failed');
  return new DomainError('INTERNAL');
}

/**
 * A cursor of another list may have as many values, of other types: then PostgreSQL cannot parse them (SQLSTATE class
 * 22). Everything else in a request has been validated by then.
 */
function isForeignCursor(error: unknown, request: unknown): boolean {
  const { cursor } = (request ?? {}) as { cursor?: unknown };
  return typeof cursor === 'string' && (sqlState(error)?.startsWith('22') ?? false);
}
