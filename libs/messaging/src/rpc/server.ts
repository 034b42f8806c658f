import {
  type ArgumentsHost,
  type CallHandler,
  Catch,
  type ExceptionFilter,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Contract } from '@gongxiang/contracts';
import { DomainError } from '@gongxiang/domain';
import {
  type Logger,
  type Metrics,
  type OpenSpan,
  openSpan,
  runWithoutTrace,
  runWithTrace,
  type SpanDescription,
} from '@gongxiang/observability';
import { sqlState } from '@gongxiang/persistence';
import { catchError, finalize, map, Observable, throwError } from 'rxjs';
import { callOf, contractOf } from './handles.js';
import { attributesOf } from './span-attributes.js';
import type { ErrorWire, Outcome, RequestWire } from './wire.js';

/**
 * Around every request that a service answers: its trace, its time, its count, and a bound on how many are worked on
 * at a time. More than that are refused at once: a queue that nobody waits for any more helps nobody.
 */
@Injectable()
export class RpcInterceptor implements NestInterceptor {
  private inFlight = 0;

  constructor(
    private readonly logger: Logger,
    private readonly metrics: Metrics,
    private readonly maxConcurrency: number,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const contract = contractOf(context.getHandler());
    if (context.getType() !== 'rpc' || contract === undefined) return next.handle();
    if (this.inFlight >= this.maxConcurrency) {
      if (!contract.traceless) this.metrics.requests.inc({ subject: contract.subject, code: 'BUSY' });
      return throwError(() => new DomainError('BUSY', { retryAfterSeconds: 1 }));
    }
    const call = callOf(context);
    const startedAt = performance.now();
    this.metrics.inFlight.set((this.inFlight += 1));
    const span = contract.traceless ? null : openSpan(call.traceparent, describe(contract));
    const answer = contract.traceless
      ? within((work) => runWithoutTrace(work), next)
      : within((work) => runWithTrace(span?.traceparent ?? call.traceparent, work), next);
    return answer.pipe(
      map((result) => {
        this.done(contract, 'OK', { startedAt, span });
        return contract.kind === 'command' ? result : asOutcome(result);
      }),
      catchError((error: unknown) => {
        this.done(contract, error instanceof DomainError ? error.code : 'INTERNAL', { startedAt, span });
        return throwError(() => error);
      }),
      finalize(() => this.metrics.inFlight.set((this.inFlight -= 1))),
    );
  }

  private done({ subject, traceless }: Contract<unknown, unknown>, code: string, begun: Begun): void {
    if (traceless) return;
    const durationMs = performance.now() - begun.startedAt;
    // A rule that refuses has worked: it is told as an attribute, and only our own fault as a failure.
    begun.span?.end(code === 'INTERNAL' ? code : null, { 'gongxiang.code': code });
    this.metrics.requests.inc({ subject, code });
    this.metrics.durationSeconds.observe({ subject }, durationMs / 1_000);
    this.logger.debug({ subject, code, durationMs: Math.round(durationMs * 10) / 10 }, 'request');
  }
}

interface Begun {
  readonly startedAt: number;
  readonly span: OpenSpan | null;
}

function describe(contract: Contract<unknown, unknown>): SpanDescription {
  return { name: contract.subject, kind: 'server', attributes: attributesOf(contract) };
}

/** The handler runs when the answer is subscribed to, which is later than this turn: the trace has to go with it. */
function within(runWith: <T>(work: () => T) => T, next: CallHandler): Observable<unknown> {
  return new Observable((subscriber) => runWith(() => next.handle().subscribe(subscriber)));
}

function asOutcome(body: unknown): Outcome<unknown> {
  return { body, existing: false, replayed: false };
}

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

export function toErrorWire(error: DomainError): ErrorWire {
  const { code, params, errors, retryAfterSeconds } = error;
  return { code, params, errors, retryAfterSeconds };
}
