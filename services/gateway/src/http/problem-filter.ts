import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import { type Logger, traceIdOf } from '@gongxiang/observability';
import type { FastifyReply } from 'fastify';
import { LOGGER } from '../config/tokens.js';
import { localeOf } from './authentication-guard.js';
import type { EdgeRequest } from './edge-request.js';
import { problemOf } from './problem.js';

/** Our codes for Fastify's own errors. */
const codeOfFastify: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'BODY_NOT_JSON',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BODY_NOT_JSON',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BODY_NOT_JSON',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_UNSUPPORTED',
  FST_REQ_FILE_TOO_LARGE: 'FILE_TOO_LARGE',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'MEDIA_TYPE_UNSUPPORTED',
};

/** Turns every error into a problem document in the reader's language, never a stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<EdgeRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const traceId = traceIdOf(request.traceparent ?? null) ?? '';
    const refusal = this.asDomainError(error, traceId);
    const problem = problemOf(refusal, localeOf(request), traceId);
    if (refusal.retryAfterSeconds !== null)
      void reply.header('Retry-After', String(refusal.retryAfterSeconds));
    if (problem.status === 401) void reply.header('WWW-Authenticate', 'Bearer');
    void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
  }

  private asDomainError(error: unknown, traceId: string): DomainError {
    if (error instanceof DomainError) return error;
    if (error instanceof HttpException) return fromNest(error);
    const refusal = fromFastify(error as { code?: unknown; statusCode?: unknown } | null);
    if (refusal !== null) return refusal;
    const stack = error instanceof Error ? error.stack : String(error);
    this.logger.error({ traceId, stack }, 'a request failed');
    return new DomainError('INTERNAL');
  }
}

function fromNest(error: HttpException): DomainError {
  const status = error.getStatus();
  if (status === 404) return new DomainError('NOT_FOUND');
  if (status === 413) return new DomainError('BODY_TOO_LARGE');
  if (status === 415) return new DomainError('MEDIA_TYPE_UNSUPPORTED');
  return new DomainError(status < 500 ? 'BODY_NOT_JSON' : 'INTERNAL');
}

function fromFastify(error: { code?: unknown; statusCode?: unknown } | null): DomainError | null {
  const known = typeof error?.code === 'string' ? codeOfFastify[error.code] : undefined;
  if (known !== undefined) return new DomainError(known);
  const status = error?.statusCode;
  // Of files: a path that leads out of their directory names none.
  if (status === 403) return new DomainError('NOT_FOUND');
  return typeof status === 'number' && status >= 400 && status < 500
    ? new DomainError('BODY_NOT_JSON')
    : null;
}
