import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Logger } from '@gongxiang/observability';
import { sqlState } from '@gongxiang/persistence';
import { type Observable, throwError } from 'rxjs';
import { type RequestWire, toErrorWire } from './wire.js';

/**
 * Sends a broken rule to the caller as what it is, and an outage of the database as one, to be tried again. Everything
 * else is our own fault: logged once, told without detail.
 */
@Catch()
export class RpcErrorFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly isOutage: (error: unknown) => boolean,
  ) {}

  catch(error: unknown, host: ArgumentsHost): Observable<never> {
    if (host.getType() !== 'rpc') throw error;
    if (error instanceof DomainError) return throwError(() => toErrorWire(error));
    if (this.isOutage(error)) {
      this.logger.warn({ reason: String(error) }, 'a request found no database');
      return throwError(() => toErrorWire(new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 })));
    }
    if (isForeignCursor(error, host.switchToRpc().getData<RequestWire>())) {
      return throwError(() => toErrorWire(new DomainError('CURSOR_INVALID', { pointer: '/cursor' })));
    }
    const stack = error instanceof Error ? error.stack : String(error);
    this.logger.error({ code: 'INTERNAL', stack }, 'a request failed');
    return throwError(() => toErrorWire(new DomainError('INTERNAL')));
  }
}

/**
 * A cursor of another list may have as many values as ours, of other types: then it is PostgreSQL that cannot read them
 * (SQLSTATE class 22). Whatever else is in a request has been validated by then.
 */
function isForeignCursor(error: unknown, data: RequestWire): boolean {
  const { cursor } = (data.request ?? {}) as { cursor?: unknown };
  return typeof cursor === 'string' && (sqlState(error)?.startsWith('22') ?? false);
}
