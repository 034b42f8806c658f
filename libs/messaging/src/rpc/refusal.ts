import { DomainError } from '@gongxiang/domain';
import type { Logger } from '@gongxiang/observability';
import { isDatabaseAway, sqlState } from '@gongxiang/persistence';

/**
 * What the caller is told of whatever a handler threw: of a broken rule what it is, of an outage of the database that there is
 * one, to be tried again. Everything else is our own fault: logged once, told without detail.
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
 * A cursor of another list may have as many values as ours, of other types: then it is PostgreSQL that cannot read them
 * (SQLSTATE class 22). Whatever else is in a request has been validated by then.
 */
function isForeignCursor(error: unknown, request: unknown): boolean {
  const { cursor } = (request ?? {}) as { cursor?: unknown };
  return typeof cursor === 'string' && (sqlState(error)?.startsWith('22') ?? false);
}
