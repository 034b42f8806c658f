import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Outcome } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { endpointKey, type EndpointMetadata } from './endpoint.js';

/** Turns a service's outcome into an HTTP answer: the body alone, 200 for what was there already, the version as ETag. */
@Injectable()
export class OutcomeInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = this.reflector.get<EndpointMetadata | undefined>(endpointKey, context.getHandler());
    if (endpoint === undefined) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((result: Outcome<unknown>) => {
        if (result.existing) void reply.status(200);
        if (result.replayed) void reply.header('Idempotency-Hit', 'true');
        const version = (result.body as { version?: unknown } | null)?.version;
        if (typeof version === 'number') void reply.header('ETag', `"${version}"`);
        const { cacheSeconds } = endpoint;
        void reply.header('Cache-Control', cacheSeconds ? `public, max-age=${cacheSeconds}` : 'no-store');
        return result.body;
      }),
    );
  }
}
